-- Generated from a migrated database: read it, do not run it. Every table has row-level security enabled and forced.

-- Tables

-- An organisation of the partnership. A suspended agency's workers see nothing.
create table agencies (
  id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null,
  contact text not null default ''::text,
  suspended_at timestamp with time zone,
  suspended_reason text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1
);

-- What an agreement says, clause by clause, as far as shares rest on it.
create table agreement_clauses (
  agreement_id uuid not null,
  number text not null,
  words text not null
);

-- Agencies that signed an agreement. One that has left is no longer covered.
create table agreement_parties (
  agreement_id uuid not null,
  agency_id uuid not null,
  signed_on date not null,
  signed_by text not null,
  left_on date
);

-- An information-sharing agreement: what agencies may share, for which programmes, on which legal gateway, until when.
create table agreements (
  id uuid not null default uuidv7(),
  reference text not null,
  name text not null,
  purposes text not null,
  gateway text not null,
  lawful_basis text not null,
  data_types text not null default ''::text,
  programmes text[] not null,
  starts_on date not null,
  review_on date not null,
  ends_on date not null,
  suspended_at timestamp with time zone,
  suspended_reason text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1
);

-- What the plan is for, in words the person would know; tasks are grouped under aims.
create table aims (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  title text not null,
  position integer not null default 0,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  version integer not null default 1,
  side text default 'unsaid'::text
);

-- One sealed batch of the record: the root of the hash tree over its rows, chained to the batch before and signed. How: docs/audit.md.
create table audit_seals (
  number bigint not null,
  form smallint not null,
  previous bytea not null,
  from_turn bigint not null,
  until_turn bigint not null,
  row_count integer not null,
  root bytea not null,
  marks bytea not null,
  key text not null,
  sealed_at timestamp with time zone not null,
  signature bytea not null
);

-- A form that arrived after its session had ended, encrypted, waiting a day for its writer to sign in again.
create table carried_forms (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  action text not null,
  sealed bytea not null,
  created_at timestamp with time zone not null default now()
);

-- Derived from grants by triggers, never written by hand: the one table that every rule about cases reads.
create table case_access (
  grant_id uuid not null,
  case_id uuid not null,
  principal_id uuid not null,
  tier tier not null,
  agreement_id uuid,
  sides text[],
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  open boolean not null,
  active_at timestamp with time zone not null,
  categories text[],
  never_learns text,
  over_conflict boolean not null default false,
  knows boolean default ((never_learns IS NULL) OR (sides IS NULL) OR (NOT (sides <@ ARRAY[never_learns])))
);

-- Organisations, vehicles and groups in a case, with their role there.
create table case_objects (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  kind text not null,
  name text not null,
  identifier text not null default ''::text,
  role text not null,
  basis text not null default ''::text,
  side text default 'unsaid'::text,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid
);

-- A person's role in one case, and the basis of the link: how we know.
create table case_people (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  role text not null,
  basis text not null,
  side text default 'unsaid'::text,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text not null default ''::text
);

-- A place's role in one case, with its grade where the programme grades premises, and the sub-case opened for it.
create table case_places (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  place_id uuid not null,
  role text not null,
  basis text not null default ''::text,
  grade text not null default ''::text,
  grade_reason text not null default ''::text,
  graded_by uuid,
  sub_case_id uuid,
  side text default 'unsaid'::text,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  graded_at timestamp with time zone
);

-- All that a pointer shows: this agency holds something, ask them.
create table case_pointers (
  case_id uuid not null,
  reference text not null,
  owner_agency_id uuid not null
);

-- A piece of work about people and places, of one programme, led by one worker of one agency.
create table cases (
  id uuid not null default uuidv7(),
  reference text not null default new_reference(),
  programme text not null,
  programme_version integer not null,
  parent_id uuid,
  owner_agency_id uuid not null,
  owner_team_id uuid,
  lead_worker_id uuid not null,
  title text not null,
  summary text not null default ''::text,
  stage text not null,
  marking text not null default 'OFFICIAL'::text,
  starts_on date,
  ends_on date,
  opened_at timestamp with time zone not null default now(),
  opened_by uuid not null,
  closed_at timestamp with time zone,
  active_at timestamp with time zone not null default now(),
  version integer not null default 1,
  sides text[] not null default '{}'::text[],
  never_learns text
);

-- Why and how a case was closed, in the worker's words and in the person's own; a reopened case keeps its closures.
create table closures (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  reason text not null,
  result text not null,
  person_view text not null default ''::text,
  closed_by uuid not null,
  closed_at timestamp with time zone not null default now(),
  reopened_by uuid,
  reopened_at timestamp with time zone,
  reopen_reason text not null default ''::text
);

-- A worker and somebody, or something, they must not work on. Standing until it is lifted; never removed.
create table conflicts (
  id uuid not null default uuidv7(),
  worker_id uuid not null,
  person_id uuid,
  case_id uuid,
  kind text not null,
  basis text not null default ''::text,
  found_at timestamp with time zone not null default now(),
  declared_by uuid,
  confirmed_at timestamp with time zone,
  lifted_at timestamp with time zone,
  reviewed_by uuid,
  review_words text not null default ''::text,
  place_had_left boolean not null default false
);

-- What a person, or somebody for them, agreed to: the words shown, which agencies, what for, how, until when. Never altered; withdrawn once.
create table consents (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  side text default 'unsaid'::text,
  words_shown text not null,
  wording text not null default ''::text,
  agencies uuid[] not null,
  purposes text not null,
  channel text not null,
  given_by text not null default 'self'::text,
  capacity text not null default 'has'::text,
  capacity_note text not null default ''::text,
  given_on date not null,
  expires_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal text not null default ''::text
);

-- A worker's password, as a salted scrypt hash.
create table credentials (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

-- The mornings on which a worker has been sent their reminder: one a day at most, whatever runs twice.
create table digests (
  worker_id uuid not null,
  day date not null,
  at timestamp with time zone not null default now()
);

-- Each file that a document has been, in order; the first is the original.
create table document_versions (
  id uuid not null default uuidv7(),
  document_id uuid not null,
  case_id uuid not null,
  number integer not null,
  file_id uuid not null,
  note text not null default ''::text,
  added_by uuid not null,
  added_at timestamp with time zone not null default now()
);

-- A document of a case: an order, a scan, a letter. Its versions are never altered.
create table documents (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  title text not null,
  kind text not null default 'document'::text,
  side text default 'unsaid'::text,
  created_by uuid not null,
  agency_id uuid not null,
  created_at timestamp with time zone not null default now(),
  category text,
  restricted boolean not null default false
);

-- Words typed and not yet sent. Their writer alone sees them.
create table drafts (
  worker_id uuid not null,
  key text not null,
  body jsonb not null,
  saved_at timestamp with time zone not null default now()
);

-- Each try to open a case in an emergency, so that nobody finds cases by trying references.
create table emergency_attempts (
  worker_id uuid not null,
  at timestamp with time zone not null default now(),
  opened boolean not null
);

-- Break-glass: a worker opened a case that was not theirs, for a reason, for minutes; and what its review found.
create table emergency_openings (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  worker_id uuid not null,
  agency_id uuid not null,
  grant_id uuid not null,
  reason text not null,
  opened_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  review_by date not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  outcome text,
  review_words text not null default ''::text
);

-- One thing that happened or was said. A correction is a new entry that replaces an old one and says why; the old one stays.
create table entries (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  body text not null,
  grade text not null default ''::text,
  side text default 'unsaid'::text,
  author_id uuid not null,
  agency_id uuid not null,
  recorded_at timestamp with time zone not null default now(),
  corrects_id uuid,
  correction_reason text not null default ''::text,
  category text,
  restricted boolean not null default false
);

-- Whom an entry is about, so that one person's chronology can be read across cases.
create table entry_people (
  entry_id uuid not null,
  person_id uuid not null
);

-- Equality monitoring (Equality Act 2010, s149), kept apart from casework: only the agency that asked sees the answer.
create table equality_answers (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  agency_id uuid not null,
  question text not null,
  answer text not null,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default now()
);

-- What somebody did, in the past tense: the chronology's system lines, and the source of live refresh. Divided by month; never altered; sealed.
create table events (
  id uuid not null default uuidv7(),
  kind text not null,
  case_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}'::jsonb,
  worker_id uuid,
  agency_id uuid,
  at timestamp with time zone not null default now(),
  turn bigint not null default audit_turn(),
  address text not null default asked_from('address'::text),
  device text not null default asked_from('device'::text),
  side text,
  category text,
  restricted boolean not null default false,
  about_people boolean not null default false
);

-- A stored file: where its encrypted bytes are found (sha256) and what they are. The bytes are outside the database.
create table files (
  id uuid not null default uuidv7(),
  sha256 text not null,
  size bigint not null,
  type text not null,
  name text not null,
  case_id uuid not null,
  stored_by uuid not null,
  stored_at timestamp with time zone not null default now()
);

-- Who of those that a share is with looked at its case first, derived from their looks, which remain the record.
create table first_looks (
  grant_id uuid not null,
  worker_id uuid not null,
  at timestamp with time zone not null
);

-- A pattern found in what one worker looked at on one day, for an information-governance lead to review. It says that something is unusual, not that it is wrong.
create table flags (
  id uuid not null default uuidv7(),
  pattern text not null,
  worker_id uuid not null,
  agency_id uuid not null,
  day date not null,
  found integer not null,
  subjects uuid[] not null default '{}'::uuid[],
  found_at timestamp with time zone not null default now(),
  outcome text,
  note text not null default ''::text,
  reviewed_by uuid,
  reviewed_at timestamp with time zone
);

-- A share: one case, with an agency, a team or a worker, at a tier, on a legal basis, for a reason, for a time.
create table grants (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  principal_id uuid not null,
  tier tier not null,
  basis text not null,
  agreement_id uuid,
  gateway text not null default ''::text,
  reason text not null,
  includes_sub_cases boolean not null default false,
  sides text[],
  starts_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  granted_by uuid,
  granted_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoke_reason text not null default ''::text,
  clause text,
  categories text[],
  consent_id uuid,
  open_by timestamp with time zone
);

-- A timed question from one agency to another, on an agreement that both have signed, and its answer.
create table information_requests (
  id uuid not null default uuidv7(),
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  agreement_id uuid not null,
  case_id uuid,
  about text not null,
  purpose text not null,
  question text not null,
  urgency text not null,
  due_on date not null,
  handed_to uuid,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  answer_words text not null default ''::text,
  grant_id uuid
);

-- What a worker declares of themselves, so that conflicts are found: where they live, their number, their relatives, the ward they stand for.
create table interests (
  id uuid not null default uuidv7(),
  worker_id uuid not null,
  kind text not null,
  name text not null default ''::text,
  born_on date,
  line1 text not null default ''::text,
  postcode text not null default ''::text,
  phone text not null default ''::text,
  note text not null default ''::text,
  declared_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone
);

-- A link that lets a worker begin their account, once. Kept as a hash.
create table invitations (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  token text not null,
  invited_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

-- When each worker last looked at each case, derived from their looks, which remain the record.
create table last_looks (
  worker_id uuid not null,
  case_id uuid not null,
  began_at timestamp with time zone not null default now(),
  last_at timestamp with time zone not null default now(),
  before_at timestamp with time zone
);

-- Who looked at what, when, written in the same transaction as the page: no log, no page. Divided by month; never altered; sealed. Source: Data Protection Act 2018 s62 (logs of consultation).
create table looks (
  id uuid not null default uuidv7(),
  kind text not null,
  subject_id uuid,
  case_id uuid,
  words text not null default ''::text,
  worker_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null default now(),
  turn bigint not null default audit_turn(),
  address text not null default asked_from('address'::text),
  device text not null default asked_from('device'::text),
  side text,
  category text,
  restricted boolean not null default false
);

-- Who has read a message.
create table message_reads (
  message_id uuid not null,
  worker_id uuid not null,
  at timestamp with time zone not null default now()
);

-- A message between practitioners about a case, kept with it: to everyone who may read the case, or to one agency, team or worker.
create table messages (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  to_id uuid,
  body text not null,
  side text default 'unsaid'::text,
  author_id uuid not null,
  agency_id uuid not null,
  sent_at timestamp with time zone not null default now(),
  category text,
  answer_by timestamp with time zone,
  to_as uuid
);

-- Who may open a restricted entry or document, beside its author.
create table named_readers (
  record_id uuid not null,
  case_id uuid not null,
  worker_id uuid not null,
  named_by uuid not null,
  named_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone
);

-- Tells an agency, a team or a worker that something of theirs began or ended; never what a case says.
create table notices (
  id uuid not null default uuidv7(),
  to_id uuid not null,
  kind text not null,
  case_id uuid,
  reference text not null,
  at timestamp with time zone not null default now(),
  about_id uuid
);

-- What was achieved, recorded by whichever agency delivered it.
create table outcomes (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  detail text not null default ''::text,
  quantity integer not null default 1,
  achieved_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default now(),
  side text default 'unsaid'::text
);

-- Passkeys of a worker: public halves only.
create table passkeys (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone default now()
);

-- What counts as odd in the looks of one worker on one day: from how many on, and why.
create table patterns (
  key text not null,
  name text not null,
  threshold integer not null,
  reason text not null
);

-- A person somebody is worried about, or who matters to them. Labels such as offender are roles in a case and never stand here.
create table people (
  id uuid not null default uuidv7(),
  held_by uuid,
  source_reference text not null default ''::text,
  given_name text not null default ''::text,
  family_name text not null default ''::text,
  born_on date,
  born_precision text not null default 'day'::text,
  gender text not null default ''::text,
  died_on date,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  version integer not null default 1
);

-- How and where to reach a person: each with who said so, how sensitive it is, and any rule for using it.
create table person_contacts (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  case_id uuid,
  kind text not null,
  value text not null,
  postcode text not null default ''::text,
  source text not null default ''::text,
  note text not null default ''::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  ended_on date,
  side text default 'unsaid'::text,
  category text
);

-- Under what a person is looked for when somebody is added: hashes of the sounds of their names with parts of a date of birth, a postcode, a number. Reached only through people_like and people_alike.
create table person_keys (
  person_id uuid not null,
  case_id uuid,
  keys bigint[] not null
);

-- Two records shown as one person. Nothing is moved: every row stays with the record it was learnt for, and so with its own readers; ending the merge restores exactly what was.
create table person_merges (
  id uuid not null default uuidv7(),
  kept_id uuid not null,
  absorbed_id uuid not null,
  reason text not null,
  merged_by uuid not null,
  merged_at timestamp with time zone not null default now(),
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text not null default ''::text
);

-- Other names a person goes by.
create table person_names (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  case_id uuid,
  kind text not null,
  name text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  side text default 'unsaid'::text,
  category text
);

-- What a person needs to be reached and understood: language, interpreter, access, when it is safe to ring.
create table person_needs (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  case_id uuid,
  kind text not null,
  detail text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  side text default 'unsaid'::text,
  category text
);

-- Two records that may be one person, and what was answered. “Different” is remembered, so that nobody is asked again.
create table person_pairs (
  id uuid not null default uuidv7(),
  one_id uuid not null,
  other_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone
);

-- How two people are related: person is <kind> of other. Seen by those who may read the case it was learnt in.
create table person_relationships (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  other_id uuid not null,
  case_id uuid not null,
  kind text not null,
  note text not null default ''::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  side text default 'unsaid'::text,
  category text
);

-- What a person's names and dates were before each amendment, and who amended them. Kept by a trigger.
create table person_versions (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  version integer not null,
  given_name text not null,
  family_name text not null,
  born_on date,
  born_precision text not null,
  gender text not null,
  died_on date,
  replaced_by uuid,
  replaced_at timestamp with time zone not null default now()
);

-- What a worker must do to stay safe, as an instruction (visit in twos), not a story. Source: Health and Safety at Work etc. Act 1974.
create table person_warnings (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  case_id uuid,
  instruction text not null,
  reason text not null default ''::text,
  review_on date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  side text default 'unsaid'::text,
  category text
);

-- An address, premises or area.
create table places (
  id uuid not null default uuidv7(),
  held_by uuid,
  name text not null default ''::text,
  line1 text not null default ''::text,
  town text not null default ''::text,
  postcode text not null default ''::text,
  uprn text not null default ''::text,
  kind text not null default 'premises'::text,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  version integer not null default 1
);

-- The ward that each postcode lies in, as far as it was brought in from a public list. Of an address in no postcode here, no ward is known.
create table postcode_wards (
  postcode text not null,
  ward text not null,
  district text not null default ''::text
);

-- Whatever a case can be shared with: an agency, a team or a worker, in one id space.
create table principals (
  id uuid not null default uuidv7(),
  kind text not null
);

-- Released programme definitions, copied from the code; a case keeps the version it opened under.
create table programmes (
  key text not null,
  version integer not null,
  name text not null,
  definition jsonb not null,
  sides text[] not null default '{}'::text[],
  never_learns text
);

-- What was printed, exported or downloaded before, from the look log: Kith cannot call it back, so the agency that holds it must.
create table recall_copies (
  id uuid not null default uuidv7(),
  recall_id uuid not null,
  case_id uuid not null,
  agency_id uuid not null,
  worker_id uuid not null,
  kind text not null,
  taken_at timestamp with time zone not null,
  side text,
  category text
);

-- What ended for an agency in a case, and when; never what it said. A person who left and an entry that was put right are told to whoever had looked at the case.
create table recalls (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  reference text not null,
  owner_agency_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  ended_at timestamp with time zone not null,
  drafts integer not null default 0,
  recalled_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_words text not null default ''::text
);

-- What those said with whom a case was shared: understood it, and acted upon it; and the answer to what they asked. Each once for a share. That it was sent is the share, and that it was opened the look log.
create table receipts (
  grant_id uuid not null,
  step text not null,
  worker_id uuid not null,
  at timestamp with time zone not null default now(),
  words text not null default ''::text,
  task_id uuid
);

-- What a worker wants to be reminded of by e-mail. Whoever has chosen nothing yet is reminded of everything.
create table reminder_choices (
  worker_id uuid not null,
  kinds text[] not null,
  chosen_at timestamp with time zone not null default now()
);

-- What search looks through: sound-alike, prefix and misspelling keys together with who may be shown the row. Kept by triggers; the rules on the tables themselves have the last word.
create table search_index (
  kind text not null,
  id uuid not null,
  case_id uuid,
  words text not null,
  principals uuid[] not null,
  keys integer[] not null,
  side text
);

-- Tells the owner of a case that a worker of another agency searched for somebody in it. The searcher is told nothing.
create table search_notices (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  reference text not null,
  owner_agency_id uuid not null,
  searcher_id uuid not null,
  searcher_agency_id uuid not null,
  day date not null default CURRENT_DATE,
  at timestamp with time zone not null default now()
);

-- Where a worker is signed in. It ends at expires_at, or when nothing was clicked for idle_minutes.
create table sessions (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  idle_minutes integer not null default 30,
  last_seen_at timestamp with time zone not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  by_passkey boolean not null default false
);

-- Derived from conflicts by triggers, never written by hand: the cases that are closed to a worker whoever they are shared with.
create table shut_cases (
  worker_id uuid not null,
  case_id uuid not null
);

-- Tries to sign in, for lock-out and to see attacks. Kept for 90 days.
create table sign_in_attempts (
  id uuid not null default uuidv7(),
  kind text not null,
  account text not null,
  address text not null,
  user_id uuid,
  succeeded boolean not null default false,
  at timestamp with time zone not null default now()
);

-- Progress on a task.
create table task_notes (
  id uuid not null default uuidv7(),
  task_id uuid not null,
  case_id uuid not null,
  body text not null,
  author_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null default now()
);

-- Something a worker, a team or an agency has agreed to do by a date. Done means: with evidence of what came of it.
create table tasks (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  aim_id uuid,
  title text not null,
  detail text not null default ''::text,
  assigned_to uuid not null,
  due_on date not null,
  side text default 'unsaid'::text,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  done_at timestamp with time zone,
  done_by uuid,
  evidence text not null default ''::text,
  cancelled_at timestamp with time zone,
  cancel_reason text not null default ''::text,
  version integer not null default 1,
  owner_id uuid,
  cancelled_by uuid,
  open boolean not null default true,
  lead_id uuid,
  category text,
  assigned_as uuid
);

-- Who belongs to a team, from when and until when. Ends are kept: they explain past access.
create table team_members (
  id uuid not null default uuidv7(),
  team_id uuid not null,
  worker_id uuid not null,
  starts_on date not null default CURRENT_DATE,
  ends_on date,
  added_by uuid
);

-- People who work cases together: of one agency, or of several when agency_id is null.
create table teams (
  id uuid not null,
  agency_id uuid,
  name text not null,
  purpose text not null default ''::text,
  ended_on date,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1
);

-- The authenticator app of a worker and their recovery codes, both encrypted.
create table two_factors (
  id uuid not null default uuidv7(),
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone
);

-- Whom the clock told that something urgent, a share or a message, had not been opened in time: each once, and each by one e-mail.
create table urgent_alerts (
  id uuid not null default uuidv7(),
  grant_id uuid,
  worker_id uuid not null,
  told_at timestamp with time zone not null default now(),
  mailed_at timestamp with time zone,
  message_id uuid
);

-- The account of a worker. Name and e-mail follow the worker.
create table users (
  id uuid not null default uuidv7(),
  worker_id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

-- Short-lived proofs of sign-in: a reset under way, a second step awaited, a passkey challenge. Kept under hashed names.
create table verifications (
  id uuid not null default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

-- What a worker may administer beyond their own casework. No role opens a case.
create table worker_roles (
  worker_id uuid not null,
  role text not null,
  given_at timestamp with time zone not null default now(),
  given_by uuid
);

-- A person who works for an agency. Everybody signed in can look up who works where.
create table workers (
  id uuid not null,
  agency_id uuid not null,
  name text not null,
  job_title text not null default ''::text,
  email text not null,
  phone text not null default ''::text,
  joined_on date not null default CURRENT_DATE,
  left_on date,
  suspended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1
);

-- Constraints

alter table agencies add constraint agencies_contact_check CHECK ((length(contact) <= 500));
alter table agencies add constraint agencies_id_fkey FOREIGN KEY (id) REFERENCES principals(id);
alter table agencies add constraint agencies_kind_check CHECK ((kind = ANY (ARRAY['police'::text, 'council'::text, 'health'::text, 'housing'::text, 'probation'::text, 'education'::text, 'fire'::text, 'charity'::text, 'regulator'::text, 'other'::text])));
alter table agencies add constraint agencies_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)));
alter table agencies add constraint agencies_name_key UNIQUE (name);
alter table agencies add constraint agencies_pkey PRIMARY KEY (id);
alter table agencies add constraint agencies_short_name_check CHECK (((length(short_name) >= 2) AND (length(short_name) <= 30)));
alter table agencies add constraint agencies_suspended_reason_check CHECK ((length(suspended_reason) <= 500));
alter table agreement_clauses add constraint agreement_clauses_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id) ON DELETE CASCADE;
alter table agreement_clauses add constraint agreement_clauses_number_check CHECK (((length(number) >= 1) AND (length(number) <= 20)));
alter table agreement_clauses add constraint agreement_clauses_pkey PRIMARY KEY (agreement_id, number);
alter table agreement_clauses add constraint agreement_clauses_words_check CHECK (((length(words) >= 2) AND (length(words) <= 2000)));
alter table agreement_parties add constraint agreement_parties_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id) ON DELETE RESTRICT;
alter table agreement_parties add constraint agreement_parties_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id) ON DELETE CASCADE;
alter table agreement_parties add constraint agreement_parties_pkey PRIMARY KEY (agreement_id, agency_id);
alter table agreement_parties add constraint agreement_parties_signed_by_check CHECK (((length(signed_by) >= 1) AND (length(signed_by) <= 200)));
alter table agreements add constraint agreements_check CHECK ((ends_on > starts_on));
alter table agreements add constraint agreements_data_types_check CHECK ((length(data_types) <= 1000));
alter table agreements add constraint agreements_gateway_check CHECK (((length(gateway) >= 2) AND (length(gateway) <= 300)));
alter table agreements add constraint agreements_lawful_basis_check CHECK (((length(lawful_basis) >= 2) AND (length(lawful_basis) <= 500)));
alter table agreements add constraint agreements_name_check CHECK (((length(name) >= 2) AND (length(name) <= 200)));
alter table agreements add constraint agreements_pkey PRIMARY KEY (id);
alter table agreements add constraint agreements_programmes_check CHECK ((cardinality(programmes) > 0));
alter table agreements add constraint agreements_purposes_check CHECK (((length(purposes) >= 2) AND (length(purposes) <= 2000)));
alter table agreements add constraint agreements_reference_check CHECK (((length(reference) >= 2) AND (length(reference) <= 40)));
alter table agreements add constraint agreements_reference_key UNIQUE (reference);
alter table agreements add constraint agreements_suspended_reason_check CHECK ((length(suspended_reason) <= 500));
alter table aims add constraint aims_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table aims add constraint aims_created_by_fkey FOREIGN KEY (created_by) REFERENCES workers(id);
alter table aims add constraint aims_pkey PRIMARY KEY (id);
alter table aims add constraint aims_title_check CHECK (((length(title) >= 3) AND (length(title) <= 300)));
alter table audit_seals add constraint audit_seals_check CHECK ((until_turn > from_turn));
alter table audit_seals add constraint audit_seals_check1 CHECK ((length(marks) = (8 * row_count)));
alter table audit_seals add constraint audit_seals_form_check CHECK ((form = 1));
alter table audit_seals add constraint audit_seals_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{43}$'::text));
alter table audit_seals add constraint audit_seals_number_check CHECK ((number > 0));
alter table audit_seals add constraint audit_seals_pkey PRIMARY KEY (number);
alter table audit_seals add constraint audit_seals_previous_check CHECK ((length(previous) = 32));
alter table audit_seals add constraint audit_seals_root_check CHECK ((length(root) = 32));
alter table audit_seals add constraint audit_seals_row_count_check CHECK ((row_count > 0));
alter table audit_seals add constraint audit_seals_signature_check CHECK ((length(signature) = 64));
alter table carried_forms add constraint carried_forms_action_check CHECK (((length(action) >= 1) AND (length(action) <= 2000)));
alter table carried_forms add constraint carried_forms_pkey PRIMARY KEY (id);
alter table carried_forms add constraint carried_forms_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table case_access add constraint case_access_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_access add constraint case_access_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id) ON DELETE CASCADE;
alter table case_access add constraint case_access_pkey PRIMARY KEY (case_id, principal_id, grant_id);
alter table case_access add constraint never_kept TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table case_objects add constraint case_objects_added_by_fkey FOREIGN KEY (added_by) REFERENCES workers(id);
alter table case_objects add constraint case_objects_basis_check CHECK ((length(basis) <= 500));
alter table case_objects add constraint case_objects_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_objects add constraint case_objects_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES workers(id);
alter table case_objects add constraint case_objects_identifier_check CHECK ((length(identifier) <= 60));
alter table case_objects add constraint case_objects_kind_check CHECK ((kind = ANY (ARRAY['organisation'::text, 'vehicle'::text, 'group'::text])));
alter table case_objects add constraint case_objects_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table case_objects add constraint case_objects_pkey PRIMARY KEY (id);
alter table case_objects add constraint case_objects_role_check CHECK (((length(role) >= 1) AND (length(role) <= 60)));
alter table case_people add constraint case_people_added_by_fkey FOREIGN KEY (added_by) REFERENCES workers(id);
alter table case_people add constraint case_people_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 500)));
alter table case_people add constraint case_people_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_people add constraint case_people_end_reason_check CHECK ((length(end_reason) <= 500));
alter table case_people add constraint case_people_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES workers(id);
alter table case_people add constraint case_people_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE RESTRICT;
alter table case_people add constraint case_people_pkey PRIMARY KEY (id);
alter table case_people add constraint case_people_role_check CHECK (((length(role) >= 1) AND (length(role) <= 60)));
alter table case_places add constraint case_places_added_by_fkey FOREIGN KEY (added_by) REFERENCES workers(id);
alter table case_places add constraint case_places_basis_check CHECK ((length(basis) <= 500));
alter table case_places add constraint case_places_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_places add constraint case_places_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES workers(id);
alter table case_places add constraint case_places_grade_check CHECK ((length(grade) <= 20));
alter table case_places add constraint case_places_grade_reason_check CHECK ((length(grade_reason) <= 500));
alter table case_places add constraint case_places_graded_by_fkey FOREIGN KEY (graded_by) REFERENCES workers(id);
alter table case_places add constraint case_places_pkey PRIMARY KEY (id);
alter table case_places add constraint case_places_place_id_fkey FOREIGN KEY (place_id) REFERENCES places(id) ON DELETE RESTRICT;
alter table case_places add constraint case_places_role_check CHECK (((length(role) >= 1) AND (length(role) <= 60)));
alter table case_places add constraint case_places_sub_case_id_fkey FOREIGN KEY (sub_case_id) REFERENCES cases(id) ON DELETE SET NULL;
alter table case_pointers add constraint case_pointers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table case_pointers add constraint case_pointers_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id);
alter table case_pointers add constraint case_pointers_pkey PRIMARY KEY (case_id);
alter table cases add constraint cases_check CHECK ((ends_on >= starts_on));
alter table cases add constraint cases_check1 CHECK ((parent_id <> id));
alter table cases add constraint cases_check2 CHECK (((never_learns IS NULL) OR (never_learns = ANY (sides))));
alter table cases add constraint cases_lead_worker_id_fkey FOREIGN KEY (lead_worker_id) REFERENCES workers(id) ON DELETE RESTRICT;
alter table cases add constraint cases_marking_check CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL-SENSITIVE'::text])));
alter table cases add constraint cases_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES workers(id);
alter table cases add constraint cases_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id) ON DELETE RESTRICT;
alter table cases add constraint cases_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES teams(id) ON DELETE RESTRICT;
alter table cases add constraint cases_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES cases(id) ON DELETE RESTRICT;
alter table cases add constraint cases_pkey PRIMARY KEY (id);
alter table cases add constraint cases_programme_programme_version_fkey FOREIGN KEY (programme, programme_version) REFERENCES programmes(key, version);
alter table cases add constraint cases_reference_key UNIQUE (reference);
alter table cases add constraint cases_summary_check CHECK ((length(summary) <= 4000));
alter table cases add constraint cases_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)));
alter table closures add constraint closures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table closures add constraint closures_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES workers(id);
alter table closures add constraint closures_person_view_check CHECK ((length(person_view) <= 4000));
alter table closures add constraint closures_pkey PRIMARY KEY (id);
alter table closures add constraint closures_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 100)));
alter table closures add constraint closures_reopen_reason_check CHECK ((length(reopen_reason) <= 1000));
alter table closures add constraint closures_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES workers(id);
alter table closures add constraint closures_result_check CHECK (((length(result) >= 1) AND (length(result) <= 4000)));
alter table conflicts add constraint conflicts_basis_check CHECK ((length(basis) <= 500));
alter table conflicts add constraint conflicts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table conflicts add constraint conflicts_check CHECK ((num_nonnulls(person_id, case_id) = 1));
alter table conflicts add constraint conflicts_check1 CHECK (((lifted_at IS NULL) OR (confirmed_at IS NULL)));
alter table conflicts add constraint conflicts_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES workers(id);
alter table conflicts add constraint conflicts_kind_check CHECK ((kind = ANY (ARRAY['declared by worker'::text, 'declared by administrator'::text, 'same surname and address'::text, 'same phone'::text, 'declared relative'::text, 'declared ward'::text])));
alter table conflicts add constraint conflicts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table conflicts add constraint conflicts_pkey PRIMARY KEY (id);
alter table conflicts add constraint conflicts_review_words_check CHECK ((length(review_words) <= 1000));
alter table conflicts add constraint conflicts_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES workers(id);
alter table conflicts add constraint conflicts_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table consents add constraint consents_agencies_check CHECK ((cardinality(agencies) > 0));
alter table consents add constraint consents_capacity_check CHECK ((capacity = ANY (ARRAY['has'::text, 'in doubt'::text, 'lacks'::text])));
alter table consents add constraint consents_capacity_note_check CHECK ((length(capacity_note) <= 1000));
alter table consents add constraint consents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table consents add constraint consents_channel_check CHECK ((channel = ANY (ARRAY['in person'::text, 'phone'::text, 'video'::text, 'paper'::text, 'e-mail'::text, 'portal'::text])));
alter table consents add constraint consents_check CHECK ((expires_on > given_on));
alter table consents add constraint consents_check1 CHECK (((capacity = 'has'::text) OR (length(capacity_note) >= 3)));
alter table consents add constraint consents_check2 CHECK (((capacity <> 'lacks'::text) OR (given_by <> 'self'::text)));
alter table consents add constraint consents_check3 CHECK (((withdrawn_at IS NULL) OR (length(withdrawal) >= 3)));
alter table consents add constraint consents_given_by_check CHECK ((given_by = ANY (ARRAY['self'::text, 'parent or guardian'::text, 'deputy or attorney'::text])));
alter table consents add constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE RESTRICT;
alter table consents add constraint consents_pkey PRIMARY KEY (id);
alter table consents add constraint consents_purposes_check CHECK (((length(purposes) >= 3) AND (length(purposes) <= 1000)));
alter table consents add constraint consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table consents add constraint consents_withdrawal_check CHECK ((length(withdrawal) <= 1000));
alter table consents add constraint consents_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES workers(id);
alter table consents add constraint consents_wording_check CHECK ((length(wording) <= 60));
alter table consents add constraint consents_words_shown_check CHECK (((length(words_shown) >= 10) AND (length(words_shown) <= 4000)));
alter table credentials add constraint credentials_pkey PRIMARY KEY (id);
alter table credentials add constraint credentials_provider_id_account_id_key UNIQUE (provider_id, account_id);
alter table credentials add constraint credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table digests add constraint digests_pkey PRIMARY KEY (worker_id, day);
alter table digests add constraint digests_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table document_versions add constraint document_versions_added_by_fkey FOREIGN KEY (added_by) REFERENCES workers(id);
alter table document_versions add constraint document_versions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table document_versions add constraint document_versions_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
alter table document_versions add constraint document_versions_document_id_number_key UNIQUE (document_id, number);
alter table document_versions add constraint document_versions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE RESTRICT;
alter table document_versions add constraint document_versions_note_check CHECK ((length(note) <= 500));
alter table document_versions add constraint document_versions_number_check CHECK ((number >= 1));
alter table document_versions add constraint document_versions_pkey PRIMARY KEY (id);
alter table documents add constraint documents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table documents add constraint documents_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table documents add constraint documents_category_check CHECK (is_category(category));
alter table documents add constraint documents_created_by_fkey FOREIGN KEY (created_by) REFERENCES workers(id);
alter table documents add constraint documents_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60)));
alter table documents add constraint documents_pkey PRIMARY KEY (id);
alter table documents add constraint documents_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
alter table drafts add constraint drafts_body_check CHECK ((pg_column_size(body) <= 200000));
alter table drafts add constraint drafts_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)));
alter table drafts add constraint drafts_pkey PRIMARY KEY (worker_id, key);
alter table drafts add constraint drafts_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table emergency_attempts add constraint emergency_attempts_pkey PRIMARY KEY (worker_id, at);
alter table emergency_attempts add constraint emergency_attempts_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table emergency_openings add constraint emergency_openings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table emergency_openings add constraint emergency_openings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table emergency_openings add constraint emergency_openings_check CHECK (((outcome IS NULL) = (reviewed_at IS NULL)));
alter table emergency_openings add constraint emergency_openings_check1 CHECK (((outcome IS NULL) OR (length(review_words) >= 3)));
alter table emergency_openings add constraint emergency_openings_check2 CHECK (((ends_at >= (opened_at + '00:15:00'::interval)) AND (ends_at <= (opened_at + '01:00:00'::interval))));
alter table emergency_openings add constraint emergency_openings_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id) ON DELETE CASCADE;
alter table emergency_openings add constraint emergency_openings_outcome_check CHECK ((outcome = ANY (ARRAY['justified'::text, 'not justified'::text])));
alter table emergency_openings add constraint emergency_openings_pkey PRIMARY KEY (id);
alter table emergency_openings add constraint emergency_openings_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 1000)));
alter table emergency_openings add constraint emergency_openings_review_words_check CHECK ((length(review_words) <= 2000));
alter table emergency_openings add constraint emergency_openings_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES workers(id);
alter table emergency_openings add constraint emergency_openings_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id);
alter table entries add constraint entries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table entries add constraint entries_author_id_fkey FOREIGN KEY (author_id) REFERENCES workers(id);
alter table entries add constraint entries_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)));
alter table entries add constraint entries_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table entries add constraint entries_category_check CHECK (is_category(category));
alter table entries add constraint entries_check CHECK (((corrects_id IS NULL) = (correction_reason = ''::text)));
alter table entries add constraint entries_correction_reason_check CHECK ((length(correction_reason) <= 500));
alter table entries add constraint entries_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES entries(id) ON DELETE RESTRICT;
alter table entries add constraint entries_corrects_id_key UNIQUE (corrects_id);
alter table entries add constraint entries_grade_check CHECK ((length(grade) <= 10));
alter table entries add constraint entries_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)));
alter table entries add constraint entries_pkey PRIMARY KEY (id);
alter table entry_people add constraint entry_people_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id) ON DELETE CASCADE;
alter table entry_people add constraint entry_people_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE RESTRICT;
alter table entry_people add constraint entry_people_pkey PRIMARY KEY (entry_id, person_id);
alter table equality_answers add constraint equality_answers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table equality_answers add constraint equality_answers_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 200)));
alter table equality_answers add constraint equality_answers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table equality_answers add constraint equality_answers_pkey PRIMARY KEY (id);
alter table equality_answers add constraint equality_answers_question_check CHECK ((question = ANY (ARRAY['age'::text, 'disability'::text, 'gender reassignment'::text, 'marriage or civil partnership'::text, 'pregnancy or maternity'::text, 'race'::text, 'religion or belief'::text, 'sex'::text, 'sexual orientation'::text])));
alter table equality_answers add constraint equality_answers_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table equality_answers add constraint equality_answers_source_check CHECK ((source = ANY (ARRAY['self'::text, 'observed'::text])));
alter table events add constraint events_category_check CHECK (is_category(category));
alter table events add constraint events_kind_check CHECK ((kind ~ '^[a-z_]{3,60}$'::text));
alter table events add constraint events_pkey PRIMARY KEY (id, at);
alter table files add constraint files_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table files add constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
alter table files add constraint files_pkey PRIMARY KEY (id);
alter table files add constraint files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table files add constraint files_size_check CHECK ((size >= 0));
alter table files add constraint files_stored_by_fkey FOREIGN KEY (stored_by) REFERENCES workers(id);
alter table files add constraint files_type_check CHECK ((length(type) <= 100));
alter table first_looks add constraint first_looks_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id);
alter table first_looks add constraint first_looks_pkey PRIMARY KEY (grant_id);
alter table first_looks add constraint first_looks_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id);
alter table flags add constraint flags_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table flags add constraint flags_check CHECK ((((outcome IS NULL) = (reviewed_at IS NULL)) AND ((outcome IS NULL) = (reviewed_by IS NULL))));
alter table flags add constraint flags_found_check CHECK ((found > 0));
alter table flags add constraint flags_note_check CHECK ((length(note) <= 1000));
alter table flags add constraint flags_outcome_check CHECK ((outcome = ANY (ARRAY['explained'::text, 'spoken_to'::text, 'investigated'::text])));
alter table flags add constraint flags_pattern_fkey FOREIGN KEY (pattern) REFERENCES patterns(key);
alter table flags add constraint flags_pattern_worker_id_day_key UNIQUE (pattern, worker_id, day);
alter table flags add constraint flags_pkey PRIMARY KEY (id);
alter table flags add constraint flags_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES workers(id);
alter table flags add constraint flags_subjects_check CHECK ((cardinality(subjects) <= 10));
alter table flags add constraint flags_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table grants add constraint grants_agreement_id_clause_fkey FOREIGN KEY (agreement_id, clause) REFERENCES agreement_clauses(agreement_id, number);
alter table grants add constraint grants_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id) ON DELETE RESTRICT;
alter table grants add constraint grants_basis_check CHECK ((basis = ANY (ARRAY['owner'::text, 'agreement'::text, 'statutory gateway'::text, 'vital interests'::text, 'consent'::text, 'break-glass'::text])));
alter table grants add constraint grants_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table grants add constraint grants_categories_check CHECK ((categories <@ ARRAY['health'::text, 'safe address'::text, 'sexual orientation'::text, 'immigration'::text, 'other'::text]));
alter table grants add constraint grants_check CHECK ((ends_at > starts_at));
alter table grants add constraint grants_check1 CHECK (((basis = 'agreement'::text) = (agreement_id IS NOT NULL)));
alter table grants add constraint grants_check2 CHECK (((basis <> 'statutory gateway'::text) OR (length(gateway) > 2)));
alter table grants add constraint grants_check3 CHECK (((basis = 'consent'::text) = (consent_id IS NOT NULL)));
alter table grants add constraint grants_check4 CHECK (((open_by > starts_at) AND (open_by < ends_at)));
alter table grants add constraint grants_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consents(id) ON DELETE RESTRICT;
alter table grants add constraint grants_gateway_check CHECK ((length(gateway) <= 300));
alter table grants add constraint grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES workers(id);
alter table grants add constraint grants_pkey PRIMARY KEY (id);
alter table grants add constraint grants_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES principals(id) ON DELETE RESTRICT;
alter table grants add constraint grants_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 1000)));
alter table grants add constraint grants_revoke_reason_check CHECK ((length(revoke_reason) <= 1000));
alter table grants add constraint grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES workers(id);
alter table grants add constraint grants_sides_check CHECK ((cardinality(sides) > 0));
alter table information_requests add constraint information_requests_about_check CHECK (((length(about) >= 3) AND (length(about) <= 300)));
alter table information_requests add constraint information_requests_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id);
alter table information_requests add constraint information_requests_answer_check CHECK ((answer = ANY (ARRAY['share'::text, 'nil'::text, 'refused'::text])));
alter table information_requests add constraint information_requests_answer_words_check CHECK ((length(answer_words) <= 1000));
alter table information_requests add constraint information_requests_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES workers(id);
alter table information_requests add constraint information_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES workers(id);
alter table information_requests add constraint information_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table information_requests add constraint information_requests_check CHECK ((from_agency_id <> to_agency_id));
alter table information_requests add constraint information_requests_check1 CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL))));
alter table information_requests add constraint information_requests_check2 CHECK (((answer IS DISTINCT FROM 'nil'::text) OR (answer_words = ''::text)));
alter table information_requests add constraint information_requests_check3 CHECK (((answer IS DISTINCT FROM 'refused'::text) OR (length(answer_words) >= 3)));
alter table information_requests add constraint information_requests_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES agencies(id);
alter table information_requests add constraint information_requests_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id) ON DELETE SET NULL;
alter table information_requests add constraint information_requests_handed_to_fkey FOREIGN KEY (handed_to) REFERENCES workers(id);
alter table information_requests add constraint information_requests_pkey PRIMARY KEY (id);
alter table information_requests add constraint information_requests_purpose_check CHECK (((length(purpose) >= 3) AND (length(purpose) <= 1000)));
alter table information_requests add constraint information_requests_question_check CHECK (((length(question) >= 3) AND (length(question) <= 2000)));
alter table information_requests add constraint information_requests_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES agencies(id);
alter table information_requests add constraint information_requests_urgency_check CHECK ((urgency = ANY (ARRAY['today'::text, 'soon'::text, 'routine'::text])));
alter table interests add constraint interests_born_on_check CHECK (((born_on >= '1850-01-01'::date) AND (born_on <= '2100-01-01'::date)));
alter table interests add constraint interests_check CHECK (((kind <> 'home'::text) OR ((line1 <> ''::text) AND (postcode <> ''::text))));
alter table interests add constraint interests_check1 CHECK (((kind <> 'phone'::text) OR (phone <> ''::text)));
alter table interests add constraint interests_check2 CHECK (((kind <> ALL (ARRAY['relative'::text, 'ward'::text])) OR (name <> ''::text)));
alter table interests add constraint interests_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'phone'::text, 'relative'::text, 'ward'::text, 'other'::text])));
alter table interests add constraint interests_line1_check CHECK ((length(line1) <= 200));
alter table interests add constraint interests_name_check CHECK ((length(name) <= 200));
alter table interests add constraint interests_note_check CHECK ((length(note) <= 500));
alter table interests add constraint interests_phone_check CHECK ((length(phone) <= 40));
alter table interests add constraint interests_pkey PRIMARY KEY (id);
alter table interests add constraint interests_postcode_check CHECK ((length(postcode) <= 10));
alter table interests add constraint interests_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table invitations add constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES workers(id);
alter table invitations add constraint invitations_pkey PRIMARY KEY (id);
alter table invitations add constraint invitations_token_key UNIQUE (token);
alter table invitations add constraint invitations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table last_looks add constraint last_looks_check CHECK ((before_at <= began_at));
alter table last_looks add constraint last_looks_check1 CHECK ((began_at <= last_at));
alter table last_looks add constraint last_looks_pkey PRIMARY KEY (worker_id, case_id);
alter table looks add constraint looks_category_check CHECK (is_category(category));
alter table looks add constraint looks_kind_check CHECK ((kind ~ '^[a-z_]{3,60}$'::text));
alter table looks add constraint looks_pkey PRIMARY KEY (at, id);
alter table looks add constraint looks_words_check CHECK ((length(words) <= 300));
alter table message_reads add constraint message_reads_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE;
alter table message_reads add constraint message_reads_pkey PRIMARY KEY (message_id, worker_id);
alter table message_reads add constraint message_reads_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table messages add constraint messages_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table messages add constraint messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES workers(id);
alter table messages add constraint messages_body_check CHECK (((length(body) >= 1) AND (length(body) <= 8000)));
alter table messages add constraint messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table messages add constraint messages_category_check CHECK (is_category(category));
alter table messages add constraint messages_check CHECK ((answer_by > sent_at));
alter table messages add constraint messages_check1 CHECK (((answer_by IS NULL) OR (to_id IS NOT NULL)));
alter table messages add constraint messages_pkey PRIMARY KEY (id);
alter table messages add constraint messages_to_as_fkey FOREIGN KEY (to_as) REFERENCES agencies(id);
alter table messages add constraint messages_to_id_fkey FOREIGN KEY (to_id) REFERENCES principals(id) ON DELETE RESTRICT;
alter table named_readers add constraint named_readers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table named_readers add constraint named_readers_named_by_fkey FOREIGN KEY (named_by) REFERENCES workers(id);
alter table named_readers add constraint named_readers_pkey PRIMARY KEY (record_id, worker_id);
alter table named_readers add constraint named_readers_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table notices add constraint notices_about_id_fkey FOREIGN KEY (about_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table notices add constraint notices_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table notices add constraint notices_check CHECK (((kind = 'case_left_behind'::text) = (about_id IS NOT NULL)));
alter table notices add constraint notices_kind_check CHECK ((kind = ANY (ARRAY['consent_withdrawn'::text, 'case_opened_in_emergency'::text, 'opening_reviewed'::text, 'case_left_behind'::text])));
alter table notices add constraint notices_pkey PRIMARY KEY (id);
alter table notices add constraint notices_to_id_fkey FOREIGN KEY (to_id) REFERENCES principals(id) ON DELETE CASCADE;
alter table outcomes add constraint outcomes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table outcomes add constraint outcomes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table outcomes add constraint outcomes_detail_check CHECK ((length(detail) <= 4000));
alter table outcomes add constraint outcomes_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 100)));
alter table outcomes add constraint outcomes_pkey PRIMARY KEY (id);
alter table outcomes add constraint outcomes_quantity_check CHECK (((quantity >= 1) AND (quantity <= 100000)));
alter table outcomes add constraint outcomes_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table passkeys add constraint passkeys_credential_id_key UNIQUE (credential_id);
alter table passkeys add constraint passkeys_name_check CHECK ((length(name) <= 100));
alter table passkeys add constraint passkeys_pkey PRIMARY KEY (id);
alter table passkeys add constraint passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table patterns add constraint patterns_key_check CHECK ((key ~ '^[a-z_]{3,40}$'::text));
alter table patterns add constraint patterns_pkey PRIMARY KEY (key);
alter table patterns add constraint patterns_threshold_check CHECK ((threshold > 0));
alter table people add constraint people_born_on_check CHECK (((born_on >= '1850-01-01'::date) AND (born_on <= '2100-01-01'::date)));
alter table people add constraint people_born_precision_check CHECK ((born_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'about'::text])));
alter table people add constraint people_check CHECK (((given_name <> ''::text) OR (family_name <> ''::text)));
alter table people add constraint people_created_by_fkey FOREIGN KEY (created_by) REFERENCES workers(id);
alter table people add constraint people_family_name_check CHECK ((length(family_name) <= 100));
alter table people add constraint people_gender_check CHECK ((length(gender) <= 60));
alter table people add constraint people_given_name_check CHECK ((length(given_name) <= 100));
alter table people add constraint people_held_by_fkey FOREIGN KEY (held_by) REFERENCES principals(id) ON DELETE RESTRICT;
alter table people add constraint people_pkey PRIMARY KEY (id);
alter table people add constraint people_source_reference_check CHECK ((length(source_reference) <= 100));
alter table person_contacts add constraint person_contacts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_contacts add constraint person_contacts_category_check CHECK (is_category(category));
alter table person_contacts add constraint person_contacts_check CHECK (((case_id IS NOT NULL) OR (side IS NULL)));
alter table person_contacts add constraint person_contacts_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'mobile'::text, 'phone'::text, 'email'::text, 'other'::text])));
alter table person_contacts add constraint person_contacts_note_check CHECK ((length(note) <= 500));
alter table person_contacts add constraint person_contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_contacts add constraint person_contacts_pkey PRIMARY KEY (id);
alter table person_contacts add constraint person_contacts_postcode_check CHECK ((length(postcode) <= 10));
alter table person_contacts add constraint person_contacts_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table person_contacts add constraint person_contacts_source_check CHECK ((length(source) <= 200));
alter table person_contacts add constraint person_contacts_value_check CHECK (((length(value) >= 1) AND (length(value) <= 300)));
alter table person_keys add constraint person_keys_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_keys add constraint person_keys_person_id_case_id_key UNIQUE NULLS NOT DISTINCT (person_id, case_id);
alter table person_keys add constraint person_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_merges add constraint person_merges_absorbed_id_fkey FOREIGN KEY (absorbed_id) REFERENCES people(id) ON DELETE RESTRICT;
alter table person_merges add constraint person_merges_check CHECK ((kept_id <> absorbed_id));
alter table person_merges add constraint person_merges_end_reason_check CHECK ((length(end_reason) <= 500));
alter table person_merges add constraint person_merges_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES workers(id);
alter table person_merges add constraint person_merges_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES people(id) ON DELETE RESTRICT;
alter table person_merges add constraint person_merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES workers(id);
alter table person_merges add constraint person_merges_pkey PRIMARY KEY (id);
alter table person_merges add constraint person_merges_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)));
alter table person_names add constraint person_names_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_names add constraint person_names_category_check CHECK (is_category(category));
alter table person_names add constraint person_names_check CHECK (((case_id IS NOT NULL) OR (side IS NULL)));
alter table person_names add constraint person_names_kind_check CHECK ((kind = ANY (ARRAY['alias'::text, 'nickname'::text, 'former'::text, 'other script'::text])));
alter table person_names add constraint person_names_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table person_names add constraint person_names_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_names add constraint person_names_pkey PRIMARY KEY (id);
alter table person_names add constraint person_names_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table person_needs add constraint person_needs_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_needs add constraint person_needs_category_check CHECK (is_category(category));
alter table person_needs add constraint person_needs_check CHECK (((case_id IS NOT NULL) OR (side IS NULL)));
alter table person_needs add constraint person_needs_detail_check CHECK (((length(detail) >= 1) AND (length(detail) <= 500)));
alter table person_needs add constraint person_needs_kind_check CHECK ((kind = ANY (ARRAY['language'::text, 'interpreter'::text, 'communication'::text, 'access'::text, 'safe contact'::text, 'other'::text])));
alter table person_needs add constraint person_needs_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_needs add constraint person_needs_pkey PRIMARY KEY (id);
alter table person_needs add constraint person_needs_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table person_pairs add constraint person_pairs_answer_check CHECK ((answer = ANY (ARRAY['same'::text, 'different'::text, 'not sure'::text])));
alter table person_pairs add constraint person_pairs_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES workers(id);
alter table person_pairs add constraint person_pairs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES workers(id);
alter table person_pairs add constraint person_pairs_check CHECK ((one_id < other_id));
alter table person_pairs add constraint person_pairs_one_id_fkey FOREIGN KEY (one_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_pairs add constraint person_pairs_one_id_other_id_key UNIQUE (one_id, other_id);
alter table person_pairs add constraint person_pairs_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_pairs add constraint person_pairs_pkey PRIMARY KEY (id);
alter table person_relationships add constraint person_relationships_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_relationships add constraint person_relationships_category_check CHECK (is_category(category));
alter table person_relationships add constraint person_relationships_check CHECK ((other_id <> person_id));
alter table person_relationships add constraint person_relationships_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60)));
alter table person_relationships add constraint person_relationships_note_check CHECK ((length(note) <= 500));
alter table person_relationships add constraint person_relationships_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_relationships add constraint person_relationships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_relationships add constraint person_relationships_pkey PRIMARY KEY (id);
alter table person_relationships add constraint person_relationships_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table person_versions add constraint person_versions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_versions add constraint person_versions_person_id_version_key UNIQUE (person_id, version);
alter table person_versions add constraint person_versions_pkey PRIMARY KEY (id);
alter table person_versions add constraint person_versions_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES workers(id);
alter table person_warnings add constraint person_warnings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table person_warnings add constraint person_warnings_category_check CHECK (is_category(category));
alter table person_warnings add constraint person_warnings_check CHECK (((case_id IS NOT NULL) OR (side IS NULL)));
alter table person_warnings add constraint person_warnings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES workers(id);
alter table person_warnings add constraint person_warnings_instruction_check CHECK (((length(instruction) >= 3) AND (length(instruction) <= 200)));
alter table person_warnings add constraint person_warnings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table person_warnings add constraint person_warnings_pkey PRIMARY KEY (id);
alter table person_warnings add constraint person_warnings_reason_check CHECK ((length(reason) <= 1000));
alter table person_warnings add constraint person_warnings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES workers(id);
alter table places add constraint places_check CHECK (((name <> ''::text) OR (line1 <> ''::text)));
alter table places add constraint places_created_by_fkey FOREIGN KEY (created_by) REFERENCES workers(id);
alter table places add constraint places_held_by_fkey FOREIGN KEY (held_by) REFERENCES principals(id) ON DELETE RESTRICT;
alter table places add constraint places_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'premises'::text, 'public place'::text, 'area'::text])));
alter table places add constraint places_line1_check CHECK ((length(line1) <= 200));
alter table places add constraint places_name_check CHECK ((length(name) <= 200));
alter table places add constraint places_pkey PRIMARY KEY (id);
alter table places add constraint places_postcode_check CHECK ((length(postcode) <= 10));
alter table places add constraint places_town_check CHECK ((length(town) <= 100));
alter table places add constraint places_uprn_check CHECK ((uprn ~ '^[0-9]{0,12}$'::text));
alter table postcode_wards add constraint postcode_wards_district_check CHECK ((length(district) <= 100));
alter table postcode_wards add constraint postcode_wards_pkey PRIMARY KEY (postcode);
alter table postcode_wards add constraint postcode_wards_postcode_check CHECK (((length(postcode) >= 5) AND (length(postcode) <= 8)));
alter table postcode_wards add constraint postcode_wards_ward_check CHECK (((length(ward) >= 1) AND (length(ward) <= 100)));
alter table principals add constraint principals_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'team'::text, 'worker'::text])));
alter table principals add constraint principals_pkey PRIMARY KEY (id);
alter table programmes add constraint programmes_check CHECK (((never_learns IS NULL) OR (never_learns = ANY (sides))));
alter table programmes add constraint programmes_pkey PRIMARY KEY (key, version);
alter table recall_copies add constraint recall_copies_kind_check CHECK ((kind = ANY (ARRAY['print'::text, 'export'::text, 'download'::text])));
alter table recall_copies add constraint recall_copies_pkey PRIMARY KEY (id);
alter table recall_copies add constraint recall_copies_recall_id_fkey FOREIGN KEY (recall_id) REFERENCES recalls(id) ON DELETE CASCADE;
alter table recall_copies add constraint recall_copies_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id);
alter table recalls add constraint recalls_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table recalls add constraint recalls_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table recalls add constraint recalls_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)));
alter table recalls add constraint recalls_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES workers(id);
alter table recalls add constraint recalls_confirmed_words_check CHECK ((length(confirmed_words) <= 1000));
alter table recalls add constraint recalls_drafts_check CHECK ((drafts >= 0));
alter table recalls add constraint recalls_kind_check CHECK ((kind = ANY (ARRAY['share'::text, 'worker'::text, 'person'::text, 'entry'::text])));
alter table recalls add constraint recalls_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id);
alter table recalls add constraint recalls_pkey PRIMARY KEY (id);
alter table recalls add constraint recalls_subject_id_case_id_agency_id_key UNIQUE (subject_id, case_id, agency_id);
alter table receipts add constraint receipts_check CHECK (((step = 'acted'::text) OR (task_id IS NULL)));
alter table receipts add constraint receipts_check1 CHECK (((step <> 'answered'::text) OR (length(words) >= 3)));
alter table receipts add constraint receipts_check2 CHECK (((step <> 'acted'::text) OR (task_id IS NOT NULL) OR (length(words) >= 3)));
alter table receipts add constraint receipts_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id) ON DELETE CASCADE;
alter table receipts add constraint receipts_pkey PRIMARY KEY (grant_id, step);
alter table receipts add constraint receipts_step_check CHECK ((step = ANY (ARRAY['understood'::text, 'answered'::text, 'acted'::text])));
alter table receipts add constraint receipts_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id);
alter table receipts add constraint receipts_words_check CHECK ((length(words) <= 1000));
alter table receipts add constraint receipts_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id);
alter table reminder_choices add constraint reminder_choices_kinds_check CHECK ((kinds <@ ARRAY['soon'::text, 'today'::text, 'late'::text, 'others'::text]));
alter table reminder_choices add constraint reminder_choices_pkey PRIMARY KEY (worker_id);
alter table reminder_choices add constraint reminder_choices_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table search_index add constraint search_index_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'case'::text, 'place'::text, 'document'::text])));
alter table search_index add constraint search_index_kind_id_case_id_side_key UNIQUE NULLS NOT DISTINCT (kind, id, case_id, side);
alter table search_notices add constraint search_notices_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table search_notices add constraint search_notices_case_id_searcher_id_day_key UNIQUE (case_id, searcher_id, day);
alter table search_notices add constraint search_notices_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id);
alter table search_notices add constraint search_notices_pkey PRIMARY KEY (id);
alter table search_notices add constraint search_notices_searcher_agency_id_fkey FOREIGN KEY (searcher_agency_id) REFERENCES agencies(id);
alter table search_notices add constraint search_notices_searcher_id_fkey FOREIGN KEY (searcher_id) REFERENCES workers(id);
alter table sessions add constraint sessions_idle_minutes_check CHECK ((idle_minutes > 0));
alter table sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table sessions add constraint sessions_token_key UNIQUE (token);
alter table sessions add constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table shut_cases add constraint shut_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table shut_cases add constraint shut_cases_pkey PRIMARY KEY (worker_id, case_id);
alter table shut_cases add constraint shut_cases_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table sign_in_attempts add constraint sign_in_attempts_kind_check CHECK ((kind = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text, 'reset'::text, 'invitation'::text])));
alter table sign_in_attempts add constraint sign_in_attempts_pkey PRIMARY KEY (id);
alter table sign_in_attempts add constraint sign_in_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL;
alter table task_notes add constraint task_notes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id);
alter table task_notes add constraint task_notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES workers(id);
alter table task_notes add constraint task_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 8000)));
alter table task_notes add constraint task_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table task_notes add constraint task_notes_pkey PRIMARY KEY (id);
alter table task_notes add constraint task_notes_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE;
alter table tasks add constraint tasks_aim_id_fkey FOREIGN KEY (aim_id) REFERENCES aims(id) ON DELETE SET NULL;
alter table tasks add constraint tasks_assigned_as_fkey FOREIGN KEY (assigned_as) REFERENCES agencies(id);
alter table tasks add constraint tasks_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES principals(id) ON DELETE RESTRICT;
alter table tasks add constraint tasks_cancel_reason_check CHECK ((length(cancel_reason) <= 500));
alter table tasks add constraint tasks_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES workers(id);
alter table tasks add constraint tasks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
alter table tasks add constraint tasks_category_check CHECK (is_category(category));
alter table tasks add constraint tasks_check CHECK (((done_at IS NULL) OR (length(evidence) > 0)));
alter table tasks add constraint tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES workers(id);
alter table tasks add constraint tasks_detail_check CHECK ((length(detail) <= 4000));
alter table tasks add constraint tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES workers(id);
alter table tasks add constraint tasks_evidence_check CHECK ((length(evidence) <= 4000));
alter table tasks add constraint tasks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES principals(id) ON DELETE RESTRICT;
alter table tasks add constraint tasks_pkey PRIMARY KEY (id);
alter table tasks add constraint tasks_title_check CHECK (((length(title) >= 3) AND (length(title) <= 300)));
alter table team_members add constraint team_members_added_by_fkey FOREIGN KEY (added_by) REFERENCES workers(id);
alter table team_members add constraint team_members_check CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)));
alter table team_members add constraint team_members_pkey PRIMARY KEY (id);
alter table team_members add constraint team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id) ON DELETE CASCADE;
alter table team_members add constraint team_members_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table teams add constraint teams_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id) ON DELETE RESTRICT;
alter table teams add constraint teams_id_fkey FOREIGN KEY (id) REFERENCES principals(id);
alter table teams add constraint teams_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)));
alter table teams add constraint teams_pkey PRIMARY KEY (id);
alter table teams add constraint teams_purpose_check CHECK ((length(purpose) <= 500));
alter table two_factors add constraint two_factors_pkey PRIMARY KEY (id);
alter table two_factors add constraint two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table urgent_alerts add constraint urgent_alerts_check CHECK ((num_nonnulls(grant_id, message_id) = 1));
alter table urgent_alerts add constraint urgent_alerts_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id) ON DELETE CASCADE;
alter table urgent_alerts add constraint urgent_alerts_grant_id_worker_id_key UNIQUE (grant_id, worker_id);
alter table urgent_alerts add constraint urgent_alerts_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE;
alter table urgent_alerts add constraint urgent_alerts_message_id_worker_id_key UNIQUE (message_id, worker_id);
alter table urgent_alerts add constraint urgent_alerts_pkey PRIMARY KEY (id);
alter table urgent_alerts add constraint urgent_alerts_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table users add constraint users_email_check CHECK ((email = lower(email)));
alter table users add constraint users_email_key UNIQUE (email);
alter table users add constraint users_pkey PRIMARY KEY (id);
alter table users add constraint users_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table users add constraint users_worker_id_key UNIQUE (worker_id);
alter table verifications add constraint verifications_pkey PRIMARY KEY (id);
alter table worker_roles add constraint worker_roles_given_by_fkey FOREIGN KEY (given_by) REFERENCES workers(id);
alter table worker_roles add constraint worker_roles_pkey PRIMARY KEY (worker_id, role);
alter table worker_roles add constraint worker_roles_role_check CHECK ((role = ANY (ARRAY['panel_coordinator'::text, 'agency_administrator'::text, 'information_governance_lead'::text, 'partnership_administrator'::text])));
alter table worker_roles add constraint worker_roles_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE;
alter table workers add constraint workers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id) ON DELETE RESTRICT;
alter table workers add constraint workers_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));
alter table workers add constraint workers_email_key UNIQUE (email);
alter table workers add constraint workers_id_fkey FOREIGN KEY (id) REFERENCES principals(id);
alter table workers add constraint workers_job_title_check CHECK ((length(job_title) <= 120));
alter table workers add constraint workers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table workers add constraint workers_phone_check CHECK ((length(phone) <= 40));
alter table workers add constraint workers_pkey PRIMARY KEY (id);

-- Indexes

CREATE UNIQUE INDEX agencies_name_key ON public.agencies USING btree (name);
CREATE UNIQUE INDEX agencies_pkey ON public.agencies USING btree (id);
CREATE UNIQUE INDEX agreement_clauses_pkey ON public.agreement_clauses USING btree (agreement_id, number);
CREATE INDEX agreement_parties_agency_id_idx ON public.agreement_parties USING btree (agency_id);
CREATE UNIQUE INDEX agreement_parties_pkey ON public.agreement_parties USING btree (agreement_id, agency_id);
CREATE UNIQUE INDEX agreements_pkey ON public.agreements USING btree (id);
CREATE UNIQUE INDEX agreements_reference_key ON public.agreements USING btree (reference);
CREATE INDEX aims_case_id_idx ON public.aims USING btree (case_id);
CREATE UNIQUE INDEX aims_pkey ON public.aims USING btree (id);
CREATE UNIQUE INDEX audit_seals_from_turn_idx ON public.audit_seals USING btree (from_turn);
CREATE UNIQUE INDEX audit_seals_pkey ON public.audit_seals USING btree (number);
CREATE UNIQUE INDEX carried_forms_pkey ON public.carried_forms USING btree (id);
CREATE INDEX carried_forms_user_id_idx ON public.carried_forms USING btree (user_id);
CREATE INDEX case_access_grant_id_idx ON public.case_access USING btree (grant_id);
CREATE UNIQUE INDEX case_access_pkey ON public.case_access USING btree (case_id, principal_id, grant_id);
CREATE INDEX case_access_principal_id_open_active_at_case_id_tier_starts_idx ON public.case_access USING btree (principal_id, open, active_at DESC) INCLUDE (case_id, tier, starts_at, ends_at, agreement_id);
CREATE INDEX case_objects_case_id_idx ON public.case_objects USING btree (case_id);
CREATE UNIQUE INDEX case_objects_pkey ON public.case_objects USING btree (id);
CREATE INDEX case_people_case_id_idx ON public.case_people USING btree (case_id);
CREATE UNIQUE INDEX case_people_case_id_person_id_role_side_idx ON public.case_people USING btree (case_id, person_id, role, side) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX case_people_person_id_idx ON public.case_people USING btree (person_id);
CREATE UNIQUE INDEX case_people_pkey ON public.case_people USING btree (id);
CREATE INDEX case_places_case_id_idx ON public.case_places USING btree (case_id);
CREATE UNIQUE INDEX case_places_case_id_place_id_role_side_idx ON public.case_places USING btree (case_id, place_id, role, side) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX case_places_pkey ON public.case_places USING btree (id);
CREATE INDEX case_places_place_id_idx ON public.case_places USING btree (place_id);
CREATE INDEX case_places_sub_case_id_idx ON public.case_places USING btree (sub_case_id);
CREATE INDEX case_pointers_owner_agency_id_idx ON public.case_pointers USING btree (owner_agency_id);
CREATE UNIQUE INDEX case_pointers_pkey ON public.case_pointers USING btree (case_id);
CREATE INDEX case_pointers_reference_idx ON public.case_pointers USING btree (reference);
CREATE INDEX cases_lead_worker_id_idx ON public.cases USING btree (lead_worker_id);
CREATE INDEX cases_owner_agency_id_idx ON public.cases USING btree (owner_agency_id);
CREATE INDEX cases_parent_id_idx ON public.cases USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (id);
CREATE UNIQUE INDEX cases_reference_key ON public.cases USING btree (reference);
CREATE INDEX closures_case_id_idx ON public.closures USING btree (case_id);
CREATE UNIQUE INDEX closures_case_id_idx1 ON public.closures USING btree (case_id) WHERE (reopened_at IS NULL);
CREATE UNIQUE INDEX closures_pkey ON public.closures USING btree (id);
CREATE UNIQUE INDEX conflicts_declared_once ON public.conflicts USING btree (worker_id, person_id, case_id, declared_by) NULLS NOT DISTINCT WHERE ((declared_by IS NOT NULL) AND (lifted_at IS NULL));
CREATE UNIQUE INDEX conflicts_found_once ON public.conflicts USING btree (worker_id, person_id, case_id, kind) NULLS NOT DISTINCT WHERE ((declared_by IS NULL) AND (NOT place_had_left));
CREATE INDEX conflicts_person_id_idx ON public.conflicts USING btree (person_id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX conflicts_pkey ON public.conflicts USING btree (id);
CREATE INDEX consents_case_id_idx ON public.consents USING btree (case_id);
CREATE INDEX consents_person_id_idx ON public.consents USING btree (person_id);
CREATE UNIQUE INDEX consents_pkey ON public.consents USING btree (id);
CREATE UNIQUE INDEX credentials_pkey ON public.credentials USING btree (id);
CREATE UNIQUE INDEX credentials_provider_id_account_id_key ON public.credentials USING btree (provider_id, account_id);
CREATE INDEX credentials_user_id_idx ON public.credentials USING btree (user_id);
CREATE UNIQUE INDEX digests_pkey ON public.digests USING btree (worker_id, day);
CREATE UNIQUE INDEX document_versions_document_id_number_key ON public.document_versions USING btree (document_id, number);
CREATE INDEX document_versions_file_id_idx ON public.document_versions USING btree (file_id);
CREATE UNIQUE INDEX document_versions_pkey ON public.document_versions USING btree (id);
CREATE INDEX documents_case_id_created_at_idx ON public.documents USING btree (case_id, created_at DESC);
CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (id);
CREATE UNIQUE INDEX drafts_pkey ON public.drafts USING btree (worker_id, key);
CREATE UNIQUE INDEX emergency_attempts_pkey ON public.emergency_attempts USING btree (worker_id, at);
CREATE INDEX emergency_openings_case_id_idx ON public.emergency_openings USING btree (case_id);
CREATE UNIQUE INDEX emergency_openings_pkey ON public.emergency_openings USING btree (id);
CREATE INDEX emergency_openings_review_by_idx ON public.emergency_openings USING btree (review_by) WHERE (reviewed_at IS NULL);
CREATE INDEX emergency_openings_worker_id_idx ON public.emergency_openings USING btree (worker_id);
CREATE INDEX entries_case_id_corrects_id_idx ON public.entries USING btree (case_id) INCLUDE (corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE INDEX entries_case_id_occurred_at_id_idx ON public.entries USING btree (case_id, occurred_at DESC, id DESC);
CREATE UNIQUE INDEX entries_corrects_id_key ON public.entries USING btree (corrects_id);
CREATE UNIQUE INDEX entries_pkey ON public.entries USING btree (id);
CREATE INDEX entry_people_person_id_idx ON public.entry_people USING btree (person_id);
CREATE UNIQUE INDEX entry_people_pkey ON public.entry_people USING btree (entry_id, person_id);
CREATE INDEX equality_answers_person_id_idx ON public.equality_answers USING btree (person_id);
CREATE UNIQUE INDEX equality_answers_pkey ON public.equality_answers USING btree (id);
CREATE INDEX events_at_id_idx ON ONLY public.events USING btree (at, id);
CREATE INDEX events_case_id_at_idx ON ONLY public.events USING btree (case_id, at DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX events_case_id_at_idx1 ON ONLY public.events USING btree (case_id, at DESC) WHERE ((case_id IS NOT NULL) AND (kind <> 'entry_added'::text));
CREATE UNIQUE INDEX events_pkey ON ONLY public.events USING btree (id, at);
CREATE INDEX events_subject_id_at_idx ON ONLY public.events USING btree (subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX events_turn_idx ON ONLY public.events USING btree (turn);
CREATE INDEX events_worker_id_at_idx ON ONLY public.events USING btree (worker_id, at DESC);
CREATE INDEX files_case_id_idx ON public.files USING btree (case_id);
CREATE UNIQUE INDEX files_pkey ON public.files USING btree (id);
CREATE UNIQUE INDEX first_looks_pkey ON public.first_looks USING btree (grant_id);
CREATE INDEX flags_agency_id_day_idx ON public.flags USING btree (agency_id, day DESC);
CREATE UNIQUE INDEX flags_pattern_worker_id_day_key ON public.flags USING btree (pattern, worker_id, day);
CREATE UNIQUE INDEX flags_pkey ON public.flags USING btree (id);
CREATE INDEX grants_agreement_id_idx ON public.grants USING btree (agreement_id) WHERE (agreement_id IS NOT NULL);
CREATE INDEX grants_case_id_idx ON public.grants USING btree (case_id);
CREATE INDEX grants_consent_id_idx ON public.grants USING btree (consent_id) WHERE (consent_id IS NOT NULL);
CREATE INDEX grants_ends_at_idx ON public.grants USING btree (ends_at) WHERE (ends_at < 'infinity'::timestamp with time zone);
CREATE INDEX grants_granted_by_ends_at_idx ON public.grants USING btree (granted_by, ends_at) WHERE ((revoked_at IS NULL) AND (ends_at < 'infinity'::timestamp with time zone));
CREATE INDEX grants_granted_by_granted_at_idx ON public.grants USING btree (granted_by, granted_at DESC) WHERE (basis <> ALL (ARRAY['owner'::text, 'break-glass'::text]));
CREATE INDEX grants_open_by_idx ON public.grants USING btree (open_by) WHERE (open_by IS NOT NULL);
CREATE UNIQUE INDEX grants_pkey ON public.grants USING btree (id);
CREATE INDEX grants_principal_id_ends_at_idx ON public.grants USING btree (principal_id, ends_at) WHERE ((revoked_at IS NULL) AND (ends_at < 'infinity'::timestamp with time zone));
CREATE INDEX grants_principal_id_granted_at_idx ON public.grants USING btree (principal_id, granted_at DESC) WHERE (basis <> ALL (ARRAY['owner'::text, 'break-glass'::text]));
CREATE INDEX grants_principal_id_idx ON public.grants USING btree (principal_id);
CREATE INDEX information_requests_asked_by_idx ON public.information_requests USING btree (asked_by);
CREATE INDEX information_requests_from_agency_id_answered_at_idx ON public.information_requests USING btree (from_agency_id, answered_at);
CREATE UNIQUE INDEX information_requests_pkey ON public.information_requests USING btree (id);
CREATE INDEX information_requests_to_agency_id_answered_at_idx ON public.information_requests USING btree (to_agency_id, answered_at);
CREATE INDEX interests_number ON public.interests USING btree (last_digits(phone)) WHERE ((kind = 'phone'::text) AND (ended_at IS NULL));
CREATE UNIQUE INDEX interests_pkey ON public.interests USING btree (id);
CREATE INDEX interests_postcode ON public.interests USING btree (plain_text(postcode)) WHERE ((kind = 'home'::text) AND (ended_at IS NULL));
CREATE INDEX interests_relative ON public.interests USING btree (plain_text(name)) WHERE ((kind = 'relative'::text) AND (ended_at IS NULL));
CREATE INDEX interests_ward ON public.interests USING btree (ward_key(name)) WHERE ((kind = 'ward'::text) AND (ended_at IS NULL));
CREATE INDEX interests_worker_id_idx ON public.interests USING btree (worker_id);
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id);
CREATE UNIQUE INDEX invitations_token_key ON public.invitations USING btree (token);
CREATE INDEX invitations_user_id_idx ON public.invitations USING btree (user_id);
CREATE UNIQUE INDEX last_looks_pkey ON public.last_looks USING btree (worker_id, case_id);
CREATE INDEX last_looks_worker_id_began_at_idx ON public.last_looks USING btree (worker_id, began_at DESC);
CREATE INDEX looks_case_id_at_idx ON ONLY public.looks USING btree (case_id, at DESC) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX looks_pkey ON ONLY public.looks USING btree (at, id);
CREATE INDEX looks_subject_id_at_idx ON ONLY public.looks USING btree (subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX looks_turn_idx ON ONLY public.looks USING btree (turn);
CREATE INDEX looks_worker_id_at_idx ON ONLY public.looks USING btree (worker_id, at DESC);
CREATE UNIQUE INDEX message_reads_pkey ON public.message_reads USING btree (message_id, worker_id);
CREATE INDEX messages_answer_by_idx ON public.messages USING btree (answer_by) WHERE (answer_by IS NOT NULL);
CREATE INDEX messages_case_id_sent_at_idx ON public.messages USING btree (case_id, sent_at);
CREATE INDEX messages_case_id_sent_at_idx1 ON public.messages USING btree (case_id, sent_at DESC) WHERE (to_id IS NULL);
CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (id);
CREATE INDEX messages_to_id_idx ON public.messages USING btree (to_id) WHERE (answer_by IS NOT NULL);
CREATE INDEX messages_to_id_sent_at_idx ON public.messages USING btree (to_id, sent_at DESC) WHERE (to_id IS NOT NULL);
CREATE INDEX named_readers_case_id_idx ON public.named_readers USING btree (case_id);
CREATE UNIQUE INDEX named_readers_pkey ON public.named_readers USING btree (record_id, worker_id);
CREATE INDEX named_readers_worker_id_idx ON public.named_readers USING btree (worker_id);
CREATE INDEX notices_case_id_idx ON public.notices USING btree (case_id);
CREATE UNIQUE INDEX notices_pkey ON public.notices USING btree (id);
CREATE INDEX notices_to_id_at_idx ON public.notices USING btree (to_id, at DESC);
CREATE INDEX outcomes_case_id_idx ON public.outcomes USING btree (case_id);
CREATE UNIQUE INDEX outcomes_pkey ON public.outcomes USING btree (id);
CREATE UNIQUE INDEX passkeys_credential_id_key ON public.passkeys USING btree (credential_id);
CREATE UNIQUE INDEX passkeys_pkey ON public.passkeys USING btree (id);
CREATE INDEX passkeys_user_id_idx ON public.passkeys USING btree (user_id);
CREATE UNIQUE INDEX patterns_pkey ON public.patterns USING btree (key);
CREATE INDEX people_held_by_id_idx ON public.people USING btree (held_by, id DESC) WHERE (held_by IS NOT NULL);
CREATE UNIQUE INDEX people_held_by_source_reference_idx ON public.people USING btree (held_by, source_reference) WHERE ((held_by IS NOT NULL) AND (source_reference <> ''::text));
CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id);
CREATE INDEX people_whole_name ON public.people USING btree (plain_text((given_name || family_name)));
CREATE INDEX person_contacts_case_id_idx ON public.person_contacts USING btree (case_id);
CREATE INDEX person_contacts_number ON public.person_contacts USING btree (last_digits(value)) WHERE ((kind = ANY (ARRAY['mobile'::text, 'phone'::text])) AND (ended_on IS NULL));
CREATE INDEX person_contacts_person_id_idx ON public.person_contacts USING btree (person_id);
CREATE UNIQUE INDEX person_contacts_pkey ON public.person_contacts USING btree (id);
CREATE INDEX person_contacts_postcode ON public.person_contacts USING btree (plain_text(postcode)) WHERE ((kind = 'address'::text) AND (ended_on IS NULL) AND (postcode <> ''::text));
CREATE INDEX person_contacts_safe ON public.person_contacts USING gin (safe_traces(value, postcode)) WHERE (category = 'safe address'::text);
CREATE INDEX person_keys_keys ON public.person_keys USING gin (keys) WITH (fastupdate=off);
CREATE UNIQUE INDEX person_keys_person_id_case_id_key ON public.person_keys USING btree (person_id, case_id) NULLS NOT DISTINCT;
CREATE INDEX person_merges_absorbed_id_idx ON public.person_merges USING btree (absorbed_id) WHERE (ended_at IS NULL);
CREATE INDEX person_merges_kept_id_idx ON public.person_merges USING btree (kept_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX person_merges_least_greatest_idx ON public.person_merges USING btree (LEAST(kept_id, absorbed_id), GREATEST(kept_id, absorbed_id)) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX person_merges_pkey ON public.person_merges USING btree (id);
CREATE INDEX person_names_case_id_idx ON public.person_names USING btree (case_id);
CREATE INDEX person_names_person_id_idx ON public.person_names USING btree (person_id);
CREATE UNIQUE INDEX person_names_pkey ON public.person_names USING btree (id);
CREATE INDEX person_needs_case_id_idx ON public.person_needs USING btree (case_id);
CREATE INDEX person_needs_person_id_idx ON public.person_needs USING btree (person_id);
CREATE UNIQUE INDEX person_needs_pkey ON public.person_needs USING btree (id);
CREATE UNIQUE INDEX person_pairs_one_id_other_id_key ON public.person_pairs USING btree (one_id, other_id);
CREATE INDEX person_pairs_other_id_idx ON public.person_pairs USING btree (other_id);
CREATE UNIQUE INDEX person_pairs_pkey ON public.person_pairs USING btree (id);
CREATE INDEX person_relationships_case_id_idx ON public.person_relationships USING btree (case_id);
CREATE INDEX person_relationships_other_id_idx ON public.person_relationships USING btree (other_id);
CREATE INDEX person_relationships_person_id_idx ON public.person_relationships USING btree (person_id);
CREATE UNIQUE INDEX person_relationships_pkey ON public.person_relationships USING btree (id);
CREATE UNIQUE INDEX person_versions_person_id_version_key ON public.person_versions USING btree (person_id, version);
CREATE UNIQUE INDEX person_versions_pkey ON public.person_versions USING btree (id);
CREATE INDEX person_warnings_case_id_idx ON public.person_warnings USING btree (case_id);
CREATE INDEX person_warnings_person_id_idx ON public.person_warnings USING btree (person_id);
CREATE UNIQUE INDEX person_warnings_pkey ON public.person_warnings USING btree (id);
CREATE UNIQUE INDEX places_pkey ON public.places USING btree (id);
CREATE INDEX places_postcode ON public.places USING btree (plain_text(postcode)) WHERE (postcode <> ''::text);
CREATE INDEX places_postcode_idx ON public.places USING btree (postcode);
CREATE UNIQUE INDEX postcode_wards_pkey ON public.postcode_wards USING btree (postcode);
CREATE INDEX postcode_wards_plain_text_idx ON public.postcode_wards USING btree (plain_text(postcode));
CREATE INDEX postcode_wards_ward_key_idx ON public.postcode_wards USING btree (ward_key(ward));
CREATE INDEX postcode_wards_ward_key_idx1 ON public.postcode_wards USING btree (ward_key(((ward || ' '::text) || district)));
CREATE UNIQUE INDEX principals_pkey ON public.principals USING btree (id);
CREATE UNIQUE INDEX programmes_pkey ON public.programmes USING btree (key, version);
CREATE UNIQUE INDEX recall_copies_pkey ON public.recall_copies USING btree (id);
CREATE INDEX recall_copies_recall_id_idx ON public.recall_copies USING btree (recall_id);
CREATE INDEX recalls_agency_id_confirmed_at_idx ON public.recalls USING btree (agency_id, confirmed_at);
CREATE INDEX recalls_case_id_idx ON public.recalls USING btree (case_id);
CREATE UNIQUE INDEX recalls_pkey ON public.recalls USING btree (id);
CREATE UNIQUE INDEX recalls_subject_id_case_id_agency_id_key ON public.recalls USING btree (subject_id, case_id, agency_id);
CREATE UNIQUE INDEX receipts_pkey ON public.receipts USING btree (grant_id, step);
CREATE INDEX receipts_task_id_idx ON public.receipts USING btree (task_id) WHERE (task_id IS NOT NULL);
CREATE UNIQUE INDEX reminder_choices_pkey ON public.reminder_choices USING btree (worker_id);
CREATE INDEX search_index_keys ON public.search_index USING gin (keys, principals) WITH (fastupdate=off);
CREATE UNIQUE INDEX search_index_kind_id_case_id_side_key ON public.search_index USING btree (kind, id, case_id, side) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX search_notices_case_id_searcher_id_day_key ON public.search_notices USING btree (case_id, searcher_id, day);
CREATE INDEX search_notices_owner_agency_id_day_idx ON public.search_notices USING btree (owner_agency_id, day);
CREATE UNIQUE INDEX search_notices_pkey ON public.search_notices USING btree (id);
CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id);
CREATE UNIQUE INDEX sessions_token_key ON public.sessions USING btree (token);
CREATE INDEX sessions_user_id_idx ON public.sessions USING btree (user_id);
CREATE INDEX shut_cases_case_id_idx ON public.shut_cases USING btree (case_id);
CREATE UNIQUE INDEX shut_cases_pkey ON public.shut_cases USING btree (worker_id, case_id);
CREATE INDEX sign_in_attempts_account_at_idx ON public.sign_in_attempts USING btree (account, at);
CREATE INDEX sign_in_attempts_address_at_idx ON public.sign_in_attempts USING btree (address, at);
CREATE UNIQUE INDEX sign_in_attempts_pkey ON public.sign_in_attempts USING btree (id);
CREATE UNIQUE INDEX task_notes_pkey ON public.task_notes USING btree (id);
CREATE INDEX task_notes_task_id_at_idx ON public.task_notes USING btree (task_id, at);
CREATE INDEX tasks_assigned_to_done_at_idx ON public.tasks USING btree (assigned_to, done_at DESC) WHERE (done_at IS NOT NULL);
CREATE INDEX tasks_case_id_due_on_idx ON public.tasks USING btree (case_id, due_on);
CREATE UNIQUE INDEX tasks_pkey ON public.tasks USING btree (id);
CREATE INDEX tasks_waiting_for ON public.tasks USING btree (assigned_to, due_on) WHERE open;
CREATE INDEX tasks_waiting_in ON public.tasks USING btree (owner_id, due_on) WHERE open;
CREATE INDEX tasks_waiting_under ON public.tasks USING btree (lead_id, due_on) WHERE open;
CREATE UNIQUE INDEX team_members_pkey ON public.team_members USING btree (id);
CREATE UNIQUE INDEX team_members_team_id_worker_id_idx ON public.team_members USING btree (team_id, worker_id) WHERE (ends_on IS NULL);
CREATE INDEX team_members_worker_id_idx ON public.team_members USING btree (worker_id);
CREATE UNIQUE INDEX teams_pkey ON public.teams USING btree (id);
CREATE UNIQUE INDEX two_factors_pkey ON public.two_factors USING btree (id);
CREATE INDEX two_factors_user_id_idx ON public.two_factors USING btree (user_id);
CREATE UNIQUE INDEX urgent_alerts_grant_id_worker_id_key ON public.urgent_alerts USING btree (grant_id, worker_id);
CREATE UNIQUE INDEX urgent_alerts_message_id_worker_id_key ON public.urgent_alerts USING btree (message_id, worker_id);
CREATE UNIQUE INDEX urgent_alerts_pkey ON public.urgent_alerts USING btree (id);
CREATE INDEX urgent_alerts_worker_id_idx ON public.urgent_alerts USING btree (worker_id);
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email);
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id);
CREATE UNIQUE INDEX users_worker_id_key ON public.users USING btree (worker_id);
CREATE INDEX verifications_expires_at_idx ON public.verifications USING btree (expires_at);
CREATE INDEX verifications_identifier_idx ON public.verifications USING btree (identifier);
CREATE UNIQUE INDEX verifications_pkey ON public.verifications USING btree (id);
CREATE UNIQUE INDEX worker_roles_pkey ON public.worker_roles USING btree (worker_id, role);
CREATE INDEX workers_agency_id_idx ON public.workers USING btree (agency_id);
CREATE UNIQUE INDEX workers_email_key ON public.workers USING btree (email);
CREATE INDEX workers_left_on_idx ON public.workers USING btree (left_on) WHERE (left_on IS NOT NULL);
CREATE UNIQUE INDEX workers_pkey ON public.workers USING btree (id);

-- Functions

CREATE OR REPLACE FUNCTION public.a_question_waits(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from receipts r where r.grant_id = which and r.step = 'understood' and r.words <> '')
    and not exists (select from receipts r where r.grant_id = which and r.step = 'answered') and i_gave(which)
$function$
;

CREATE OR REPLACE FUNCTION public.a_share_ends_now()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- A share ended "tomorrow" could not be ended again today, and one ended "yesterday" would deny what was seen since.
  if current_user = 'kith_app' then new.revoked_at := now(); end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.account_follows_worker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update users set name = new.name, email = lower(new.email), updated_at = now() where worker_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.added_by(which uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.created_by from people p where p.id = which and works_with_us(p.created_by, p.id)
$function$
;

CREATE OR REPLACE FUNCTION public.agencies_behind(principal uuid)
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select agency_of(principal) where agency_of(principal) is not null
  union
  select w.agency_id from team_members m join workers w on w.id = m.worker_id where m.team_id = principal
$function$
;

CREATE OR REPLACE FUNCTION public.agency_of(principal uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select w.agency_id from workers w where w.id = principal), (select t.agency_id from teams t where t.id = principal),
    (select a.id from agencies a where a.id = principal))
$function$
;

CREATE OR REPLACE FUNCTION public.agreement_binds(agreement uuid, one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from agreements g where g.id = agreement and in_force(g)
    and 2 = (select count(*) from agreement_parties p where p.agreement_id = g.id and p.agency_id in (one, other) and is_party(p)))
$function$
;

CREATE OR REPLACE FUNCTION public.agreement_covers(agreement uuid, shared_case uuid, recipient uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from agreements g
      join cases c on c.id = shared_case and c.programme = any (g.programmes)
      join agreement_parties owner on owner.agreement_id = g.id and owner.agency_id = c.owner_agency_id and is_party(owner)
    where g.id = agreement and exists (select from my_access_by_rules(c.id, 'read')) and in_force(g)
      and (exists (
          select from agreement_parties p where p.agreement_id = g.id and p.agency_id = agency_of(recipient) and is_party(p))
        or exists (select from teams t where t.id = recipient and t.agency_id is null)))
$function$
;

CREATE OR REPLACE FUNCTION public.amended_by(which_version uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select v.replaced_by from person_versions v where v.id = which_version and works_with_us(v.replaced_by, v.person_id)
$function$
;

CREATE OR REPLACE FUNCTION public.asked_from(what text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select left(coalesce(current_setting('kith.' || what, true), ''), 64) $function$
;

CREATE OR REPLACE FUNCTION public.asked_keys(of_kind text, words text[], word text, attempt integer)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case attempt when 1 then whole_keys(of_kind, array[word]) when 2 then beginning_keys(of_kind, word)
    when 3 then search_keys(of_kind, array[word], '=~-') when 4 then whole_keys(of_kind, words) else search_keys(of_kind, words, '-') end
$function$
;

CREATE OR REPLACE FUNCTION public.assigned_as_they_are()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.assigned_as := coalesce(case when tg_op = 'INSERT' then new.assigned_as end, (select w.agency_id from workers w where w.id = new.assigned_to));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_offset()
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select 0::bigint $function$
;

CREATE OR REPLACE FUNCTION public.audit_turn()
 RETURNS bigint
 LANGUAGE sql
AS $function$ select pg_current_xact_id()::text::bigint + audit_offset() $function$
;

CREATE OR REPLACE FUNCTION public.bank_holidays()
 RETURNS date[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select array['2026-12-25','2026-12-28','2027-01-01','2027-03-26','2027-03-29','2027-05-03','2027-05-31','2027-08-30','2027-12-27','2027-12-28','2028-01-03','2028-04-14','2028-04-17','2028-05-01','2028-05-29','2028-08-28','2028-12-25','2028-12-26']::date[]
  $function$
;

CREATE OR REPLACE FUNCTION public.begin_account(who uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account uuid;
begin
  insert into users (worker_id, name, email)
    select w.id, w.name, lower(w.email) from workers w where w.id = who
    on conflict (worker_id) do update set name = excluded.name, email = excluded.email
    returning id into account;
  return account;
end $function$
;

CREATE OR REPLACE FUNCTION public.beginning_keys(of_kind text, word text)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array[hashtext(left(of_kind, 2) || '=' || word), hashtext(left(of_kind, 2) || '<' || left(word, case
    when length(word) >= 6 then 6 when length(word) >= 4 then 4 else length(word) end))]
$function$
;

CREATE OR REPLACE FUNCTION public.born_words(born_on date, born_precision text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when born_precision = 'day' then concat_ws(' ', 'born' || to_char(born_on, 'YYYYMMDD'), 'born' || to_char(born_on, 'YYYYMM'), to_char(born_on, 'YYYY'))
    when born_precision = 'month' then concat_ws(' ', 'born' || to_char(born_on, 'YYYYMM'), to_char(born_on, 'YYYY')) else to_char(born_on, 'YYYY') end
$function$
;

CREATE OR REPLACE FUNCTION public.case_moved_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.lead_worker_id <> old.lead_worker_id then
    update grants set revoked_at = now(), revoke_reason = 'Somebody else leads the case'
      where case_id = new.id and principal_id = old.lead_worker_id and basis = 'owner' and revoked_at is null;
    insert into grants (case_id, principal_id, tier, basis, reason, granted_by)
      values (new.id, new.lead_worker_id, 'lead', 'owner', 'Leads the case', my_worker());
  end if;
  update case_access set open = new.closed_at is null, active_at = greatest(active_at, new.active_at) where case_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.case_opened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into case_pointers (case_id, reference, owner_agency_id) values (new.id, new.reference, new.owner_agency_id);
  insert into grants (case_id, principal_id, tier, basis, reason, granted_by, starts_at)
    select distinct new.id, principal, 'lead'::tier, 'owner', reason, new.opened_by, new.opened_at from (values
      (new.lead_worker_id, 'Leads the case'),
      (coalesce(new.owner_team_id, new.owner_agency_id), 'Owns the case')) owner(principal, reason);
  -- Sub-cases opened later are reached by the shares of every master case above them that said so.
  perform derive_access(g) from grants g where g.includes_sub_cases and g.revoked_at is null and g.case_id in (
    with recursive above as (select new.parent_id as id union all select c.parent_id from cases c join above on c.id = above.id)
    select id from above where id is not null);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.case_takes_sides()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select p.sides, p.never_learns into new.sides, new.never_learns from programmes p where p.key = new.programme and p.version = new.programme_version;
  new.sides := coalesce(new.sides, '{}');
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.case_tasks_stand_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update tasks set open = new.closed_at is null where case_id = new.id and done_at is null and cancelled_at is null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.cases_led_by(which_worker uuid)
 RETURNS TABLE(case_id uuid, reference text, opened_at timestamp with time zone, owner_team_id uuid, owner_agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.reference, c.opened_at, c.owner_team_id, c.owner_agency_id from cases c
  -- One in which the administrator is in conflict is left to another, who is told of it: case_left_behind.
  where c.lead_worker_id = which_worker and c.closed_at is null and c.id <> all (my_shut())
    and (i_am('partnership_administrator') or (i_am('agency_administrator') and c.owner_agency_id = my_agency()))
$function$
;

CREATE OR REPLACE FUNCTION public.cases_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into notices (to_id, kind, case_id, reference, about_id)
    with behind as (
      select c.id, c.reference, c.owner_agency_id, c.owner_team_id from cases c
      where c.lead_worker_id = new.id and c.closed_at is null and (new.left_on is not null or c.owner_agency_id <> new.agency_id)
    ), may_hand_on as (
      select distinct w.id as worker_id, behind.id as case_id
      from behind join workers w on w.id <> new.id and works_here(w)
        join agencies a on a.id = w.agency_id and a.suspended_at is null
        join worker_roles r on r.worker_id = w.id and (r.role = 'partnership_administrator' or (r.role = 'agency_administrator' and w.agency_id = behind.owner_agency_id))
      where not exists (select from shut_cases s where s.worker_id = w.id and s.case_id = behind.id)
    )
    select told.worker_id, 'case_left_behind', behind.id, behind.reference, new.id
      from may_hand_on told join behind on behind.id = told.case_id where told.worker_id is distinct from my_worker()
    union all
    -- Every administrator is in conflict: those who work it lead it too, and say among themselves who does so in name.
    select coalesce(behind.owner_team_id, behind.owner_agency_id), 'case_left_behind', behind.id, behind.reference, new.id
      from behind where not exists (select from may_hand_on one where one.case_id = behind.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.conflict_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform shut_again(array(select distinct worker_id from changed));
  if tg_op = 'INSERT' then
    -- No worker did this: nobody but the governance lead of the worker's agency learns of it.
    insert into events (kind, subject_id, detail, agency_id)
      select 'conflict_found', c.id, jsonb_build_object('principal', c.worker_id), w.agency_id from changed c join workers w on w.id = c.worker_id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.conflict_lifted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.place_had_left := new.lifted_at is not null and new.kind = 'declared ward' and new.case_id is not null and place_has_left(new.worker_id, new.case_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.conflict_matters(which_worker uuid, which_person uuid, which_case uuid, by_address boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  -- Only of a conflict that there is, found as it is said to be: otherwise it would tell a governance lead of any two of a colleague and a person whether they work together.
  select exists (select from conflicts k where k.worker_id = which_worker and k.person_id is not distinct from which_person and k.case_id is not distinct from which_case
    and by_address = (k.kind in ('declared ward', 'same surname and address', 'same phone')))
  -- From the few cases that it is about to whoever has them, never from all that an agency has.
  and exists (
    select from workers w cross join (
        select which_case as case_id, null::text as side, true as itself
        union all
        select cp.case_id, cp.side, false from one_person(which_person) record join case_people cp on cp.person_id = record and cp.ended_at is null
      ) about join case_access a on a.case_id = about.case_id and (select principals_of(which_worker))::uuid[] @> array[a.principal_id]
    where w.id = which_worker and w.agency_id = my_agency() and w.id <> my_worker() and i_am('information_governance_lead')
      and a.knows and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (a.agreement_id is null or a.agreement_id = any (my_agreements()))
      and (about.itself or about.side is null or a.sides is null or about.side = any (a.sides))
      -- What was found by an address tells where it lies. So none of it where there is one that they may not know: a place on another side, a safe address.
      and not (by_address and case when about.itself
        then exists (select from case_places cp where cp.case_id = a.case_id and cp.side <> all (a.sides))
        else hides_an_address(which_person, which_worker) end))
$function$
;

CREATE OR REPLACE FUNCTION public.consent_covers(which uuid, in_case uuid, recipient uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from consents c where c.id = which and c.case_id = in_case and c.withdrawn_at is null
    and c.given_on <= current_date and current_date < c.expires_on and (recipient = any (c.agencies) or agency_of(recipient) = any (c.agencies)))
$function$
;

CREATE OR REPLACE FUNCTION public.consent_withdrawn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('consent ' || new.id, 0));
  -- The recipients are told that it ended, and not what the case says. What they saw until then was lawful and stays on record.
  insert into notices (to_id, kind, case_id, reference)
    select g.principal_id, 'consent_withdrawn', g.case_id, c.reference from grants g join cases c on c.id = g.case_id
    where g.consent_id = new.id and g.revoked_at is null and g.ends_at > now();
  update grants set revoked_at = now(), revoked_by = new.withdrawn_by, revoke_reason = 'Consent was withdrawn' where consent_id = new.id and revoked_at is null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.contact_words(kind text, value text, postcode text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when kind in ('mobile', 'phone') then regexp_replace(regexp_replace(value, '[^0-9+]', '', 'g'), '^(\+|00)44', '0')
    else concat_ws(' ', value, postcode, replace(postcode, ' ', '')) end
$function$
;

CREATE OR REPLACE FUNCTION public.correction_keeps_readers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into named_readers (record_id, case_id, worker_id, named_by)
    select new.id, new.case_id, reader.id, new.author_id from (
      select n.worker_id as id from named_readers n where n.record_id = new.corrects_id and n.ended_at is null
      union select e.author_id from entries e join workers w on w.id = e.author_id and w.agency_id = e.agency_id where e.id = new.corrects_id) reader
    where reader.id <> new.author_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.correction_takes_the_mark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Read as the worker who writes: an entry they may not see cannot be corrected, nor its existence guessed.
  -- The same readers exactly: fewer would go on reading what was wrong, more would read what was kept from them.
  select e.side, e.category, e.restricted into new.side, new.category, new.restricted from entries e where e.id = new.corrects_id and e.case_id = new.case_id;
  if not found then
    raise foreign_key_violation using message = 'A correction replaces an entry of the same case.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.corrects_one_about(entry uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from entries e join entry_people old on old.entry_id = e.corrects_id and old.person_id = person where e.id = entry)
$function$
;

CREATE OR REPLACE FUNCTION public.demonstration_people()
 RETURNS TABLE(user_id uuid, worker_id uuid, name text, job_title text, agency_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select u.id, w.id, w.name, w.job_title, a.name
    from users u join workers w on w.id = u.worker_id join agencies a on a.id = w.agency_id
    where u.demonstration and w.left_on is null and w.suspended_at is null and a.suspended_at is null
    order by a.name, w.name
$function$
;

CREATE OR REPLACE FUNCTION public.derive_access(of_grant grants)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from case_access where grant_id = of_grant.id;
  with recursive reached as (
    select c.id, c.owner_agency_id, c.owner_team_id, c.programme, c.sides, c.never_learns, c.closed_at, c.active_at from cases c where c.id = of_grant.case_id
    union all
    select c.id, c.owner_agency_id, c.owner_team_id, c.programme, c.sides, c.never_learns, c.closed_at, c.active_at from cases c join reached on c.parent_id = reached.id
    where of_grant.includes_sub_cases
  )
  insert into case_access (grant_id, case_id, principal_id, tier, agreement_id, sides, categories, never_learns, over_conflict, starts_at, ends_at, open, active_at)
  select of_grant.id, reached.id, of_grant.principal_id, of_grant.tier, of_grant.agreement_id, of_grant.sides, of_grant.categories, reached.never_learns,
    of_grant.basis = 'break-glass', greatest(of_grant.starts_at, owner.signed_on),
    least(of_grant.ends_at, of_grant.revoked_at, owner.left_on, consent.expires_on, consent.withdrawn_at), reached.closed_at is null, reached.active_at
  from reached join cases shared on shared.id = of_grant.case_id
    left join agreement_parties owner on owner.agreement_id = of_grant.agreement_id and owner.agency_id = reached.owner_agency_id
    left join consents consent on consent.id = of_grant.consent_id
  -- Whoever leads a master case may not even know of a sub-case that another team keeps to itself, or that is another agency's: they cannot give it away.
  where (reached.owner_team_id is null or reached.owner_team_id is not distinct from shared.owner_team_id)
  and (of_grant.agreement_id is not null or reached.owner_agency_id = shared.owner_agency_id)
  -- A share of one side reaches only sub-cases that are split, and kept from somebody, in the same way.
  and (of_grant.sides is null or reached.id = shared.id
    or (of_grant.sides <@ reached.sides and reached.never_learns is not distinct from shared.never_learns))
  -- A sub-case may be of another agency or programme than its master: the agreement must cover it in its own right.
  and (of_grant.agreement_id is null or (owner.agency_id is not null and exists (
    select from agreements g where g.id = of_grant.agreement_id and reached.programme = any (g.programmes))))
$function$
;

CREATE OR REPLACE FUNCTION public.drop_drafts(which_case uuid, of_agency uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  dropped int;
begin
  with about as (
    select d.worker_id, d.key, substring(d.key from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')::uuid as thing
    from workers w join drafts d on d.worker_id = w.id where w.agency_id = of_agency
  ), gone as (
    select a.worker_id, a.key from about a
    where not still_reaches(which_case, a.worker_id, '{}', '{}', false) and (a.thing = which_case
      or exists (select from entries e where e.id = a.thing and e.case_id = which_case)
      or exists (select from tasks t where t.id = a.thing and t.case_id = which_case)
      or exists (select from aims t where t.id = a.thing and t.case_id = which_case)
      or (exists (select from case_people cp where cp.person_id = a.thing and cp.case_id = which_case)
        and not exists (select from case_people cp where cp.person_id = a.thing and cp.ended_at is null and still_reaches(cp.case_id, a.worker_id, '{}', '{}', false))
        and not exists (select from people p where p.id = a.thing and p.held_by = of_agency)))
  )
  delete from drafts d using gone where d.worker_id = gone.worker_id and d.key = gone.key;
  get diagnostics dropped = row_count;
  return dropped;
end $function$
;

CREATE OR REPLACE FUNCTION public.end_personal_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Neither a share, nor a seat, nor a role given to a person in one job must follow them into the next.
  update grants set revoked_at = now(), revoke_reason = 'The worker left'
    where principal_id = new.id and revoked_at is null;
  update team_members m set ends_on = greatest(current_date, m.starts_on)
    where m.worker_id = new.id and (m.ends_on is null or m.ends_on > current_date);
  -- Nor what its author let them alone read, as the colleague that they were.
  update named_readers n set ended_at = now() where n.worker_id = new.id and n.ended_at is null;
  delete from worker_roles r where r.worker_id = new.id and (new.left_on is not null or r.role <> 'partnership_administrator');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.end_sessions_at_another_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from sessions s using users u where u.worker_id = coalesce(new.worker_id, old.worker_id) and s.user_id = u.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.end_sessions_of_worker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from sessions s using users u where u.worker_id = new.id and s.user_id = u.id;
  update invitations i set used_at = now() from users u where u.worker_id = new.id and i.user_id = u.id and i.used_at is null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.end_shares_of_a_mover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update grants set revoked_at = now(), revoke_reason = 'The worker moved to another agency' where principal_id = new.id and revoked_at is null;
  delete from drafts d where d.worker_id = new.id;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.ends_of(g grants)
 RETURNS TABLE(given boolean, received boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from my_access_by_rules(g.case_id, 'lead') mine where mine.grant_id <> g.id
      and (mine.sides is null or g.sides <@ mine.sides) and (mine.categories is null or g.categories <@ mine.categories)),
    g.granted_by is distinct from my_worker() and exists (select from my_access_by_rules(g.case_id, 'pointer') mine where mine.grant_id = g.id)
  where g.basis not in ('owner', 'break-glass')
$function$
;

CREATE OR REPLACE FUNCTION public.enqueue(kind text, work jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    insert into jobs.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds, deletion_seconds, keep_until)
      select q.name, work, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds,
        now() + q.retention_seconds * interval '1 second'
      from jobs.queue q where q.name = kind
  $function$
;

CREATE OR REPLACE FUNCTION public.enter_session(token text, request text, touch boolean DEFAULT true, address text DEFAULT ''::text, device text DEFAULT ''::text)
 RETURNS TABLE(worker_id uuid, worker_name text, agency_id uuid, agency_name text, roles text[], principals uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_session uuid;
  found_worker uuid;
  seen timestamptz;
begin
  select s.id, u.worker_id, s.last_seen_at into found_session, found_worker, seen
    from sessions s join users u on u.id = s.user_id
    where s.token = encode(sha256(convert_to(enter_session.token, 'UTF8')), 'hex')
      and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => s.idle_minutes);
  if not found then return; end if;
  if touch and seen < now() - interval '1 minute' then
    -- Skipping a locked row: two pages at once must not wait for each other's transaction.
    update sessions s set last_seen_at = now()
      where s.id = (select l.id from sessions l where l.id = found_session for update skip locked);
  end if;
  perform set_config('kith.request', request, true), set_config('kith.address', address, true), set_config('kith.device', device, true);
  return query select * from enter_worker(found_worker);
end $function$
;

CREATE OR REPLACE FUNCTION public.enter_system(actor text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('role', 'kith_' || actor, true);
end $function$
;

CREATE OR REPLACE FUNCTION public.enter_worker(who uuid)
 RETURNS TABLE(worker_id uuid, worker_name text, agency_id uuid, agency_name text, roles text[], principals uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entering record;
begin
  -- One statement: this runs before every page.
  select w.name, w.agency_id, a.short_name as agency_name, principals_of(w.id) as principals,
      array(select r.role from worker_roles r where r.worker_id = w.id) as roles,
      array(select s.case_id from shut_cases s where s.worker_id = w.id) as shut,
      array(select g.id from agreements g join agreement_parties p on p.agreement_id = g.id
        where p.agency_id = w.agency_id and in_force(g) and is_party(p)) as agreements
    into entering from workers w join agencies a on a.id = w.agency_id
    where w.id = who and works_here(w) and a.suspended_at is null;
  if not found then return; end if;

  perform set_config('kith.worker', who::text, true), set_config('kith.agency', entering.agency_id::text, true),
    set_config('kith.roles', entering.roles::text, true), set_config('kith.principals', entering.principals::text, true),
    set_config('kith.agreements', entering.agreements::text, true), set_config('kith.shut', entering.shut::text, true);
  return query select who, entering.name, entering.agency_id, entering.agency_name, entering.roles, entering.principals;
end $function$
;

CREATE OR REPLACE FUNCTION public.entry_was_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform tell_lookers('entry', e.id, e.case_id, e.recorded_at, case when e.side is null then '{}' else array[e.side] end, e.category, false)
    from entries e where e.id = new.corrects_id and not e.restricted;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.facts_open_to_me(person uuid, learnt_in uuid, at_least tier, of_side text, of_category text)
 RETURNS SETOF boolean
 LANGUAGE sql
 STABLE
AS $function$
  select true from my_access_to_people(learnt_in, at_least, of_side, of_category)
  union all
  select true from people p where learnt_in is null and p.id = person
    and ((at_least = 'read' and of_category is null) or p.held_by = any ((select my_principals())::uuid[]))
$function$
;

CREATE OR REPLACE FUNCTION public.file_cases(which uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into search_index (kind, id, case_id, words, keys, principals)
    select 'case', c.id, c.id, array_to_string(words, ' '), search_keys('case', words),
      array(select distinct a.principal_id from case_access a where a.case_id = c.id and a.tier >= 'headline' and a.ends_at > now())
    from cases c, search_words(concat_ws(' ', c.reference, replace(c.reference, '-', ''), c.title)) words
    where c.id = any (which) order by c.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$function$
;

CREATE OR REPLACE FUNCTION public.file_documents(which uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into search_index (kind, id, case_id, words, keys, principals)
    select 'document', d.id, d.case_id, array_to_string(words, ' '), search_keys('document', words),
      array(select distinct a.principal_id from case_access a where a.case_id = d.case_id and a.tier >= 'read' and a.ends_at > now() and works_side(a, d.side))
    from documents d, search_words(concat_ws(' ', d.title, d.kind)) words
    where d.id = any (which) and not d.restricted order by d.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$function$
;

CREATE OR REPLACE FUNCTION public.file_keys(which uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with fact as (
    select person_id, case_id, name, null as reach, null as postcode from person_names
      where person_id = any (which) and ended_at is null and side is null and category is null
    union all
    -- What is sensitive, or belongs to one side of a case, is not something to be recognised by.
    select person_id, case_id, null, reach_of_contact(kind, value), nullif(postcode, '') from person_contacts
      where person_id = any (which) and ended_on is null and side is null and category is null and kind <> 'other'
  ), row as (
    select p.id, f.case_id, array[p.given_name] || array_remove(array_agg(f.name), null) as given, array[p.family_name] as family,
      case p.born_precision when 'day' then array[to_char(p.born_on, 'YYYYMMDD')] when 'month' then array[to_char(p.born_on, 'YYYYMM')] else '{}' end as born,
      array_remove(array_agg(f.reach), null) as reach, array_remove(array_agg(f.postcode), null) as postcodes
    from people p left join lateral (select * from fact where fact.person_id = p.id union all select p.id, null, null, null, null) f on true
    where p.id = any (which) group by p.id, f.case_id
  ), gone as (
    delete from person_keys k where k.person_id = any (which) and k.case_id is not null and not exists (select from fact f where f.person_id = k.person_id and f.case_id = k.case_id)
  )
  insert into person_keys (person_id, case_id, keys)
    select id, case_id, match_keys(sounds_of(given), sounds_of(family), array_remove(born, null), reach, postcodes) from row order by id, case_id
    on conflict (person_id, case_id) do update set keys = excluded.keys
$function$
;

CREATE OR REPLACE FUNCTION public.file_people(which uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with person as (
    select p.id, p.held_by, concat_ws(' ', p.given_name, p.family_name) as name, born_words(p.born_on, p.born_precision) as born from people p where p.id = any (which)
  ), readers as (
    select cp.person_id, array_agg(distinct a.principal_id) as principals from case_people cp
      join case_access a on a.case_id = cp.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, cp.side)
    where cp.person_id = any (which) group by cp.person_id
  ), fact as (
    -- A sensitive name, address or number is not something to be found by; nor is a sentence about where to look.
    select person_id, case_id, side, name as said from person_names where person_id = any (which) and ended_at is null and category is null
    union all
    select person_id, case_id, side, contact_words(kind, value, postcode) from person_contacts where person_id = any (which) and ended_on is null and category is null and kind <> 'other'
  ), known as (
    select person_id, case_id, side, string_agg(said, ' ') as said from fact group by person_id, case_id, side
  ), row as (
    select p.id, null::uuid as case_id, null::text as side, concat_ws(' ', p.name, k.said, p.born) as said,
      coalesce(r.principals, '{}') || array_remove(array[p.held_by], null) as principals
    from person p left join readers r on r.person_id = p.id left join known k on k.person_id = p.id and k.case_id is null
    union all
    select p.id, k.case_id, k.side, concat_ws(' ', p.name, k.said, p.born),
      array(select distinct a.principal_id from case_access a where a.case_id = k.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, k.side))
    from person p join known k on k.person_id = p.id and k.case_id is not null
  ), gone as (
    delete from search_index i where i.kind = 'person' and i.id = any (which) and i.case_id is not null
      and not exists (select from known k where k.person_id = i.id and k.case_id = i.case_id and k.side is not distinct from i.side)
  )
  insert into search_index (kind, id, case_id, side, words, keys, principals)
    select 'person', id, case_id, side, array_to_string(words, ' '), search_keys('person', words), principals
    from row, search_words(said) words order by id, case_id, side
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$function$
;

CREATE OR REPLACE FUNCTION public.file_places(which uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into search_index (kind, id, words, keys, principals)
    select 'place', p.id, array_to_string(words, ' '), search_keys('place', words),
      array(select distinct a.principal_id from case_places cp join case_access a on a.case_id = cp.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, cp.side) where cp.place_id = p.id)
        || array_remove(array[p.held_by], null)
    from places p, search_words(concat_ws(' ', p.name, p.line1, p.town, p.postcode, replace(p.postcode, ' ', ''))) words
    where p.id = any (which) order by p.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$function$
;

CREATE OR REPLACE FUNCTION public.filed_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  case tg_table_name
    when 'people' then perform file_people(array[new.id]);
    when 'person_names', 'person_contacts', 'case_people' then perform file_people(array[new.person_id]);
    when 'places' then perform file_places(array[new.id]);
    when 'case_places' then perform file_places(array[new.place_id]);
    when 'cases' then perform file_cases(array[new.id]);
    when 'documents' then perform file_documents(array[new.id]);
  end case;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.find_conflicts(of_workers uuid[], of_people uuid[], of_cases uuid[], of_postcodes text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
begin
  if of_workers is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.worker_id = any (of_workers) on conflict do nothing;
  elsif of_people is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.person_id = any (of_people) on conflict do nothing;
  elsif of_cases is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.case_id = any (of_cases) on conflict do nothing;
  else
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.kind = 'declared ward' and t.postcode = any (of_postcodes) on conflict do nothing;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.find_patterns(of_day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made int;
begin
  with day_looks as (
    select l.worker_id, l.agency_id, l.kind, l.at, coalesce(l.subject_id, l.case_id) as subject, l.case_id
    from looks l where l.at >= of_day::timestamp at time zone 'Europe/London' and l.at < (of_day + 1)::timestamp at time zone 'Europe/London'
  ), seen_people as (
    select worker_id, agency_id, subject as person_id from day_looks where kind in ('person', 'equality')
    union
    -- Of a case, only those whom the worker could meet there: a flag must not tell their governance lead who stands on a side that is not theirs.
    select d.worker_id, d.agency_id, cp.person_id from (select distinct worker_id, agency_id, case_id from day_looks where kind in ('case', 'brief')) d
      join case_people cp on cp.case_id = d.case_id and was_open_to(d.worker_id, d.case_id, cp.side, null)
  ), odd as (
    select 'own_name' as pattern, s.worker_id, s.agency_id, count(*) as found, array_agg(s.person_id order by s.person_id) as subjects
      from seen_people s join workers w on w.id = s.worker_id join people p on p.id = s.person_id
      where lower(unaccent(p.family_name)) = lower(unaccent(substring(w.name from '\S+$'))) group by 2, 3
    union all
    select 'neighbour', s.worker_id, s.agency_id, count(distinct s.person_id), array_agg(distinct s.person_id)
      from seen_people s join interests i on i.worker_id = s.worker_id and i.kind = 'home'
        and (i.ended_at is null or i.ended_at >= of_day::timestamp at time zone 'Europe/London')
      join person_contacts c on c.person_id = s.person_id and c.kind = 'address' and (c.ended_on is null or c.ended_on > of_day) and c.postcode <> ''
        -- Only addresses that the worker could read: a flag must not tell their governance lead that a safe address lies near their home.
        and (case when i.id is null then false when c.case_id is null then c.category is null else was_open_to(s.worker_id, c.case_id, c.side, c.category) end)
        and (plain_text(c.postcode) = plain_text(i.postcode)
          -- The last three signs of a postcode are a few doors; the rest is the part of a town, where a street has its name once.
          or (left(plain_text(c.postcode), -3) = left(plain_text(i.postcode), -3) and street_of(c.value) = street_of(i.line1)))
      group by 2, 3
    union all
    -- As for the names: a case that the worker could not meet them in must not show by their missing here.
    select 'no_case', d.worker_id, d.agency_id, count(*), array_agg(d.subject)
      from (select distinct worker_id, agency_id, subject from day_looks where kind = 'person') d
      where not exists (select from case_people cp where cp.person_id = d.subject and was_open_to(d.worker_id, cp.case_id, cp.side, null))
      group by 2, 3
    union all
    select 'unusual_hours', worker_id, agency_id, count(*), array_agg(distinct subject) filter (where subject is not null)
      from day_looks where kind <> 'refused' and extract(hour from at at time zone 'Europe/London') not between 6 and 21 group by 2, 3
    union all
    select 'volume', worker_id, agency_id, count(distinct subject), array_agg(distinct subject) from day_looks where subject is not null and kind <> 'refused' group by 2, 3
    union all
    select 'refused', worker_id, agency_id, count(*), array_agg(distinct subject) filter (where subject is not null) from day_looks where kind = 'refused' group by 2, 3
  )
  insert into flags (pattern, worker_id, agency_id, day, found, subjects)
    select o.pattern, o.worker_id, o.agency_id, of_day, o.found, coalesce(o.subjects[1:10], '{}')
    from odd o join patterns p on p.key = o.pattern where o.found >= p.threshold
    on conflict (pattern, worker_id, day) do nothing;
  get diagnostics made = row_count;
  return made;
end $function$
;

CREATE OR REPLACE FUNCTION public.grant_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform derive_access(new);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.hand_over_case(which uuid, to_worker uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- A leaver's cases must not be orphaned: an administrator hands them on without being able to read them, save those that a conflict shuts to them,
  -- and so only to somebody else who works the case already: a colleague of its agency or, when one team has it, of that team.
  if not coalesce(exists (select from cases c join workers w on w.id = to_worker and w.agency_id = c.owner_agency_id
      where c.id = which and c.id <> all (my_shut()) and w.id <> my_worker() and not exists (select from shut_cases s where s.worker_id = w.id and s.case_id = c.id) and w.suspended_at is null and (w.left_on is null or w.left_on > current_date)
        and (i_am('partnership_administrator') or (i_am('agency_administrator') and c.owner_agency_id = my_agency()))
        and (c.owner_team_id is null or exists (select from team_members m where m.team_id = c.owner_team_id and m.worker_id = w.id and is_seated(m)))), false) then
    raise insufficient_privilege using message = 'Only an administrator hands a case on, and only to another worker who works it already.';
  end if;
  update cases set lead_worker_id = to_worker where id = which;
end $function$
;

CREATE OR REPLACE FUNCTION public.hides_an_address(which_person uuid, which_worker uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from person_contacts c join people p on p.id = c.person_id where c.person_id = which_person and c.category is not null
    and case when c.case_id is null then p.held_by is distinct from agency_of(which_worker) else not exists (
      select from case_access a where a.case_id = c.case_id and a.principal_id = any (principals_of(which_worker)) and a.knows
        and a.starts_at <= now() and now() < a.ends_at and (c.side is null or a.sides is null or c.side = any (a.sides))
        and (a.categories is null or c.category = any (a.categories))
        and not a.over_conflict and (a.agreement_id is null or a.agreement_id = any (my_agreements()))) end)
$function$
;

CREATE OR REPLACE FUNCTION public.i_am(role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select role = any (coalesce(nullif(current_setting('kith.roles', true), ''), '{}')::text[]) $function$
;

CREATE OR REPLACE FUNCTION public.i_gave(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from grants g, ends_of(g) mine where g.id = which and mine.given)
$function$
;

CREATE OR REPLACE FUNCTION public.i_may_change(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from people p where p.id = which and (p.held_by = any ((select my_principals())::uuid[])
    or exists (select from case_people cp cross join lateral my_access_to_people(cp.case_id, 'contribute', cp.side) mine
      where cp.person_id = p.id and (mine.never_learns is null or (mine.never_learns <> cp.side
        and not exists (select from case_people too where too.person_id = cp.person_id and too.case_id = cp.case_id and (too.side is null or too.side = mine.never_learns)))))))
$function$
;

CREATE OR REPLACE FUNCTION public.i_may_give(which_case uuid, recipient uuid, of_sides text[], of_categories text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select recipient <> my_worker()
    and exists (select from my_access(which_case, 'lead') mine
      where (mine.sides is null or of_sides <@ mine.sides) and (mine.categories is null or of_categories <@ mine.categories))
    -- Otherwise a guest who leads could give their agency a share that outlives the one they came in by.
    and (my_agency_owns(which_case) or (recipient <> all (my_principals()) and agency_of(recipient) is distinct from my_agency()))
$function$
;

CREATE OR REPLACE FUNCTION public.i_may_review(opened_by uuid, opened_from uuid, which_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i_am('information_governance_lead') and opened_by <> my_worker() and which_case <> all (my_shut())
    and (opened_from = my_agency() or my_agency_owns(which_case))
$function$
;

CREATE OR REPLACE FUNCTION public.i_received(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from grants g, ends_of(g) mine where g.id = which and mine.received)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_conflict(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from conflicts c where c.id = which)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_file(which uuid, in_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from files f where f.id = which and f.case_id = in_case)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_opening(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from emergency_openings o where o.id = which)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_person(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from people p where p.id = which)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_place(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from places p where p.id = which)
$function$
;

CREATE OR REPLACE FUNCTION public.i_see_restricted(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from entries e where e.id = record) or exists (select from documents d where d.id = record)
$function$
;

CREATE OR REPLACE FUNCTION public.i_take_in()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i_am('panel_coordinator') or i_am('agency_administrator') or exists (select from takes_in_for(my_agency()) t where t.worker_id = my_worker())
$function$
;

CREATE OR REPLACE FUNCTION public.i_wrote_restricted(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from entries e where e.id = record and e.restricted and e.author_id = my_worker())
    or exists (select from documents d where d.id = record and d.restricted and d.created_by = my_worker())
$function$
;

CREATE OR REPLACE FUNCTION public.in_emergency()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_access a where a.principal_id = my_worker() and a.over_conflict and only_in_emergency(a.case_id))
$function$
;

CREATE OR REPLACE FUNCTION public.in_force(agreed agreements)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select agreed.suspended_at is null and agreed.starts_on <= current_date and current_date < agreed.ends_on
$function$
;

CREATE OR REPLACE FUNCTION public.interest_declared()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform find_conflicts(array[new.worker_id], null, null, null);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.invite_worker(who uuid, hashed_token text, until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  invited record;
begin
  select w.id, w.agency_id, w.email into invited from workers w
    where w.id = who and w.suspended_at is null and (w.left_on is null or w.left_on > current_date);
  if not found then return null; end if;
  if not coalesce(i_am('partnership_administrator') or (i_am('agency_administrator') and invited.agency_id = my_agency()), false) then
    raise insufficient_privilege using message = 'Only an administrator of their agency invites a worker.';
  end if;
  -- A newer link makes the older ones useless.
  update invitations i set used_at = now() from users u where u.worker_id = who and i.user_id = u.id and i.used_at is null;
  insert into invitations (user_id, token, invited_by, expires_at) values (begin_account(who), hashed_token, my_worker(), until);
  return lower(invited.email);
end $function$
;

CREATE OR REPLACE FUNCTION public.is_category(said text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ begin return said in ('health', 'safe address', 'sexual orientation', 'immigration', 'other'); end $function$
;

CREATE OR REPLACE FUNCTION public.is_open(which_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from my_access(which_case, 'pointer') access where access.open)
$function$
;

CREATE OR REPLACE FUNCTION public.is_party(party agreement_parties)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select party.signed_on <= current_date and (party.left_on is null or party.left_on > current_date)
$function$
;

CREATE OR REPLACE FUNCTION public.is_seated(seat team_members)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select seat.starts_on <= current_date and (seat.ends_on is null or seat.ends_on > current_date)
$function$
;

CREATE OR REPLACE FUNCTION public.is_under_review(look uuid, looked_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from looks l join emergency_openings o on o.worker_id = l.worker_id and l.at between o.opened_at and o.ends_at and o.reviewed_at is null
      join cases c on c.id = o.case_id
    where l.id = look and l.at = looked_at and i_may_review(o.worker_id, o.agency_id, o.case_id)
      -- Somebody in a case that one side must never learn of is not tied to it by its review either.
      and (l.case_id = c.id or (l.case_id is null and (c.never_learns is null or my_agency_owns(c.id))
        and (exists (select from case_people cp where cp.case_id = c.id and cp.person_id = l.subject_id)
          or exists (select from case_places cp where cp.case_id = c.id and cp.place_id = l.subject_id)))))
$function$
;

CREATE OR REPLACE FUNCTION public.kept_out_of(which_case uuid)
 RETURNS TABLE(worker_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  -- Only those who would have the case otherwise: what else workers have declared is nobody's business here.
  select s.worker_id from shut_cases s
    join workers w on w.id = s.worker_id and works_here(w)
    join agencies own on own.id = w.agency_id and own.suspended_at is null
  where s.case_id = which_case and s.worker_id <> my_worker() and exists (
    select from case_access a where a.case_id = which_case and a.principal_id = any (principals_of(s.worker_id))
      and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (a.agreement_id is null or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = w.agency_id
        where g.id = a.agreement_id and in_force(g) and is_party(p)))
      and (exists (select from my_access_to_people_by_rules(which_case, 'lead') mine where a.sides is null or mine.sides is null or mine.sides && a.sides)
        or (i_am('information_governance_lead') and my_agency_owns(which_case) and which_case <> all (my_shut()))))
$function$
;

CREATE OR REPLACE FUNCTION public.keys_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform file_keys(array[case tg_table_name when 'people' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end]);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.keys_of_many()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'people' then perform file_keys(array(select id from added));
  else perform file_keys(array(select distinct person_id from added)); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.known_through(which uuid, learnt_in uuid)
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select known.agency_id from (
    select p.held_by as agency_id, null as programme from people p where p.id = which and learnt_in is null
    union
    select c.owner_agency_id, c.programme from case_people cp join cases c on c.id = cp.case_id
    where cp.person_id = which and cp.ended_at is null and (learnt_in is null or cp.case_id = learnt_in)
      -- The one place where cases are kept out of every pointer: those that a side must never learn of, whatever belongs to one side of a case, and those that one team keeps to itself.
      and c.never_learns is null and cp.side is null and c.owner_team_id is null and c.id <> all ((select my_shut())::uuid[])
  ) known
  join agencies a on a.id = known.agency_id and a.suspended_at is null and a.id <> my_agency()
  where exists (
    select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = a.id and is_party(p)
    where g.id = any (my_agreements()) and (known.programme is null or known.programme = any (g.programmes)))
    -- Or somebody could learn here whether their own brother is known.
    and not exists (select from conflicts k where k.worker_id = my_worker() and k.lifted_at is null and k.person_id in (select one_person(which)))
$function$
;

CREATE OR REPLACE FUNCTION public.last_digits(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select nullif(right(regexp_replace(said, '[^0-9]', '', 'g'), 10), '')
$function$
;

CREATE OR REPLACE FUNCTION public.lay_months(whole text, first date, last date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '3s'
AS $function$
declare
  month date;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('kith months'));
  for month in select generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month') loop
    part := whole || to_char(month, '_YYYY_MM');
    continue when to_regclass(part) is not null;
    begin
      execute format('create table %I partition of %I for values from (%L) to (%L)', part, whole,
        to_char(month, 'YYYY-MM-DD') || ' 00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00+00');
      -- Nobody reads or writes a part by its own name; only through the whole, whose rules decide.
      execute format('alter table %I enable row level security', part);
      execute format('alter table %I force row level security', part);
    exception when lock_not_available or check_violation then
      -- Too busy just now, or rows of that month lie in the rest already, where they are as safe: the next try may do it.
      null;
    end;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.lay_months_ahead()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lay_months(whole, current_date, current_date + 92) from unnest(array['events', 'looks']) whole
$function$
;

CREATE OR REPLACE FUNCTION public.lead_is_not_kept_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from shut_cases s where s.worker_id = new.lead_worker_id and s.case_id = new.id) then
    raise insufficient_privilege using message = 'Choose somebody else to lead this case.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.leaf_of(deed events)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256('\x00'::bytea || record_send(row('deed'::text, deed.id, deed.at, deed.kind, deed.case_id, deed.subject_id, deed.worker_id, deed.agency_id, deed.address, deed.device, deed.detail, deed.side, deed.category, deed.restricted, deed.about_people)))
$function$
;

CREATE OR REPLACE FUNCTION public.leaf_of(look looks)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256('\x00'::bytea || record_send(row('look'::text, look.id, look.at, look.kind, look.case_id, look.subject_id, look.worker_id, look.agency_id, look.address, look.device, look.words, look.side, look.category, look.restricted)))
$function$
;

CREATE OR REPLACE FUNCTION public.look_is_the_last()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update last_looks known set
    began_at = case when new.at > known.last_at + interval '20 minutes' then new.at else known.began_at end,
    before_at = case when new.at > known.last_at + interval '20 minutes' then known.last_at else known.before_at end,
    last_at = greatest(known.last_at, new.at)
    where worker_id = new.worker_id and case_id = new.case_id;
  if not found then
    -- Of two first looks at once, as in two windows, one row is enough.
    insert into last_looks (worker_id, case_id, began_at, last_at) values (new.worker_id, new.case_id, new.at, new.at)
      on conflict (worker_id, case_id) do nothing;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.look_opens_shares()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into first_looks as known (grant_id, worker_id, at)
    select g.id, new.worker_id, new.at from grants g
    where g.case_id = new.case_id and g.basis not in ('owner', 'break-glass') and g.granted_by is distinct from new.worker_id
      and new.at >= g.starts_at and new.at < least(g.ends_at, g.revoked_at)
      and (g.principal_id in (new.worker_id, new.agency_id) or exists (select from team_members m
        where m.team_id = g.principal_id and m.worker_id = new.worker_id and m.starts_on <= new.at::date and (m.ends_on is null or m.ends_on >= new.at::date)))
      -- Whom a conflict of interest keeps out looks in an emergency, and not by this share: it would tell of both, and stand for those it is with.
      and not exists (select from shut_cases s where s.worker_id = new.worker_id and s.case_id = new.case_id)
      -- Else every later look would lock the row, and whoever looks wait until the page of another is done.
      and coalesce(new.at < (select f.at from first_looks f where f.grant_id = g.id), true)
    on conflict (grant_id) do update set worker_id = excluded.worker_id, at = excluded.at where excluded.at < known.at;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.many_filed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  case tg_table_name
    when 'people' then perform file_people(array(select id from added));
    when 'person_names' then perform file_people(array(select distinct person_id from added));
    when 'person_contacts' then perform file_people(array(select distinct person_id from added));
    when 'case_people' then perform file_people(array(select distinct person_id from added));
    when 'places' then perform file_places(array(select id from added));
    when 'case_places' then perform file_places(array(select distinct place_id from added));
    when 'cases' then perform file_cases(array(select id from added));
    when 'documents' then perform file_documents(array(select id from added));
  end case;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.match_keys(given text[], family text[], born text[], reach text[], postcodes text[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select sure_keys(given, family, born, reach) || array(select distinct hashtextextended(key, 0) from (
    select 'n' || least(g, f) || '/' || greatest(g, f) from unnest(given) g, unnest(family) f
    union all select 'b' || day from unnest(born) day where length(day) = 8
    -- With the family name only: thousands share a given name and a month.
    union all select 'm' || sound || left(day, 6) from unnest(family) sound, unnest(born) day where length(day) >= 6
    union all select 'p' || sound || lower(replace(code, ' ', '')) from unnest(given || family) sound, unnest(postcodes) code where code <> ''
    union all select 'r' || one from unnest(reach) one where length(one) >= 6) made (key))
$function$
;

CREATE OR REPLACE FUNCTION public.may_declare(of_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select count(*) from interests i where i.worker_id = my_worker() and i.kind = of_kind and i.declared_at > now() - interval '90 days')
    < case when of_kind in ('home', 'phone', 'ward') then 3 else 12 end
$function$
;

CREATE OR REPLACE FUNCTION public.may_declare_of_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select count(*) from conflicts c where c.declared_by = my_worker() and c.worker_id = my_worker() and c.person_id is not null and c.found_at > now() - interval '90 days') < 5
$function$
;

CREATE OR REPLACE FUNCTION public.may_name(record uuid, in_case uuid, reader uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from entries e where e.id = record and e.case_id = in_case and e.restricted and e.author_id = my_worker() and e.agency_id = my_agency()
      and works_on(e.case_id, reader, 'read', e.side, e.category))
    or exists (select from documents d where d.id = record and d.case_id = in_case and d.restricted and d.created_by = my_worker() and d.agency_id = my_agency()
      and works_on(d.case_id, reader, 'read', d.side, d.category))
$function$
;

CREATE OR REPLACE FUNCTION public.may_sign_in(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from users u join workers w on w.id = u.worker_id join agencies a on a.id = w.agency_id
    where u.id = account and works_here(w) and a.suspended_at is null)
$function$
;

CREATE OR REPLACE FUNCTION public.may_wait()
 RETURNS TABLE(unread integer, recalls boolean, requests boolean, searches boolean, alerts boolean, messages boolean, emergencies boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select least(count(*), 50)::int from messages_for_me(50, true)),
    exists (select from recalls r where r.agency_id = my_agency() and r.confirmed_at is null and (
      exists (select from my_access_by_rules(r.case_id, 'lead'))
      or (r.case_id <> all (my_shut()) and (i_am('information_governance_lead') or i_am('agency_administrator')
        or exists (select from recall_copies c where c.recall_id = r.id and c.worker_id = my_worker()))))),
    exists (select from information_requests r where r.answered_at is null and (r.case_id is null or r.case_id <> all (my_shut())) and (
      (r.from_agency_id = my_agency() and (r.asked_by = my_worker() or i_am('information_governance_lead')))
      or (r.to_agency_id = my_agency() and (r.handed_to = my_worker() or i_am('information_governance_lead') or i_am('agency_administrator'))))),
    exists (select from search_notices n where n.owner_agency_id = my_agency() and n.day > current_date - 14 and n.case_id <> all (my_shut()) and (
      i_am('information_governance_lead') or exists (select from cases c where c.id = n.case_id and c.lead_worker_id = my_worker()))),
    exists (select from urgent_alerts u where u.worker_id = my_worker()),
    exists (select from messages m where m.answer_by > now() - interval '7 days' and m.to_id = any (my_principals()) and (m.to_as is null or m.to_as = my_agency())
      and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))),
    exists (select from emergency_openings o where o.worker_id = my_worker() and o.ends_at > now())
$function$
;

CREATE OR REPLACE FUNCTION public.merge_told(which uuid)
 RETURNS TABLE(merged_by uuid, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.merged_by, m.reason from person_merges m where m.id = which and (works_with_us(m.merged_by, m.kept_id) or works_with_us(m.merged_by, m.absorbed_id))
$function$
;

CREATE OR REPLACE FUNCTION public.message_opened(m messages)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from message_reads r where r.message_id = m.id and r.worker_id <> m.author_id)
$function$
;

CREATE OR REPLACE FUNCTION public.message_reaches(m messages)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (m.to_as is null or m.to_as = agency_of(m.to_id)) and exists (select from case_access a
    where a.case_id = m.case_id and a.tier >= 'read' and a.starts_at <= now() and now() < a.ends_at
      and (m.side is null or a.sides is null or m.side = any (a.sides)) and (m.category is null or a.categories is null or m.category = any (a.categories))
      and a.principal_id = any (array[m.to_id, agency_of(m.to_id)] || principals_of(m.to_id))
      and (a.agreement_id is null or exists (
        select from agreements g where g.id = a.agreement_id and in_force(g)
          -- A team of several agencies is covered member by member, when they read.
          and (agency_of(m.to_id) is null or exists (select from agreement_parties p where p.agreement_id = g.id and p.agency_id = agency_of(m.to_id) and is_party(p))))))
$function$
;

CREATE OR REPLACE FUNCTION public.messages_for_me(most integer, unread_only boolean)
 RETURNS TABLE(id uuid, read boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me uuid := my_worker();
begin
  return query
  -- A message to a whole team, agency or case stops waiting after 30 days; one to the worker by name waits until it is read.
  select found.id, found.read from (
    select told.id, told.read from unnest(my_principals()) principal, lateral (
      select m.id, exists (select from message_reads r where r.message_id = m.id and r.worker_id = me) as read from messages m
      where m.to_id = principal and (m.to_as is null or m.to_as = my_agency()) and m.sent_at > case when principal = me then '-infinity' else now() - interval '30 days' end and m.author_id <> me
        and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))
        and not (unread_only and exists (select from message_reads r where r.message_id = m.id and r.worker_id = me))
      order by m.sent_at desc limit most) told
    union
    select told.id, told.read from (
      select a.case_id from case_access a where a.principal_id = me and a.open and a.tier >= 'read' order by a.active_at desc limit 100) named, lateral (
      select m.id, exists (select from message_reads r where r.message_id = m.id and r.worker_id = me) as read from messages m
      where m.case_id = named.case_id and m.to_id is null and m.sent_at > now() - interval '30 days' and m.author_id <> me
        and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))
        and not (unread_only and exists (select from message_reads r where r.message_id = m.id and r.worker_id = me))
      order by m.sent_at desc limit most) told
  ) found;
end $function$
;

CREATE OR REPLACE FUNCTION public.my_access(which_case uuid, at_least tier, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text)
 RETURNS SETOF case_access
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select access.* from case_access access
  where access.case_id = which_case and access.tier >= at_least
    and (of_side is null or access.sides is null or of_side = any (access.sides))
    and (of_category is null or access.categories is null or of_category = any (access.categories))
$function$
;

CREATE OR REPLACE FUNCTION public.my_access_by_rules(which_case uuid, at_least tier, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text)
 RETURNS SETOF case_access
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select access.* from case_access access
  where access.case_id = which_case
    -- Contained, not "= any": a condition that the index of a worker's cases cannot answer, or PostgreSQL reads all of them to find this one.
    and (select my_principals())::uuid[] @> array[access.principal_id]
    and access.tier >= at_least
    and (of_side is null or access.sides is null or of_side = any (access.sides))
    and (of_category is null or access.categories is null or of_category = any (access.categories))
    and access.starts_at <= now() and now() < access.ends_at
    and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[]))
    and (access.over_conflict or access.case_id <> all ((select my_shut())::uuid[]))
$function$
;

CREATE OR REPLACE FUNCTION public.my_access_to_people(which_case uuid, at_least tier, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text)
 RETURNS SETOF case_access
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select access.* from my_access(which_case, at_least, of_side, of_category) access where access.knows
$function$
;

CREATE OR REPLACE FUNCTION public.my_access_to_people_by_rules(which_case uuid, at_least tier, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text)
 RETURNS SETOF case_access
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select access.* from my_access_by_rules(which_case, at_least, of_side, of_category) access where access.knows
$function$
;

CREATE OR REPLACE FUNCTION public.my_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('kith.agency', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.my_agency_owns(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from cases c where c.id = which and c.owner_agency_id = my_agency())
$function$
;

CREATE OR REPLACE FUNCTION public.my_agreements()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kith.agreements', true), ''), '{}')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION public.my_cases(at_least tier)
 RETURNS TABLE(case_id uuid)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select access.case_id from case_access access where access.tier >= at_least
$function$
;

CREATE OR REPLACE FUNCTION public.my_principals()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kith.principals', true), ''), '{}')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION public.my_shut()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kith.shut', true), ''), '{}')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION public.my_worker()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('kith.worker', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.name_given()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into named_readers (record_id, case_id, worker_id, named_by)
    select newer.id, newer.case_id, new.worker_id, newer.author_id from entries newer
    where newer.corrects_id = new.record_id and newer.restricted and newer.author_id <> new.worker_id
    on conflict (record_id, worker_id) do update set ended_at = null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.name_taken_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update named_readers n set ended_at = new.ended_at from entries newer
    where newer.corrects_id = new.record_id and n.record_id = newer.id and n.worker_id = new.worker_id and n.ended_at is null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.named_for_me(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from named_readers n where n.record_id = record and n.worker_id = my_worker() and n.ended_at is null)
$function$
;

CREATE OR REPLACE FUNCTION public.never_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise insufficient_privilege using message = 'A preview is never kept.';
end $function$
;

CREATE OR REPLACE FUNCTION public.new_reference()
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  letters constant text := '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  bytes constant bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  code text := '';
  i int;
begin
  -- Bytes 6 and 8 of a random uuid carry fixed bits, so they are passed over.
  foreach i in array array[0, 1, 2, 3, 4, 5, 7, 10] loop
    code := code || substr(letters, 1 + get_byte(bytes, i) % length(letters), 1);
    if length(code) = 4 then code := code || '-'; end if;
  end loop;
  return code;
end $function$
;

CREATE OR REPLACE FUNCTION public.new_system_actor(actor text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  role_name constant text := 'kith_' || actor;
begin
  if not exists (select from pg_roles where rolname = role_name) then
    execute format('create role %I nologin', role_name);
  end if;
  execute format('grant %I to current_user with set true, inherit false', role_name);
  execute format('grant %I to kith_clock with set true, inherit false', role_name);
  execute format('grant usage on schema public to %I', role_name);
end $function$
;

CREATE OR REPLACE FUNCTION public.next_batch(most integer)
 RETURNS TABLE(number bigint, from_turn bigint, until_turn bigint, row_count integer, leaves bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  settled bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit_offset();
begin
  select s.number + 1, s.until_turn into number, from_turn from audit_seals s order by s.number desc limit 1;
  if not found then number := 1; from_turn := -1000000000000000; end if;
  -- Every transaction with a turn below `settled` has ended: nothing can join these turns any more. Turns are never split.
  select max(turn) + 1 into until_turn from (
    select turn from (select e.turn from events e union all select l.turn from looks l) waiting
    where turn >= from_turn and turn < settled order by turn limit most) first_ones;
  if until_turn is null then return; end if;
  select count(*), string_agg(leaf, ''::bytea order by turn, id) into row_count, leaves from (
    select e.turn, e.id, leaf_of(e) as leaf from events e where e.turn >= from_turn and e.turn < until_turn
    union all select l.turn, l.id, leaf_of(l) from looks l where l.turn >= from_turn and l.turn < until_turn) batch;
  return next;
end $function$
;

CREATE OR REPLACE FUNCTION public.next_working_day(after date)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select after + days from generate_series(1, 14) days
    where extract(isodow from after + days) < 6 and after + days <> all (bank_holidays()) order by days limit 1
$function$
;

CREATE OR REPLACE FUNCTION public.on_two_sides(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_people a join case_people b on b.case_id = a.case_id and b.side is distinct from a.side
    where a.person_id = one and b.person_id = other)
$function$
;

CREATE OR REPLACE FUNCTION public.one_person(which uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive one as (
    select which as id
    union
    select case m.kept_id when one.id then m.absorbed_id else m.kept_id end from one join person_merges m on one.id in (m.kept_id, m.absorbed_id) and m.ended_at is null
  )
  select id from one
$function$
;

CREATE OR REPLACE FUNCTION public.only_in_emergency(which_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bool_or(mine.over_conflict) and not bool_or(not mine.over_conflict and mine.sides is null and mine.categories is null), false)
    from my_access(which_case, 'read') mine
$function$
;

CREATE OR REPLACE FUNCTION public.open_in_emergency(which_reference text, why text, for_minutes integer)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted cases;
  given uuid := uuidv7();
  opening uuid := uuidv7();
begin
  if my_worker() is null or coalesce(length(trim(why)), 0) not between 10 and 1000 or coalesce(for_minutes, 0) not between 15 and 60 then
    raise check_violation using message = 'Say why, in a sentence, and for how long: from 15 to 60 minutes.';
  end if;
  -- One at a time, or many at once would pass by the count.
  perform pg_advisory_xact_lock(hashtextextended('emergency ' || my_worker(), 0));
  if (select count(*) from emergency_attempts t where t.worker_id = my_worker() and not t.opened and t.at > now() - interval '1 hour') >= 5 then
    return null;
  end if;
  select * into wanted from cases c where c.reference = upper(trim(which_reference)) and (
    c.owner_agency_id = my_agency()
    or exists (select from case_access a where a.case_id = c.id and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and agency_of(a.principal_id) = my_agency() and (a.agreement_id is null or a.agreement_id = any (my_agreements())))
    or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = c.owner_agency_id
      where g.id = any (my_agreements()) and c.programme = any (g.programmes) and is_party(p)))
    -- Of a case that somebody must never learn of, nobody close to its people learns in an emergency either: a colleague without that tie opens it.
    and not (c.never_learns is not null and c.id = any (my_shut()));
  insert into emergency_attempts (worker_id, at, opened) values (my_worker(), clock_timestamp(), wanted.id is not null);
  -- A case that is not there and one that is not for them get the same answer.
  if wanted.id is null then return null; end if;
  insert into grants (id, case_id, principal_id, tier, basis, reason, starts_at, ends_at, granted_by)
    values (given, wanted.id, my_worker(), 'read', 'break-glass', trim(why), now(), now() + make_interval(mins => for_minutes), my_worker());
  insert into emergency_openings (id, case_id, worker_id, agency_id, grant_id, reason, ends_at, review_by)
    values (opening, wanted.id, my_worker(), my_agency(), given, trim(why), now() + make_interval(mins => for_minutes), next_working_day(current_date));
  insert into events (kind, case_id, subject_id, detail, worker_id, agency_id)
    values ('case_opened_in_emergency', wanted.id, opening, jsonb_build_object('minutes', for_minutes), my_worker(), my_agency());
  -- The leads of the worker's own agency find it among what they have to review, without the reference.
  insert into notices (to_id, kind, case_id, reference)
    select told.id, 'case_opened_in_emergency', wanted.id, wanted.reference from (
      -- Whoever led it and works elsewhere by now is told nothing more of it.
      select w.id from workers w where w.id = wanted.lead_worker_id and w.agency_id = wanted.owner_agency_id
      union select r.worker_id from worker_roles r join workers w on w.id = r.worker_id
        where r.role = 'information_governance_lead' and w.agency_id = wanted.owner_agency_id) told
    where told.id <> my_worker();
  return wanted.id;
end $function$
;

CREATE OR REPLACE FUNCTION public.open_now(of_kind text, which uuid, in_case uuid, of_side text)
 RETURNS TABLE(found boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select true where case
    when of_kind = 'case' then exists (select from my_access_by_rules(in_case, 'headline'))
    when of_kind = 'document' then exists (select from documents d cross join lateral my_access_by_rules(d.case_id, 'read', d.side, d.category) where d.id = which and not d.restricted)
    when in_case is not null then exists (select from my_access_to_people_by_rules(in_case, 'read', of_side))
    when of_kind = 'person' then exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.person_id = which)
      or exists (select from people p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
    else exists (select from case_places cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.place_id = which)
      or exists (select from places p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
  end
$function$
;

CREATE OR REPLACE FUNCTION public.opening_reviewed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into notices (to_id, kind, case_id, reference) select new.worker_id, 'opening_reviewed', c.id, c.reference from cases c where c.id = new.case_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.ordinary_word(word text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select word in ('the', 'of', 'and', 'in', 'at', 'on', 'to', 'for', 'a', 'an', 'flat', 'house', 'street', 'st', 'road', 'rd', 'avenue', 'ave', 'lane', 'ln',
    'close', 'drive', 'dr', 'court', 'ct', 'place', 'way', 'mr', 'mrs', 'ms', 'miss', 'mx')
$function$
;

CREATE OR REPLACE FUNCTION public.party_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform derive_access(g) from grants g join cases c on c.id = g.case_id
    where g.agreement_id = new.agreement_id and (c.owner_agency_id = new.agency_id or g.includes_sub_cases);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.people_alike(which uuid[])
 RETURNS TABLE(one_id uuid, other_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
  select distinct least(a.person_id, near.person_id), greatest(a.person_id, near.person_id)
  from person_keys a cross join lateral (
    select hit.person_id from (
      select b.person_id, b.case_id, (select count(*) from unnest(b.keys) key where key = any (a.keys)) as common
      from person_keys b where b.keys && a.keys and b.person_id <> a.person_id offset 0) hit
    -- One thing in common is too little for a list that nobody asked for.
    where hit.common > 1 and exists (select from record_open(hit.person_id, hit.case_id))
    group by hit.person_id order by max(hit.common) desc, 1 limit 5) near
  where a.person_id = any (which) and exists (select from record_open(a.person_id, a.case_id))
$function$
;

CREATE OR REPLACE FUNCTION public.people_like(given text[], family text[], born text[], reach text[], postcodes text[])
 RETURNS TABLE(person_id uuid, agency_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  asked bigint[] := match_keys(sounds_of(given), sounds_of(family), born, reach, postcodes);
  sure bigint[] := sure_keys(sounds_of(given), sounds_of(family), born, reach);
  mine uuid[] := my_principals();
begin
  if my_worker() is null then return; end if;
  -- All three answers (the record, a pointer, nothing) come of one statement, so that neither time nor number tells them apart.
  return query
    with hit as materialized (
      select k.person_id, k.case_id, k.keys && sure as surely, (select count(*) from unnest(k.keys) key where key = any (asked)) as common
      from person_keys k where k.keys && asked),
    -- Whoever is filed for nobody the worker stands for is not open to them: of hundreds who sound alike, that spares looking through every case of all but a few. Not an exists, which PostgreSQL would answer by listing the whole index first.
    near as materialized (select h.*, (select true from search_index i where i.kind = 'person' and i.id = h.person_id and i.principals && mine limit 1) is not null
      and exists (select from record_open(h.person_id, h.case_id)) as is_open from hit h),
    shown as (select n.person_id from near n where n.is_open group by 1 order by max(n.common) desc, 1 limit 20),
    hidden as materialized (
      select n.person_id, n.case_id from near n where n.surely and not exists (select from near own where own.person_id = n.person_id and own.is_open)),
    -- Where nobody hidden fits, it is asked about nobody, so that not even the time tells.
    asked_about as (select h.person_id, h.case_id from hidden h union all select gen_random_uuid(), null where not exists (select from hidden)),
    theirs as (select distinct known.agency_id from asked_about a cross join lateral known_through(a.person_id, a.case_id) known)
    select s.person_id, null::uuid from shown s union all select null, t.agency_id from theirs t;
end $function$
;

CREATE OR REPLACE FUNCTION public.person_amended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into person_versions (person_id, version, given_name, family_name, born_on, born_precision, gender, died_on, replaced_by)
    values (old.id, old.version, old.given_name, old.family_name, old.born_on, old.born_precision, old.gender, old.died_on, my_worker());
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.person_is_looked_at_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  which uuid[];
begin
  which := case when tg_table_name = 'people' then array(select id from changed) else array(select to_jsonb(c) ->> 'person_id' from changed c)::uuid[] end;
  perform find_conflicts(null, which, null, null);
  perform shut_again(array(select c.worker_id from unnest(which) changed cross join lateral one_person(changed) record join conflicts c on c.person_id = record and c.lifted_at is null));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.person_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform tell_lookers('person', new.id, new.case_id, new.added_at, case when new.side is null then '{}' else array[new.side] end, null, true);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.place_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Who graded a place and who took it off a case is whoever does it, and nobody else's name can be put there.
  if new.grade <> '' and (tg_op = 'INSERT' or (new.grade, new.grade_reason) is distinct from (old.grade, old.grade_reason)) then
    new.graded_by := coalesce(my_worker(), new.graded_by);
    new.graded_at := coalesce(case when my_worker() is null then new.graded_at end, now());
  end if;
  if tg_op = 'UPDATE' and new.ended_at is distinct from old.ended_at then
    new.ended_by := coalesce(my_worker(), new.ended_by);
  end if;
  -- The sub-case of a place is a sub-case of the same case that the worker can see.
  if my_worker() is not null and new.sub_case_id is not null and (tg_op = 'INSERT' or new.sub_case_id is distinct from old.sub_case_id)
    and not exists (select from cases c where c.id = new.sub_case_id and c.parent_id = new.case_id) then
    raise insufficient_privilege using message = 'This is no sub-case of the case.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.place_has_left(which_worker uuid, which_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select conflict_matters(which_worker, null, which_case, true)
    and not exists (select from ties() t where t.worker_id = which_worker and t.case_id = which_case and t.kind = 'declared ward')
$function$
;

CREATE OR REPLACE FUNCTION public.place_is_looked_at_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'case_places' then
    perform find_conflicts(null, null, array(select to_jsonb(c) ->> 'case_id' from changed c)::uuid[], null);
  else
    perform find_conflicts(null, null, null, array(select plain_text(postcode) from changed));
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.plain_text(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select regexp_replace(lower(said collate pg_c_utf8), '[^[:alnum:]]+', '', 'g')
$function$
;

CREATE OR REPLACE FUNCTION public.principals_of(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array[w.id, w.agency_id] || array(
    select m.team_id from team_members m join teams t on t.id = m.team_id
    where m.worker_id = w.id and is_seated(m)
      and (t.ended_on is null or t.ended_on > current_date)
      and (t.agency_id is null or t.agency_id = w.agency_id))
  from workers w where w.id = who
$function$
;

CREATE OR REPLACE FUNCTION public.rank_found(of_kind text, asked text[], ids uuid[], cases uuid[], texts text[], most integer)
 RETURNS TABLE(id uuid, case_id uuid, score real)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with ask as materialized (select word as said, length(word) as letters, ' ' || word as begun, ' ' || word || ' ' as whole,
    case when word ~ '^[a-z]{3,}$' then dmetaphone(word) else '' end as sound from unnest(asked) word),
  scored as (
    -- For each word asked for, its best match: exact 1, a beginning 0.9, else by the letters that differ, and nearer when it sounds alike:
    -- names are written down by ear, titles and streets are not.
    select found.id, found.case_id, avg(case when strpos(found.words, ask.whole) > 0 then 1.0::float8 when strpos(found.words, ask.begun) > 0 then 0.9::float8
      else (select max(case when word < 'a' or word between 'born0' and 'born9z' then 0.0::float8
          when ask.sound <> '' and dmetaphone(word) = ask.sound and (length(word) > 4 and ask.letters > 3 or left(word, 1) = left(ask.said, 1))
            then greatest(by_ear, 1.0::float8 - 0.9::float8 * levenshtein(ask.said, word) / greatest(ask.letters, length(word)))
          else 0.9::float8 - 0.9::float8 * levenshtein(ask.said, word) / greatest(ask.letters, length(word)) end)
        from unnest(found.split) word) end)::real as nearness
    from (select hit.id, hit.case_id, ' ' || hit.words || ' ' as words, string_to_array(hit.words, ' ') as split from unnest(ids, cases, texts) hit(id, case_id, words)) found,
      ask, (select case when of_kind = 'person' then 0.65::float8 else 0.0::float8 end as by_ear) ear
    group by 1, 2),
  nearest as (select distinct on (s.id) s.id, s.case_id, s.nearness from scored s order by s.id, s.nearness desc),
  best as (select max(nearness) as nearness from nearest)
  -- What is far behind the best find is noise.
  select n.id, n.case_id, n.nearness from nearest n, best b
  where n.nearness >= greatest(case when of_kind = 'person' then 0.3 else 0.6 end, b.nearness - case when cardinality(asked) = 1 then 0.25 else 0.45 end)
  order by n.nearness desc, n.id limit least(most, 100)
$function$
;

CREATE OR REPLACE FUNCTION public.reach_of(which_case uuid, of_side text, of_category text, of_kind text DEFAULT NULL::text, ties_people boolean DEFAULT false)
 RETURNS TABLE(id uuid, kind text, tier tier)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with shared as (
    select a.principal_id, a.tier, a.agreement_id from case_access a
    where a.case_id = which_case and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (of_side is null or a.sides is null or of_side = any (a.sides))
      and (of_category is null or a.categories is null or of_category = any (a.categories))
      and (a.knows or not ties_people)
      -- Who works one side is no business of those who work another.
      and (a.sides is null or exists (select from my_access_by_rules(which_case, 'headline') mine where mine.sides is null or mine.sides && a.sides))
  ), reached as (
    select a.id, 'agency' as kind, s.tier, s.agreement_id, a.id as agency_id from shared s join agencies a on a.id = s.principal_id where of_kind is null or of_kind = 'agency'
    union all
    select t.id, 'team', s.tier, s.agreement_id, t.agency_id from shared s join teams t on s.principal_id in (t.id, t.agency_id)
      where (of_kind is null or of_kind = 'team') and (t.ended_on is null or t.ended_on > current_date)
    union all
    select w.id, 'worker', s.tier, s.agreement_id, w.agency_id from shared s join workers w on s.principal_id in (w.id, w.agency_id)
      where (of_kind is null or of_kind = 'worker') and works_here(w)
    union all
    select w.id, 'worker', s.tier, s.agreement_id, w.agency_id from shared s
      join team_members m on m.team_id = s.principal_id and is_seated(m)
      join teams t on t.id = m.team_id and (t.ended_on is null or t.ended_on > current_date)
      join workers w on w.id = m.worker_id and (t.agency_id is null or t.agency_id = w.agency_id) and works_here(w)
      where of_kind is null or of_kind = 'worker'
  )
  select r.id, r.kind, max(r.tier) from reached r left join agencies a on a.id = r.agency_id
  where a.suspended_at is null and not exists (select from shut_cases s where s.worker_id = r.id and s.case_id = which_case) and (r.agreement_id is null or exists (
    select from agreements g where g.id = r.agreement_id and in_force(g)
      -- A team of several agencies is covered member by member, when they read.
      and (r.agency_id is null or exists (select from agreement_parties p where p.agreement_id = g.id and p.agency_id = r.agency_id and is_party(p)))))
  group by r.id, r.kind
$function$
;

CREATE OR REPLACE FUNCTION public.reach_of_contact(kind text, value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when kind in ('mobile', 'phone') then right(regexp_replace(value, '[^0-9]', '', 'g'), 9) when kind = 'email' then lower(trim(value)) end
$function$
;

CREATE OR REPLACE FUNCTION public.readers_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- A share ended by hand leaves the index here; one that runs out, or whose agreement ends, may linger: search_for refuses it.
  perform file_cases(array(select distinct case_id from changed));
  perform file_documents(array(select d.id from documents d where d.case_id in (select case_id from changed)));
  perform file_people(array(select distinct cp.person_id from case_people cp where cp.case_id in (select case_id from changed)));
  perform file_places(array(select distinct cp.place_id from case_places cp where cp.case_id in (select case_id from changed)));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reads_anyway(which_case uuid, of_side text, of_category text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from my_access(which_case, 'read', of_side, of_category) mine where not mine.over_conflict)
$function$
;

CREATE OR REPLACE FUNCTION public.reads_with_others(record uuid, in_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from named_readers n where n.record_id = record and n.worker_id = my_worker() and n.ended_at is null)
    and (exists (select from entries e cross join lateral my_access_by_rules(in_case, 'read', e.side, e.category) where e.id = record and e.case_id = in_case)
      or exists (select from documents d cross join lateral my_access_by_rules(in_case, 'read', d.side, d.category) where d.id = record and d.case_id = in_case))
$function$
;

CREATE OR REPLACE FUNCTION public.recall(what text, which uuid, in_case uuid, from_agency uuid, since timestamp with time zone, ended timestamp with time zone, of_sides text[], of_people boolean, by_worker uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  lost boolean := what in ('share', 'worker');
  copies looks[];
  reaches boolean;
  made uuid;
begin
  -- What is restricted is no business of a governance lead: its named readers see for themselves that it was put right.
  select array_agg(l) into copies from looks l where l.case_id = in_case and l.agency_id = from_agency and l.kind in ('print', 'export', 'download')
    and l.at >= since and not l.restricted and (by_worker is null or l.worker_id = by_worker)
    and (of_sides is null or cardinality(of_sides) = 0 or l.side is null or l.side = any (of_sides))
    and (not lost or not still_reaches(in_case, l.worker_id, of_sides, array_remove(array[l.category], null), false));
  select exists (select from workers w where w.agency_id = from_agency and still_reaches(in_case, w.id, of_sides, '{}', of_people)) into reaches;
  if lost and reaches and copies is null then return; end if;
  insert into recalls (case_id, reference, owner_agency_id, agency_id, kind, subject_id, ended_at, drafts)
    select c.id, c.reference, c.owner_agency_id, from_agency, what, which, ended,
      case when lost then drop_drafts(c.id, from_agency) else 0 end
    from cases c where c.id = in_case on conflict (subject_id, case_id, agency_id) do nothing returning id into made;
  if made is null then return; end if;
  insert into recall_copies (recall_id, case_id, agency_id, worker_id, kind, taken_at, side, category)
    select made, in_case, from_agency, l.worker_id, l.kind, l.at, l.side, l.category from unnest(copies) l;
end $function$
;

CREATE OR REPLACE FUNCTION public.recall_share(which grants)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select recall('share', which.id, a.case_id, b.agency_id, which.starts_at, share_ends(which), which.sides, false)
  from (select distinct case_id from case_access where grant_id = which.id) a, agencies_behind(which.principal_id) b
$function$
;

CREATE OR REPLACE FUNCTION public.recall_what_ended()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- First the few whose time has come, by index, and only then when each of them ended: asked of every share there is, that takes minutes.
  perform recall_share(s.g) from (
    with ended as materialized (
      select id from grants where ends_at between now() - interval '30 days' and now() and ends_at < 'infinity'
      union select id from grants where agreement_id in (select id from agreements where ends_on between current_date - 30 and current_date)
      union select id from grants where consent_id in (select id from consents where expires_on between current_date - 30 and current_date)
      union select s.id from grants s join agreement_parties p on p.agreement_id = s.agreement_id where p.left_on between current_date - 30 and current_date
      except select subject_id from recalls where kind = 'share'
    ), shares as materialized (
      select g from ended join grants g on g.id = ended.id where g.basis not in ('owner', 'break-glass')
    )
    select g from shares where share_ends(g) <= now()) s;
  perform recall('worker', w.id, taken.case_id, w.agency_id, '-infinity', w.left_on::timestamptz, '{}', false, w.id)
    from workers w, lateral (select distinct l.case_id from looks l join cases c on c.id = l.case_id and c.owner_agency_id <> w.agency_id
      where l.worker_id = w.id and l.kind in ('print', 'export', 'download')) taken
    where w.left_on between current_date - 30 and current_date and not exists (select from recalls r where r.subject_id = w.id);
  delete from drafts d using workers w where w.id = d.worker_id and w.left_on between current_date - 30 and current_date;
end $function$
;

CREATE OR REPLACE FUNCTION public.receipts_of(which uuid[])
 RETURNS TABLE(id uuid, case_id uuid, principal_id uuid, tier tier, reason text, granted_by uuid, granted_at timestamp with time zone, open_by timestamp with time zone, ended boolean, given boolean, received boolean, opened_by uuid, opened_at timestamp with time zone, i_opened boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.id, g.case_id, g.principal_id, g.tier, g.reason, g.granted_by, g.granted_at, g.open_by, g.revoked_at is not null or g.ends_at <= now(),
    ends.given, ends.received, first.worker_id, first.at,
    exists (select from last_looks v where v.worker_id = my_worker() and v.case_id = g.case_id and v.last_at >= g.starts_at)
  from grants g cross join lateral ends_of(g) ends
    left join first_looks first on first.grant_id = g.id
  where g.id = any (which) and (ends.given or ends.received)
$function$
;

CREATE OR REPLACE FUNCTION public.receipts_today(most integer)
 RETURNS TABLE(id uuid, waits text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me uuid := my_worker();
  mine uuid[] := case when i_take_in() then my_principals() else array_remove(my_principals(), my_agency()) end;
begin
  return query
  (select w.id, 'for me' from unnest(mine) principal, lateral (
    select g.id, g.open_by, g.granted_at from grants g where g.principal_id = principal and g.basis not in ('owner', 'break-glass')
      and g.granted_at > now() - interval '14 days' and g.revoked_at is null and g.ends_at > now()
      and not exists (select from receipts r where r.grant_id = g.id)
      and exists (select from ends_of(g) ends where ends.received)
    order by g.granted_at desc limit most) w order by w.open_by, w.granted_at desc limit most)
  union all
  (select w.id, 'for them' from (
    select g.* from grants g where g.granted_by = me and g.basis not in ('owner', 'break-glass')
      and g.granted_at > now() - interval '30 days' and g.revoked_at is null and g.ends_at > now()
    order by g.granted_at desc limit 10) w
    where (not exists (select from first_looks f where f.grant_id = w.id) and i_gave(w.id) or a_question_waits(w.id)) order by w.open_by, w.granted_at desc limit most);
end $function$
;

CREATE OR REPLACE FUNCTION public.record_open(which uuid, learnt_in uuid)
 RETURNS TABLE(found boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select true where case when learnt_in is not null then exists (select from my_access_to_people_by_rules(learnt_in, 'read'))
    else exists (select from people p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
      or exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.person_id = which) end
$function$
;

CREATE OR REPLACE FUNCTION public.record_unsigned(what text, detail jsonb, typed text, account uuid, address text, device text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into events (kind, detail, worker_id, agency_id, address, device)
    select what, record_unsigned.detail, w.id, w.agency_id, left(record_unsigned.address, 64), left(record_unsigned.device, 64)
    from (select) once left join users u on u.id = account or u.email = lower(typed) left join workers w on w.id = u.worker_id
$function$
;

CREATE OR REPLACE FUNCTION public.recorded_by(which uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.recorded_by from (
    select person_id, case_id, side, category, n.recorded_by from person_names n where n.id = which
    union all select person_id, case_id, side, category, c.recorded_by from person_contacts c where c.id = which
    union all select person_id, case_id, side, category, w.recorded_by from person_warnings w where w.id = which
    union all select person_id, case_id, side, category, n.recorded_by from person_needs n where n.id = which) f
  where case when f.case_id is null then works_with_us(f.recorded_by, f.person_id)
    else exists (select from my_access_to_people_by_rules(f.case_id, 'read', f.side, f.category)) end
$function$
;

CREATE OR REPLACE FUNCTION public.records_are_one()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform shut_again(array(select c.worker_id from unnest(array[new.kept_id, new.absorbed_id]) merged cross join lateral one_person(merged) record
    join conflicts c on c.person_id = record and c.lifted_at is null));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.records_of(which uuid)
 RETURNS TABLE(id uuid, shown boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive one as (
    select which as id
    union
    select case m.kept_id when one.id then m.absorbed_id else m.kept_id end from one join person_merges m on one.id in (m.kept_id, m.absorbed_id) and m.ended_at is null
  ), ranked as (
    select one.id, row_number() over (order by exists (select from person_merges m where m.absorbed_id = one.id and m.ended_at is null), one.id) as place from one
  )
  select ranked.id, ranked.place = 1 from ranked
$function$
;

CREATE OR REPLACE FUNCTION public.rests_on_what_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- One at a time with a withdrawal, or a share that is made at that moment would outlive it: neither would see the other.
  perform pg_advisory_xact_lock(hashtextextended('consent ' || new.consent_id, 0));
  if not exists (select from consents c where c.id = new.consent_id and c.withdrawn_at is null) then
    raise insufficient_privilege using message = 'This consent was withdrawn.';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.rows_filed(mine uuid[], first integer[], second integer[], third integer[], fourth integer[])
 RETURNS SETOF search_index
 LANGUAGE sql
 STABLE
AS $function$
  select * from search_index i where i.principals && mine and i.keys && first
    and (second is null or i.keys && second) and (third is null or i.keys && third) and (fourth is null or i.keys && fourth)
$function$
;

CREATE OR REPLACE FUNCTION public.rows_with(of_kind text, first integer[], second integer[], third integer[], fourth integer[], most integer)
 RETURNS TABLE(id uuid, case_id uuid, words text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine uuid[] := my_principals();
  many constant int := 500;
  ids uuid[]; cases uuid[]; sides text[]; texts text[];
begin
  -- Few rows have every word, and mostly none: making ready to ask whether a row is open takes longer than to learn that there is none.
  if second is not null then
    select array_agg(i.id), array_agg(i.case_id), array_agg(i.side), array_agg(i.words) into ids, cases, sides, texts
      from (select * from rows_filed(mine, first, second, third, fourth) limit many) i;
    if ids is null then return; end if;
  end if;
  -- Rows of shares that have ended or not begun go out before anything is counted or ranked: which come, or how many, would tell of them.
  if cardinality(ids) < many then
    return query select i.id, i.case_id, i.words from unnest(ids, cases, sides, texts) i(id, case_id, side, words)
      where exists (select from open_now(of_kind, i.id, i.case_id, i.side)) limit most;
  else
    return query select i.id, i.case_id, i.words from rows_filed(mine, first, second, third, fourth) i
      where exists (select from open_now(of_kind, i.id, i.case_id, i.side)) limit most;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.safe_contacts_in(pieces text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id from person_contacts c
  where c.category = 'safe address' and (c.ended_on is null or c.ended_on > current_date) and safe_traces(c.value, c.postcode) && pieces
    and case when c.case_id is null then exists (select from people p where p.id = c.person_id and p.held_by = any (my_principals()))
      else exists (select from my_access_to_people_by_rules(c.case_id, 'read', c.side, c.category)) end
$function$
;

CREATE OR REPLACE FUNCTION public.safe_traces(value text, postcode text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array(select trace from (values
      (public.plain_text(value), 8), (public.plain_text(split_part(replace(value, E'\n', ','), ',', 1)), 8), (public.plain_text(postcode), 5),
      (case when value ~ '^[0-9\s()+-]+$' then right(public.plain_text(value), 9) end, 9)) held (trace, least)
    where length(trace) >= least)
$function$
;

CREATE OR REPLACE FUNCTION public.search_for(of_kind text, said text, most integer DEFAULT 20)
 RETURNS TABLE(id uuid, case_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  asked text[] := search_words(said, 8);
  needed text[] := array(select word from unnest(asked) with ordinality as w(word, place)
    where (length(word) > 1 or word > '~') and not ordinary_word(word) order by length(word) desc, place);
  enough int[] := array[1, most, most, least(most, 10), least(most, 5)];
  at_most int[] := array[100, 150, 150, 80, 80];
  every_word boolean := false;
  hit_ids uuid[]; hit_cases uuid[]; hit_words text[];
  ids uuid[] := '{}'; cases uuid[] := '{}'; texts text[] := '{}';
begin
  if cardinality(needed) = 0 then needed := asked; end if;
  if cardinality(needed) = 0 or cardinality(my_principals()) = 0 then return; end if;
  -- Most that is typed is the name of somebody: one look tells that nothing else that is open has any such word, where the attempts below would take three.
  if of_kind <> 'person' and not exists (select from rows_with(of_kind,
      asked_keys(of_kind, needed, needed[1], 2) || asked_keys(of_kind, needed, needed[1], 3) || asked_keys(of_kind, needed, needed[1], 4), null, null, null, 1)) then return; end if;
  -- A single word itself; every word or its beginning; every word or one like it; to fill up, rows that have any word, and at last any like one.
  for attempt in case when cardinality(needed) > 1 then 2 else 1 end .. 5 loop
    exit when cardinality(ids) >= enough[attempt];
    -- Whoever has every word needs no filling up with those who have one.
    exit when attempt >= 4 and (every_word or cardinality(needed) = 1);
    exit when attempt = 5 and of_kind <> 'person';
    -- The four longest words find, the others help to rank.
    select array_agg(hit.id), array_agg(hit.case_id), array_agg(hit.words) into hit_ids, hit_cases, hit_words
      from rows_with(of_kind, asked_keys(of_kind, needed, needed[1], attempt), case when attempt < 4 then asked_keys(of_kind, needed, needed[2], attempt) end,
        case when attempt < 4 then asked_keys(of_kind, needed, needed[3], attempt) end, case when attempt < 4 then asked_keys(of_kind, needed, needed[4], attempt) end, at_most[attempt]) hit;
    ids := ids || hit_ids; cases := cases || hit_cases; texts := texts || hit_words;
    every_word := attempt < 3 and cardinality(ids) > 0 or every_word;
  end loop;
  if cardinality(ids) > 0 then return query select * from rank_found(of_kind, asked, ids, cases, texts, most); end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_keys(of_kind text, words text[], kinds text DEFAULT '=<~-'::text)
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  head text := left(of_kind, 2);
  whole boolean := kinds like '%=%'; begun boolean := kinds like '%<%'; heard boolean := kinds like '%~%'; slipped boolean := kinds like '%-%';
  keys int[] := '{}';
  word text; letters int; numbers boolean; sound text;
begin
  foreach word in array words loop
    letters := length(word);
    numbers := word ~ '[0-9]';
    if whole then keys := keys || hashtext(head || '=' || word); end if;
    if begun and not (numbers and word ~ '^(born)?[0-9]{4,}$') then
      if letters > 2 then keys := keys || hashtext(head || '<' || left(word, 2)); end if;
      if letters > 3 then keys := keys || hashtext(head || '<' || left(word, 3)); end if;
      if letters > 4 then keys := keys || hashtext(head || '<' || left(word, 4)); end if;
      if letters > 6 then keys := keys || hashtext(head || '<' || left(word, 6)); end if;
    end if;
    if begun and word > '~' then keys := keys || hashtext(head || '<' || left(word, 1)); end if;
    -- Sounds alike: Smith, Smyth.
    if heard and not numbers and word ~ '^[a-z]{3,}$' then
      sound := dmetaphone(word);
      if sound <> '' then keys := keys || hashtext(head || '~' || sound); end if;
      if dmetaphone_alt(word) not in (sound, '') then keys := keys || hashtext(head || '~' || dmetaphone_alt(word)); end if;
    end if;
    -- One slip of the keys in the first seven letters: the word itself, and the word with each letter left out.
    if slipped and not numbers and letters >= 4 then
      keys := keys || hashtext(head || '-' || left(word, 7));
      for n in 1 .. least(letters, 7) loop
        keys := keys || hashtext(head || '-' || left(overlay(word placing '' from n for 1), 7 - (letters > 7)::int));
      end loop;
    end if;
  end loop;
  return keys;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_words(said text, most integer DEFAULT 80)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  plain text := left(coalesce(said, ''), 4000);
  words text[] := '{}';
  word text;
begin
  -- Most words are plain English letters, which need no taking apart.
  if octet_length(plain) > length(plain) then plain := unaccent(regexp_replace(normalize(plain, NFKD), '[\u0300-\u036f]', '', 'g')); end if;
  foreach word in array regexp_split_to_array(translate(lower(plain), '''’‘`´ʼ.', ''), '[^[:alnum:]]+') loop
    word := left(word, 40);
    if word <> '' and not word = any (words) then words := words || word; end if;
    exit when cardinality(words) >= most;
  end loop;
  return words;
end $function$
;

CREATE OR REPLACE FUNCTION public.see_through(of_grant uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  share grants;
  nobody uuid := uuidv7();
begin
  select g.* into share from grants g
    -- Only a share that the worker has just made, in this very transaction, under the rules for making one.
    where g.id = of_grant and g.xmin = pg_current_xact_id()::xid and g.granted_by = my_worker()
      and exists (select from my_access_by_rules(g.case_id, 'lead') mine where mine.grant_id <> g.id);
  -- Nothing opens that the worker could not open otherwise: a share may reach further than its giver, as an agreement does to another agency's sub-cases.
  update case_access a set principal_id = nobody where a.grant_id = share.id and exists (
    select from my_access_by_rules(a.case_id, a.tier) mine where mine.grant_id <> share.id and (mine.knows or not a.knows)
      and (mine.sides is null or a.sides <@ mine.sides) and (mine.categories is null or a.categories <@ mine.categories));
  if not found then raise insufficient_privilege using message = 'This share cannot be previewed.'; end if;
  -- Neither a worker nor an agency that there is: no case, list, message or named reading of anybody's comes with it.
  perform set_config('kith.worker', nobody::text, true), set_config('kith.agency', nobody::text, true),
    set_config('kith.principals', array[nobody]::text, true), set_config('kith.roles', '{}', true), set_config('kith.shut', '{}', true),
    set_config('kith.agreements', array_remove(array[share.agreement_id], null)::text, true),
    set_config('transaction_read_only', 'on', true);
  return nobody;
end $function$
;

CREATE OR REPLACE FUNCTION public.sent_to_them_as_they_are()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.to_as := coalesce(new.to_as, (select w.agency_id from workers w where w.id = new.to_id));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.share_ends(which grants)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select least(which.ends_at, which.revoked_at, (select g.ends_on::timestamptz from agreements g where g.id = which.agreement_id),
    (select c.expires_on::timestamptz from consents c where c.id = which.consent_id),
    (select min(p.left_on)::timestamptz from agreement_parties p where p.agreement_id = which.agreement_id
      and p.agency_id in (agency_of(which.principal_id), (select c.owner_agency_id from cases c where c.id = which.case_id))))
$function$
;

CREATE OR REPLACE FUNCTION public.share_was_ended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform recall_share(new);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.shares_of(which uuid)
 RETURNS TABLE(grant_id uuid, of_case uuid, principal_id uuid, tier tier, basis text, agreement_id uuid, clause text, gateway text, consent_id uuid, reason text, sides text[], categories text[], includes_sub_cases boolean, starts_at timestamp with time zone, ends_at timestamp with time zone, granted_by uuid, granted_at timestamp with time zone, revoked_at timestamp with time zone, revoked_by uuid, revoke_reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.id, g.case_id, g.principal_id, g.tier, g.basis, g.agreement_id, g.clause, g.gateway, g.consent_id,
    case when told.everything then g.reason else '' end, g.sides, g.categories, g.includes_sub_cases, a.starts_at, a.ends_at,
    g.granted_by, g.granted_at, g.revoked_at, g.revoked_by, case when told.everything then g.revoke_reason else '' end
  from case_access a join grants g on g.id = a.grant_id, lateral (
    select g.case_id = which or exists (select from my_access_by_rules(g.case_id, 'read')) as everything) told
  where a.case_id = which and (exists (select from my_access_by_rules(which, 'read') mine where
      case when g.basis = 'break-glass' then mine.grant_id = g.id or (mine.tier = 'lead' and mine.sides is null)
      else a.sides is null or mine.sides is null or mine.sides && a.sides end)
    or (i_am('information_governance_lead') and my_agency_owns(which) and which <> all (my_shut())))
$function$
;

CREATE OR REPLACE FUNCTION public.shares_under(which uuid, of_agency uuid DEFAULT NULL::uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*)::int from grants g join cases c on c.id = g.case_id
  where g.agreement_id = which and g.revoked_at is null and now() < g.ends_at
    and (of_agency is null or c.owner_agency_id = of_agency or agency_of(g.principal_id) = of_agency
      or exists (select from team_members m join workers w on w.id = m.worker_id where m.team_id = g.principal_id
        and w.agency_id = of_agency and (m.ends_on is null or m.ends_on > current_date)))
    and (i_am('partnership_administrator') or (i_am('information_governance_lead') and of_agency = my_agency()))
$function$
;

CREATE OR REPLACE FUNCTION public.shut_again(which_workers uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with standing as (
    select c.worker_id, c.case_id from conflicts c where c.worker_id = any (which_workers) and c.lifted_at is null and c.case_id is not null
    union
    select c.worker_id, cp.case_id from conflicts c cross join lateral one_person(c.person_id) record join case_people cp on cp.person_id = record and cp.ended_at is null
      where c.worker_id = any (which_workers) and c.lifted_at is null
  ), opened as (
    delete from shut_cases s where s.worker_id = any (which_workers)
      and not exists (select from standing where standing.worker_id = s.worker_id and standing.case_id = s.case_id)
  )
  insert into shut_cases (worker_id, case_id) select worker_id, case_id from standing on conflict do nothing
$function$
;

CREATE OR REPLACE FUNCTION public.side_is_of_the_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- After the rules have let the row in, so that nobody can ask a hidden case which sides it has.
  if not exists (select from cases c where c.id = new.case_id and (to_jsonb(c.sides) @> coalesce(to_jsonb(new) -> 'sides', to_jsonb(new) -> 'side'))) then
    raise check_violation using message = 'The case has no such side.';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.side_is_said()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- As whoever writes it: of a case that is hidden from them the rules on the table refuse the row, and nobody asks it whether it is split.
  if exists (select from cases c where c.id = new.case_id and c.sides <> '{}') then
    raise check_violation using message = 'Say which side of the case this is for, or that it is for everybody.';
  end if;
  new.side := null;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.something_happened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  happened jsonb := to_jsonb(new);
  ties_people boolean := tg_nargs > 0;
begin
  -- A place in a list must not tell of what its reader may not see: a restricted row, or a message to one of many, moves nothing.
  if coalesce((happened ->> 'restricted')::boolean, false) or happened ->> 'to_id' is not null then return null; end if;
  if happened ? 'task_id' then select to_jsonb(t) into happened from tasks t where t.id = (happened ->> 'task_id')::uuid; end if;
  if happened ->> 'side' is null and happened ->> 'category' is null
    and not (ties_people and exists (select from cases c where c.id = new.case_id and c.never_learns is not null)) then
    update cases set active_at = now() where id = new.case_id and active_at < now();
  else
    update case_access a set active_at = now() where a.case_id = new.case_id and a.active_at < now()
      and (happened ->> 'side' is null or a.sides is null or happened ->> 'side' = any (a.sides))
      and (happened ->> 'category' is null or a.categories is null or happened ->> 'category' = any (a.categories))
      and (a.knows or not ties_people);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.sounds_of(said text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(select distinct coalesce(nullif(dmetaphone(word), ''), word) from unnest(said) name,
    unnest((string_to_array(translate(lower(unaccent(name)), '-.,’''‘`´ʼ', '   '), ' '))[1:4]) word where word <> '')
$function$
;

CREATE OR REPLACE FUNCTION public.still_reaches(which_case uuid, who uuid, of_sides text[], of_categories text[], of_people boolean, or_emergency boolean DEFAULT false)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from workers w join agencies own on own.id = w.agency_id and own.suspended_at is null
      join case_access a on a.case_id = which_case and a.starts_at <= now() and now() < a.ends_at
        and a.principal_id = any (principals_of(w.id)) and (or_emergency or not a.over_conflict)
    where w.id = who and w.suspended_at is null and (w.left_on is null or w.left_on > current_date)
      and (a.sides is null or coalesce(of_sides <@ a.sides, false)) and (a.categories is null or coalesce(of_categories <@ a.categories, false))
      and (a.knows or not of_people)
      and (a.agreement_id is null or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = w.agency_id
        where g.id = a.agreement_id and g.starts_on <= current_date and current_date < g.ends_on and is_party(p))))
$function$
;

CREATE OR REPLACE FUNCTION public.street_of(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select nullif(plain_text(split_part(regexp_replace(lower(said), '^((flat|apartment|unit|room)\s*\w+[,\s]+)?(\d+\s*[a-z]?(\s*-\s*\d+\s*[a-z]?)?[,\s]+)?', ''), ',', 1)), '')
$function$
;

CREATE OR REPLACE FUNCTION public.sure_keys(given text[], family text[], born text[], reach text[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array(select hashtextextended('s' || least(g, f) || '/' || greatest(g, f) || '/' || more, 0)
    from unnest(given) g, unnest(family) f, unnest(born || reach) more where length(more) >= 8)
$function$
;

CREATE OR REPLACE FUNCTION public.suspension_is_for_the_partnership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.suspended_at, new.suspended_reason) is distinct from (old.suspended_at, old.suspended_reason) and current_user = 'kith_app' and not i_am('partnership_administrator') then
    raise insufficient_privilege using message = 'Only the partnership''s administrators suspend an agency.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.takes_in_for(which_agency uuid)
 RETURNS TABLE(worker_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with here as (select w.id from workers w where w.agency_id = which_agency and works_here(w)),
    named as (select distinct r.worker_id from worker_roles r join here on here.id = r.worker_id where r.role in ('panel_coordinator', 'agency_administrator'))
  select named.worker_id from named union all select here.id from here where not exists (select from named)
$function$
;

CREATE OR REPLACE FUNCTION public.task_is_ended_in_ones_own_name()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'kith_app' then return new; end if;
  if (new.done_at, new.done_by) is distinct from (old.done_at, old.done_by)
     and not ((new.done_at is null and new.done_by is null) or coalesce(new.done_at = now() and new.done_by = my_worker(), false))
     or (new.cancelled_at, new.cancelled_by) is distinct from (old.cancelled_at, old.cancelled_by)
     and not ((new.cancelled_at is null and new.cancelled_by is null) or coalesce(new.cancelled_at = now() and new.cancelled_by = my_worker(), false))
     or (new.done_at = old.done_at and new.evidence <> old.evidence) then
    raise insufficient_privilege using message = 'A task is done or cancelled now, in the worker''s own name, and its evidence then stands.';
  end if;
  -- Asked only when it changes: a task stays amendable after whoever had it lost the case.
  if new.assigned_to <> old.assigned_to and not works_on(new.case_id, new.assigned_to, 'headline', new.side, new.category) then
    raise insufficient_privilege using message = 'A task goes only to somebody the case is shared with.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.task_serves_an_aim_one_sees()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- The rules' own role, which notes what waits, may not so much as ask for aims.
  if current_user <> 'kith_app' or new.aim_id is not distinct from old.aim_id then return new; end if;
  if old.aim_id is not null and not exists (select from aims a where a.id = old.aim_id)
     or new.aim_id is not null and not exists (select from aims a where a.id = new.aim_id and a.case_id = new.case_id and (a.side is null or a.side = new.side)) then
    raise insufficient_privilege using message = 'Only those who see the aims change which of them a task serves.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.task_standing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select coalesce(c.owner_team_id, c.owner_agency_id), c.lead_worker_id, new.done_at is null and new.cancelled_at is null and c.closed_at is null
    into new.owner_id, new.lead_id, new.open from cases c where c.id = new.case_id;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_its_writer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- To open pages of the writer alone, while the message is theirs to read, and nothing of what they will find there.
  perform pg_notify('kith', json_build_object('to', m.author_id)::text) from messages m
    where m.id = new.message_id and m.answer_by is not null and m.author_id <> new.worker_id
      and works_on(m.case_id, m.author_id, 'read', m.side, m.category);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_lookers(what text, which uuid, in_case uuid, since timestamp with time zone, of_sides text[], of_category text, of_people boolean)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select recall(what, which, in_case, l.agency_id, since, now(), of_sides, of_people)
  from (select distinct agency_id, worker_id from looks where case_id = in_case and at >= since and kind <> 'refused') l
  where l.agency_id <> my_agency()
    and still_reaches(in_case, l.worker_id, of_sides, case when of_category is null then '{}' else array[of_category] end, of_people)
$function$
;

CREATE OR REPLACE FUNCTION public.tell_of_search(look uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked looks;
  needed text[];
  told int;
begin
  select * into asked from looks l where l.id = look and l.kind = 'search' and l.at > now() - interval '2 days';
  -- A date of birth is filed in another form, and may be wrong: the names say who was sought.
  needed := array(select word from unnest(search_words(regexp_replace(asked.words, '\d{1,4}[./-]\d{1,2}[./-]\d{1,4}', ' ', 'g'), 8)) word where length(word) > 1);
  -- One name alone fits many people: it would tell of searches for somebody else.
  if cardinality(needed) < 2 then return 0; end if;
  insert into search_notices (case_id, reference, owner_agency_id, searcher_id, searcher_agency_id, day)
  select distinct c.id, c.reference, c.owner_agency_id, asked.worker_id, asked.agency_id, (asked.at at time zone 'Europe/London')::date
  from search_index s
    join case_people cp on cp.person_id = s.id and cp.ended_at is null and (s.case_id is null or s.case_id = cp.case_id)
    join cases c on c.id = cp.case_id and c.owner_agency_id <> asked.agency_id and c.never_learns is null and c.closed_at is null
  -- All of the words in one condition: else everybody who has one of them would be looked at.
  where s.kind = 'person' and s.keys @> whole_keys('person', needed)
    -- What the searcher may see is no secret that they touched.
    and not exists (select from case_people known where known.person_id = s.id and known.ended_at is null
      and still_reaches(known.case_id, asked.worker_id, '{}', '{}', false, true))
    and exists (select from agreements g where c.programme = any (g.programmes) and agreement_binds(g.id, c.owner_agency_id, asked.agency_id))
  on conflict (case_id, searcher_id, day) do nothing;
  get diagnostics told = row_count;
  return told;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_open_pages()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Ids only, and only to Kith's own processes: each open page whose reader may see this event then looks again as that reader.
  perform pg_notify('kith', json_build_object('event', new.id, 'at', new.at, 'case', new.case_id, 'to', new.detail ->> 'to', 'request', nullif(current_setting('kith.request', true), ''))::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_today()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Whose Today is to look again, and nothing of what it will find there. Only once they were written to as themselves: of a team, some may not learn of it.
  perform pg_notify('kith', json_build_object('to', new.worker_id)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_whole_teams()
 RETURNS TABLE(alert_id uuid, worker_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with late as (
    select g.id as grant_id, null::uuid as message_id, g.case_id, g.principal_id as to_id, g.granted_by as sent_by from grants g
    where g.open_by <= now() and g.open_by > now() - interval '7 days' and g.revoked_at is null and now() < g.ends_at
      and exists (select from case_access a where a.grant_id = g.id and a.case_id = g.case_id and a.starts_at <= now() and now() < a.ends_at)
      and not exists (select from first_looks f where f.grant_id = g.id)
    union all
    select null, m.id, m.case_id, m.to_id, m.author_id from messages m
    where m.answer_by <= now() and m.answer_by > now() - interval '7 days' and not message_opened(m) and message_reaches(m)
  )
  insert into urgent_alerts (grant_id, message_id, worker_id)
  select late.grant_id, late.message_id, told.worker_id from late join cases c on c.id = late.case_id and c.closed_at is null, whole_team(late.to_id) told
  where told.worker_id is distinct from late.sent_by
    and not exists (select from shut_cases s where s.worker_id = told.worker_id and s.case_id = late.case_id)
  on conflict do nothing
  returning id, worker_id
$function$
;

CREATE OR REPLACE FUNCTION public.tied_to_me(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from conflicts k where k.worker_id = my_worker() and k.lifted_at is null and k.person_id in (select one_person(which)))
$function$
;

CREATE OR REPLACE FUNCTION public.ties()
 RETURNS TABLE(worker_id uuid, person_id uuid, case_id uuid, kind text, postcode text)
 LANGUAGE sql
 STABLE
AS $function$
  select found.* from (
    select i.worker_id, c.person_id, null::uuid as case_id, 'same surname and address' as kind, plain_text(c.postcode) as postcode
      from interests i join workers w on w.id = i.worker_id
      join person_contacts c on c.kind = 'address' and c.ended_on is null and c.postcode <> '' and plain_text(c.postcode) = plain_text(i.postcode)
        and plain_text(split_part(c.value, ' ', 1)) = plain_text(split_part(i.line1, ' ', 1))
      join people p on p.id = c.person_id and plain_text(p.family_name) = plain_text(regexp_replace(w.name, '^.* ', ''))
      where i.kind = 'home' and i.ended_at is null
    union all
    select i.worker_id, c.person_id, null, 'same phone', null
      from interests i join person_contacts c on c.kind in ('mobile', 'phone') and c.ended_on is null and last_digits(c.value) = last_digits(i.phone)
      where i.kind = 'phone' and i.ended_at is null
    union all
    select i.worker_id, p.id, null, 'declared relative', null
      from interests i join people p on plain_text(p.given_name || p.family_name) = plain_text(i.name)
        and (i.born_on is null or p.born_on is null or p.born_on = i.born_on)
      where i.kind = 'relative' and i.ended_at is null
    union all
    select i.worker_id, c.person_id, null, 'declared ward', plain_text(v.postcode)
      from interests i join postcode_wards v on ward_key(i.name) = ward_key(v.ward) or ward_key(i.name) = ward_key(v.ward || ' ' || v.district)
      join person_contacts c on c.kind = 'address' and c.ended_on is null and c.postcode <> '' and plain_text(c.postcode) = plain_text(v.postcode)
      where i.kind = 'ward' and i.ended_at is null
    union all
    select i.worker_id, null, cp.case_id, 'declared ward', plain_text(v.postcode)
      from interests i join postcode_wards v on ward_key(i.name) = ward_key(v.ward) or ward_key(i.name) = ward_key(v.ward || ' ' || v.district)
      join places p on p.postcode <> '' and plain_text(p.postcode) = plain_text(v.postcode)
      join case_places cp on cp.place_id = p.id and cp.ended_at is null
      where i.kind = 'ward' and i.ended_at is null
  ) found where found.person_id is null or exists (select from case_people cp where cp.person_id = found.person_id)
$function$
;

CREATE OR REPLACE FUNCTION public.told_of_emergency(which_case uuid)
 RETURNS TABLE(worker_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select told.id from cases c
    join workers told on told.id <> my_worker() and works_here(told)
      and ((told.id = c.lead_worker_id and told.agency_id = c.owner_agency_id) or (told.agency_id in (c.owner_agency_id, my_agency())
        and exists (select from worker_roles r where r.worker_id = told.id and r.role = 'information_governance_lead')))
    join agencies a on a.id = told.agency_id and a.suspended_at is null
  where c.id = which_case and not exists (select from shut_cases s where s.worker_id = told.id and s.case_id = c.id)
    and exists (select from emergency_openings o where o.case_id = c.id and o.worker_id = my_worker() and o.opened_at = now())
$function$
;

CREATE OR REPLACE FUNCTION public.unconfirmed_share(which_case uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.id from grants g where g.case_id = which_case and g.basis not in ('owner', 'break-glass')
    and g.granted_at > now() - interval '14 days' and g.revoked_at is null and g.ends_at > now()
    and not exists (select from receipts r where r.grant_id = g.id)
    and exists (select from ends_of(g) ends where ends.received)
  order by g.granted_at desc limit 1
$function$
;

CREATE OR REPLACE FUNCTION public.urgent_for_me()
 RETURNS TABLE(alert_id uuid, case_id uuid, message_id uuid, to_id uuid, sent_by uuid, open_by timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select u.id, case when mine.here then g.case_id end, null::uuid, g.principal_id, g.granted_by, g.open_by
  from urgent_alerts u join grants g on g.id = u.grant_id and g.revoked_at is null
    join case_access a on a.grant_id = g.id and a.case_id = g.case_id and a.starts_at <= now() and now() < a.ends_at
      and (a.agreement_id is null or a.agreement_id = any (my_agreements())), lateral (select i_received(g.id) as here) mine
  where u.worker_id = my_worker() and g.case_id <> all (my_shut()) and not exists (select from first_looks f where f.grant_id = g.id)
    and exists (select from whole_team(g.principal_id) those where those.worker_id = u.worker_id)
  union all
  select u.id, case when mine.here then m.case_id end, case when mine.here then m.id end, m.to_id, m.author_id, m.answer_by
  from urgent_alerts u join messages m on m.id = u.message_id, lateral (select m.to_id = any (my_principals())
      and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category)) as here) mine
  where u.worker_id = my_worker() and m.case_id <> all (my_shut()) and not message_opened(m) and message_reaches(m)
    and (mine.here or m.to_id <> all (my_principals())) and exists (select from whole_team(m.to_id) those where those.worker_id = u.worker_id)
$function$
;

CREATE OR REPLACE FUNCTION public.ward_key(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select public.plain_text(regexp_replace(said, '\mward\M', '', 'gi'))
$function$
;

CREATE OR REPLACE FUNCTION public.was_open_to(which_worker uuid, which_case uuid, of_side text, of_category text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_access a where a.case_id = which_case and a.principal_id = any (principals_of(which_worker)) and a.starts_at <= now()
    and a.knows and (of_side is null or a.sides is null or of_side = any (a.sides)) and (of_category is null or a.categories is null or of_category = any (a.categories)))
$function$
;

CREATE OR REPLACE FUNCTION public.who_reads(which_case uuid, of_side text, of_category text, ties_people boolean)
 RETURNS TABLE(id uuid, tier tier)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id, r.tier from reach_of(which_case, of_side, of_category, 'worker', ties_people) r
  where exists (select from my_access_by_rules(which_case, 'read', of_side, of_category) mine where mine.knows or not ties_people)
$function$
;

CREATE OR REPLACE FUNCTION public.who_works_on(which_case uuid, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text, of_kind text DEFAULT NULL::text)
 RETURNS TABLE(id uuid, kind text, tier tier)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id, r.kind, r.tier from reach_of(which_case, of_side, of_category, of_kind) r
  where exists (select from my_access_by_rules(which_case, 'read', of_side, of_category))
$function$
;

CREATE OR REPLACE FUNCTION public.whole_keys(of_kind text, words text[])
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array(select hashtext(left(of_kind, 2) || '=' || word) from unnest(words) word)
$function$
;

CREATE OR REPLACE FUNCTION public.whole_team(principal uuid)
 RETURNS TABLE(worker_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with its_teams as (
    -- A share with one worker goes on to the teams of their own agency that they are in.
    select t.id from teams t where (t.ended_on is null or t.ended_on > current_date) and (t.id = principal or (t.agency_id is not null and t.id = any (principals_of(principal))))
  ), together as (
    select m.worker_id from team_members m where m.team_id in (select id from its_teams) and is_seated(m)
    union select w.id from workers w where w.id = principal
    union select t.worker_id from agencies a, takes_in_for(a.id) t where a.id = principal
    union select t.worker_id from workers w, takes_in_for(w.agency_id) t where w.id = principal and not exists (select from its_teams)
  )
  select w.id from together join workers w on w.id = together.worker_id join agencies a on a.id = w.agency_id and a.suspended_at is null
  where works_here(w)
$function$
;

CREATE OR REPLACE FUNCTION public.workers_cannot_change_their_own_standing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'kith_app' or new.id <> my_worker() then return new; end if;
  if (new.agency_id, new.left_on, new.suspended_at) is distinct from (old.agency_id, old.left_on, old.suspended_at) then
    raise insufficient_privilege using message = 'Ask another administrator to change your own standing.';
  end if;
  -- Nobody signs what they write with somebody else's name.
  if new.name <> old.name and not (i_am('agency_administrator') or i_am('partnership_administrator')) then
    raise insufficient_privilege using message = 'Ask an administrator to change your name.';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.workers_i_review()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(select o.worker_id from emergency_openings o where o.reviewed_at is null and i_may_review(o.worker_id, o.agency_id, o.case_id))
$function$
;

CREATE OR REPLACE FUNCTION public.works_here(who workers)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select who.suspended_at is null and who.joined_on <= current_date and (who.left_on is null or who.left_on > current_date)
$function$
;

CREATE OR REPLACE FUNCTION public.works_on(which_case uuid, who uuid, at_least tier, of_side text DEFAULT NULL::text, of_category text DEFAULT NULL::text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from reach_of(which_case, of_side, of_category) r where r.id = who and r.tier >= at_least)
    and (exists (select from my_access_by_rules(which_case, 'read', of_side, of_category))
      -- A headline does not say who else works a case: it answers only about the asker's own agency and teams.
      or (who = any (my_principals()) and exists (select from my_access_by_rules(which_case, 'headline', of_side, of_category))))
$function$
;

CREATE OR REPLACE FUNCTION public.works_side(opened case_access, of_side text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select of_side is null or opened.sides is null or of_side = any (opened.sides)
$function$
;

CREATE OR REPLACE FUNCTION public.works_with_us(which_worker uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from people p join workers w on w.agency_id = p.held_by where p.id = who and p.held_by = my_agency() and w.id = which_worker)
    or exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side)
      where cp.person_id = who and works_on(cp.case_id, which_worker, 'read', cp.side))
$function$
;

-- Triggers

CREATE TRIGGER suspension_is_for_the_partnership BEFORE UPDATE ON public.agencies FOR EACH ROW EXECUTE FUNCTION suspension_is_for_the_partnership();
CREATE TRIGGER derive_access AFTER INSERT OR UPDATE OF left_on ON public.agreement_parties FOR EACH ROW EXECUTE FUNCTION party_changed();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.aims FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.aims FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER file_for_search AFTER INSERT ON public.case_access REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION readers_changed();
CREATE CONSTRAINT TRIGGER never_kept AFTER UPDATE OF principal_id ON public.case_access DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION never_kept();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.case_objects FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.case_objects FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.case_objects FOR EACH ROW EXECUTE FUNCTION something_happened('people');
CREATE TRIGGER file_for_search AFTER INSERT ON public.case_people REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER find_conflicts AFTER INSERT ON public.case_people REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION person_is_looked_at_again();
CREATE TRIGGER find_conflicts_again AFTER UPDATE ON public.case_people REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION person_is_looked_at_again();
CREATE TRIGGER person_left AFTER UPDATE OF ended_at ON public.case_people FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION person_left();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.case_people FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.case_people FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.case_people FOR EACH ROW EXECUTE FUNCTION something_happened('people');
CREATE TRIGGER file_for_search AFTER INSERT ON public.case_places REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER find_conflicts AFTER INSERT ON public.case_places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_is_looked_at_again();
CREATE TRIGGER place_changed BEFORE INSERT OR UPDATE ON public.case_places FOR EACH ROW EXECUTE FUNCTION place_changed();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.case_places FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.case_places FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.case_places FOR EACH ROW EXECUTE FUNCTION something_happened('people');
CREATE TRIGGER case_moved_on AFTER UPDATE OF closed_at, active_at, lead_worker_id ON public.cases FOR EACH ROW EXECUTE FUNCTION case_moved_on();
CREATE TRIGGER case_opened AFTER INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION case_opened();
CREATE TRIGGER case_takes_sides BEFORE INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION case_takes_sides();
CREATE TRIGGER case_tasks_stand_again AFTER UPDATE OF closed_at, lead_worker_id ON public.cases FOR EACH ROW WHEN ((((old.closed_at IS NULL) <> (new.closed_at IS NULL)) OR (old.lead_worker_id <> new.lead_worker_id))) EXECUTE FUNCTION case_tasks_stand_again();
CREATE TRIGGER file_again AFTER UPDATE OF title ON public.cases FOR EACH ROW EXECUTE FUNCTION filed_again();
CREATE TRIGGER file_for_search AFTER INSERT ON public.cases REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER lead_is_not_kept_out BEFORE UPDATE OF lead_worker_id ON public.cases FOR EACH ROW WHEN ((new.lead_worker_id <> old.lead_worker_id)) EXECUTE FUNCTION lead_is_not_kept_out();
CREATE TRIGGER conflict_lifted BEFORE UPDATE OF lifted_at ON public.conflicts FOR EACH ROW EXECUTE FUNCTION conflict_lifted();
CREATE TRIGGER shut_again AFTER UPDATE ON public.conflicts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflict_changed();
CREATE TRIGGER shut_found AFTER INSERT ON public.conflicts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflict_changed();
CREATE TRIGGER consent_withdrawn AFTER UPDATE OF withdrawn_at ON public.consents FOR EACH ROW WHEN (((new.withdrawn_at IS NOT NULL) AND (old.withdrawn_at IS NULL))) EXECUTE FUNCTION consent_withdrawn();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.consents FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.consents FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER file_for_search AFTER INSERT ON public.documents REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.documents FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.documents FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.documents FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER opening_reviewed AFTER UPDATE OF reviewed_at ON public.emergency_openings FOR EACH ROW WHEN (((new.reviewed_at IS NOT NULL) AND (old.reviewed_at IS NULL))) EXECUTE FUNCTION opening_reviewed();
CREATE TRIGGER correction_keeps_readers AFTER INSERT ON public.entries FOR EACH ROW WHEN (((new.corrects_id IS NOT NULL) AND new.restricted)) EXECUTE FUNCTION correction_keeps_readers();
CREATE TRIGGER correction_takes_the_mark BEFORE INSERT ON public.entries FOR EACH ROW WHEN ((new.corrects_id IS NOT NULL)) EXECUTE FUNCTION correction_takes_the_mark();
CREATE TRIGGER entry_was_corrected AFTER INSERT ON public.entries FOR EACH ROW WHEN (((new.corrects_id IS NOT NULL) AND (NOT new.restricted))) EXECUTE FUNCTION entry_was_corrected();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.entries FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.entries FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.entries FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER tell_open_pages AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION tell_open_pages();
CREATE TRIGGER a_share_ends_now BEFORE UPDATE ON public.grants FOR EACH ROW EXECUTE FUNCTION a_share_ends_now();
CREATE TRIGGER derive_access AFTER INSERT OR UPDATE ON public.grants FOR EACH ROW EXECUTE FUNCTION grant_changed();
CREATE TRIGGER recall_share AFTER UPDATE OF revoked_at ON public.grants FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL) AND (new.basis <> ALL (ARRAY['owner'::text, 'break-glass'::text])))) EXECUTE FUNCTION share_was_ended();
CREATE TRIGGER rests_on_what_stands AFTER INSERT ON public.grants FOR EACH ROW WHEN (((new.consent_id IS NOT NULL) AND (CURRENT_USER = 'kith_app'::name))) EXECUTE FUNCTION rests_on_what_stands();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.grants FOR EACH ROW WHEN ((new.sides IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER find_conflicts AFTER INSERT ON public.interests FOR EACH ROW EXECUTE FUNCTION interest_declared();
CREATE TRIGGER look_is_the_last AFTER INSERT ON public.looks FOR EACH ROW WHEN (((new.case_id IS NOT NULL) AND (new.kind <> 'refused'::text))) EXECUTE FUNCTION look_is_the_last();
CREATE TRIGGER look_opens_shares AFTER INSERT ON public.looks FOR EACH ROW WHEN (((new.case_id IS NOT NULL) AND (new.kind = ANY (ARRAY['case'::text, 'brief'::text])))) EXECUTE FUNCTION look_opens_shares();
CREATE TRIGGER tell_its_writer AFTER INSERT ON public.message_reads FOR EACH ROW EXECUTE FUNCTION tell_its_writer();
CREATE TRIGGER sent_to_them_as_they_are BEFORE INSERT ON public.messages FOR EACH ROW WHEN ((new.to_id IS NOT NULL)) EXECUTE FUNCTION sent_to_them_as_they_are();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.messages FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.messages FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.messages FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER name_given AFTER INSERT ON public.named_readers FOR EACH ROW EXECUTE FUNCTION name_given();
CREATE TRIGGER name_given_again AFTER UPDATE OF ended_at ON public.named_readers FOR EACH ROW WHEN (((old.ended_at IS NOT NULL) AND (new.ended_at IS NULL))) EXECUTE FUNCTION name_given();
CREATE TRIGGER name_taken_back AFTER UPDATE OF ended_at ON public.named_readers FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION name_taken_back();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.outcomes FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.outcomes FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.outcomes FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER file_again AFTER UPDATE OF given_name, family_name, born_on, born_precision ON public.people FOR EACH ROW EXECUTE FUNCTION filed_again();
CREATE TRIGGER file_for_search AFTER INSERT ON public.people REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER file_keys AFTER INSERT ON public.people REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keys_of_many();
CREATE TRIGGER find_conflicts_again AFTER UPDATE ON public.people REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION person_is_looked_at_again();
CREATE TRIGGER keep_version AFTER UPDATE ON public.people FOR EACH ROW WHEN ((old.version <> new.version)) EXECUTE FUNCTION person_amended();
CREATE TRIGGER keys_again AFTER UPDATE OF given_name, family_name, born_on, born_precision ON public.people FOR EACH ROW EXECUTE FUNCTION keys_again();
CREATE TRIGGER file_again AFTER UPDATE OF ended_on ON public.person_contacts FOR EACH ROW EXECUTE FUNCTION filed_again();
CREATE TRIGGER file_for_search AFTER INSERT ON public.person_contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER file_keys AFTER INSERT ON public.person_contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keys_of_many();
CREATE TRIGGER find_conflicts AFTER INSERT ON public.person_contacts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION person_is_looked_at_again();
CREATE TRIGGER keys_again AFTER UPDATE OF ended_on ON public.person_contacts FOR EACH ROW EXECUTE FUNCTION keys_again();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.person_contacts FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.person_contacts FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER shut_again AFTER INSERT OR UPDATE OF ended_at ON public.person_merges FOR EACH ROW EXECUTE FUNCTION records_are_one();
CREATE TRIGGER file_again AFTER UPDATE OF ended_at ON public.person_names FOR EACH ROW EXECUTE FUNCTION filed_again();
CREATE TRIGGER file_for_search AFTER INSERT ON public.person_names REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER file_keys AFTER INSERT ON public.person_names REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keys_of_many();
CREATE TRIGGER keys_again AFTER UPDATE OF ended_at ON public.person_names FOR EACH ROW EXECUTE FUNCTION keys_again();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.person_names FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.person_names FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.person_needs FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.person_needs FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.person_relationships FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.person_relationships FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.person_warnings FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.person_warnings FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER file_again AFTER UPDATE OF name, line1, town, postcode ON public.places FOR EACH ROW EXECUTE FUNCTION filed_again();
CREATE TRIGGER file_for_search AFTER INSERT ON public.places REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION many_filed();
CREATE TRIGGER find_conflicts_again AFTER UPDATE ON public.places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_is_looked_at_again();
CREATE TRIGGER find_conflicts AFTER INSERT ON public.postcode_wards REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_is_looked_at_again();
CREATE TRIGGER find_conflicts_again AFTER UPDATE ON public.postcode_wards REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_is_looked_at_again();
CREATE TRIGGER something_happened AFTER INSERT ON public.task_notes FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER assigned_as_they_are BEFORE INSERT OR UPDATE OF assigned_to ON public.tasks FOR EACH ROW EXECUTE FUNCTION assigned_as_they_are();
CREATE TRIGGER side_is_of_the_case AFTER INSERT ON public.tasks FOR EACH ROW WHEN ((new.side IS NOT NULL)) EXECUTE FUNCTION side_is_of_the_case();
CREATE TRIGGER side_is_said BEFORE INSERT ON public.tasks FOR EACH ROW WHEN ((new.side = 'unsaid'::text)) EXECUTE FUNCTION side_is_said();
CREATE TRIGGER something_happened AFTER INSERT ON public.tasks FOR EACH ROW EXECUTE FUNCTION something_happened();
CREATE TRIGGER task_is_ended_in_ones_own_name BEFORE UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION task_is_ended_in_ones_own_name();
CREATE TRIGGER task_serves_an_aim_one_sees BEFORE UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION task_serves_an_aim_one_sees();
CREATE TRIGGER task_standing BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION task_standing();
CREATE TRIGGER tell_today AFTER UPDATE OF mailed_at ON public.urgent_alerts FOR EACH ROW EXECUTE FUNCTION tell_today();
CREATE TRIGGER end_sessions_at_another_role AFTER INSERT OR DELETE ON public.worker_roles FOR EACH ROW EXECUTE FUNCTION end_sessions_at_another_role();
CREATE TRIGGER account_follows_worker AFTER UPDATE OF name, email ON public.workers FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.email IS DISTINCT FROM new.email))) EXECUTE FUNCTION account_follows_worker();
CREATE TRIGGER cases_left_behind AFTER UPDATE OF agency_id, left_on ON public.workers FOR EACH ROW WHEN (((old.agency_id <> new.agency_id) OR ((old.left_on IS NULL) AND (new.left_on IS NOT NULL)))) EXECUTE FUNCTION cases_left_behind();
CREATE TRIGGER end_personal_access AFTER UPDATE OF agency_id, left_on ON public.workers FOR EACH ROW WHEN (((old.agency_id <> new.agency_id) OR ((old.left_on IS NULL) AND (new.left_on IS NOT NULL)))) EXECUTE FUNCTION end_personal_access();
CREATE TRIGGER end_sessions_of_worker AFTER UPDATE OF left_on, suspended_at ON public.workers FOR EACH ROW WHEN ((((new.left_on IS NOT NULL) AND (new.left_on <= CURRENT_DATE) AND (old.left_on IS DISTINCT FROM new.left_on)) OR ((new.suspended_at IS NOT NULL) AND (old.suspended_at IS NULL)))) EXECUTE FUNCTION end_sessions_of_worker();
CREATE TRIGGER end_shares_of_a_mover BEFORE UPDATE OF agency_id ON public.workers FOR EACH ROW WHEN ((old.agency_id <> new.agency_id)) EXECUTE FUNCTION end_shares_of_a_mover();
CREATE TRIGGER workers_cannot_change_their_own_standing BEFORE UPDATE ON public.workers FOR EACH ROW EXECUTE FUNCTION workers_cannot_change_their_own_standing();

-- Rules

create policy add on agencies for insert to kith_app with check (( SELECT i_am('partnership_administrator'::text) AS i_am) AND (EXISTS ( SELECT
   FROM principals p
  WHERE ((p.id = agencies.id) AND (p.kind = 'agency'::text)))));
create policy amend on agencies for update to kith_app using (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am)));
create policy rules on agencies for select to kith_rules using true;
create policy see on agencies for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on agreement_clauses for insert to kith_app with check ( SELECT i_am('partnership_administrator'::text) AS i_am);
create policy see on agreement_clauses for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on agreement_parties for insert to kith_app with check ((signed_on <= CURRENT_DATE) AND (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('information_governance_lead'::text) AS i_am))));
create policy amend on agreement_parties for update to kith_app using (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('information_governance_lead'::text) AS i_am))) with check (((left_on IS NULL) OR (left_on >= CURRENT_DATE)) AND (signed_on <= CURRENT_DATE));
create policy rules on agreement_parties for select to kith_rules using true;
create policy see on agreement_parties for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on agreements for insert to kith_app with check ( SELECT i_am('partnership_administrator'::text) AS i_am);
create policy amend on agreements for update to kith_app using ( SELECT i_am('partnership_administrator'::text) AS i_am);
create policy rules on agreements for select to kith_rules using true;
create policy see on agreements for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on aims for insert to kith_app with check ((created_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access(aims.case_id, 'contribute'::tier, aims.side) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy amend on aims for update to kith_app using (EXISTS ( SELECT
   FROM my_access(aims.case_id, 'contribute'::tier, aims.side) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy amend_while_open on aims as restrictive for update to kith_app using true with check is_open(case_id);
create policy recalls on aims for select to kith_rules using true;
create policy see on aims for select to kith_app using (EXISTS ( SELECT
   FROM my_access(aims.case_id, 'read'::tier, aims.side) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on aims as restrictive for insert to kith_app with check is_open(case_id);
create policy add on audit_seals for insert to kith_sealing with check true;
create policy go_on on audit_seals for select to kith_sealing using true;
create policy rules on audit_seals for select to kith_rules using true;
create policy see on audit_seals for select to kith_app using (( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('partnership_administrator'::text) AS i_am));
create policy sign_in on carried_forms for all to kith_auth using true;
create policy rules on case_access for all to kith_rules using true;
create policy see on case_access for select to kith_app using ((principal_id = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND (starts_at <= now()) AND (now() < ends_at) AND ((agreement_id IS NULL) OR (agreement_id = ANY (( SELECT my_agreements() AS my_agreements)::uuid[]))) AND (over_conflict OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))));
create policy add on case_objects for insert to kith_app with check ((added_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_objects.case_id, 'contribute'::tier, case_objects.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy amend on case_objects for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_objects.case_id, 'contribute'::tier, case_objects.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))) with check (ended_by = ( SELECT my_worker() AS my_worker));
create policy amend_while_open on case_objects as restrictive for update to kith_app using true with check is_open(case_id);
create policy see on case_objects for select to kith_app using (EXISTS ( SELECT
   FROM my_access_to_people(case_objects.case_id, 'read'::tier, case_objects.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on case_objects as restrictive for insert to kith_app with check is_open(case_id);
create policy add on case_people for insert to kith_app with check ((added_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_people.case_id, 'contribute'::tier, case_people.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND i_see_person(person_id));
create policy amend on case_people for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_people.case_id, 'contribute'::tier, case_people.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))) with check (ended_by = ( SELECT my_worker() AS my_worker));
create policy amend_while_open on case_people as restrictive for update to kith_app using true with check is_open(case_id);
create policy rules on case_people for select to kith_rules using true;
create policy see on case_people for select to kith_app using (EXISTS ( SELECT
   FROM my_access_to_people(case_people.case_id, 'read'::tier, case_people.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on case_people as restrictive for insert to kith_app with check is_open(case_id);
create policy add on case_places for insert to kith_app with check ((added_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_places.case_id, 'contribute'::tier, case_places.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND i_see_place(place_id));
create policy amend on case_places for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access_to_people(case_places.case_id, 'contribute'::tier, case_places.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))) with check true;
create policy amend_while_open on case_places as restrictive for update to kith_app using true with check is_open(case_id);
create policy rules on case_places for select to kith_rules using true;
create policy see on case_places for select to kith_app using (EXISTS ( SELECT
   FROM my_access_to_people(case_places.case_id, 'read'::tier, case_places.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on case_places as restrictive for insert to kith_app with check is_open(case_id);
create policy rules on case_pointers for all to kith_rules using true;
create policy see on case_pointers for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(case_pointers.case_id, 'pointer'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) OR ((owner_agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('information_governance_lead'::text) AS i_am) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))));
create policy add on cases for insert to kith_app with check ((opened_by = ( SELECT my_worker() AS my_worker)) AND (owner_agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = cases.lead_worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency))))) AND ((owner_team_id IS NULL) OR (owner_team_id = ANY (( SELECT my_principals() AS my_principals)::uuid[]))) AND ((parent_id IS NULL) OR (EXISTS ( SELECT
   FROM my_access(cases.parent_id, 'contribute'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))));
create policy amend on cases for update to kith_app using (EXISTS ( SELECT
   FROM my_access(cases.id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.sides IS NULL))) with check ((EXISTS ( SELECT
   FROM my_access(cases.id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.sides IS NULL))) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = cases.lead_worker_id) AND (w.agency_id = cases.owner_agency_id)))));
create policy reminders on cases for select to kith_reminders using (EXISTS ( SELECT
   FROM tasks t
  WHERE (t.case_id = cases.id)));
create policy rules on cases for all to kith_rules using true;
create policy see on cases for select to kith_app using (EXISTS ( SELECT
   FROM my_access(cases.id, 'headline'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on cases as restrictive for insert to kith_app with check ((parent_id IS NULL) OR is_open(parent_id));
create policy add on closures for insert to kith_app with check ((closed_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access(closures.case_id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.sides IS NULL))));
create policy amend on closures for update to kith_app using ((reopened_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access(closures.case_id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.sides IS NULL)))) with check ((reopened_by = ( SELECT my_worker() AS my_worker)) AND (reopened_at IS NOT NULL));
create policy see on closures for select to kith_app using (EXISTS ( SELECT
   FROM my_access(closures.case_id, 'read'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy add on conflicts for insert to kith_app with check ((declared_by = ( SELECT my_worker() AS my_worker)) AND (((kind = 'declared by worker'::text) AND (worker_id = ( SELECT my_worker() AS my_worker)) AND ((person_id IS NULL) OR may_declare_of_people())) OR ((kind = 'declared by administrator'::text) AND (worker_id <> ( SELECT my_worker() AS my_worker)) AND (( SELECT i_am('agency_administrator'::text) AS i_am) OR ( SELECT i_am('information_governance_lead'::text) AS i_am)) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = conflicts.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency))))))) AND ((person_id IS NULL) OR i_see_person(person_id)) AND ((case_id IS NULL) OR (EXISTS ( SELECT
   FROM my_access(conflicts.case_id, 'headline'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))));
create policy amend on conflicts for update to kith_app using (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (worker_id <> ( SELECT my_worker() AS my_worker)) AND conflict_matters(worker_id, person_id, case_id, (kind = ANY (ARRAY['declared ward'::text, 'same surname and address'::text, 'same phone'::text])))) with check ((reviewed_by = ( SELECT my_worker() AS my_worker)) AND (length(review_words) >= 3) AND (COALESCE(lifted_at, now()) = now()));
create policy rules on conflicts for all to kith_rules using true;
create policy see on conflicts for select to kith_app using ((declared_by = ( SELECT my_worker() AS my_worker)) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (worker_id IN ( SELECT w.id
   FROM workers w
  WHERE (w.agency_id = ( SELECT my_agency() AS my_agency)))) AND conflict_matters(worker_id, person_id, case_id, (kind = ANY (ARRAY['declared ward'::text, 'same surname and address'::text, 'same phone'::text])))));
create policy add on consents for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (given_on <= CURRENT_DATE) AND (EXISTS ( SELECT
   FROM my_access_to_people(consents.case_id, 'contribute'::tier, consents.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND (EXISTS ( SELECT
   FROM case_people cp
  WHERE ((cp.case_id = consents.case_id) AND (cp.person_id = consents.person_id) AND (cp.ended_at IS NULL)))));
create policy amend on consents for update to kith_app using ((withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access_to_people(consents.case_id, 'contribute'::tier, consents.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))) with check ((withdrawn_at = now()) AND (withdrawn_by = ( SELECT my_worker() AS my_worker)));
create policy rules on consents for select to kith_rules using true;
create policy see on consents for select to kith_app using (EXISTS ( SELECT
   FROM my_access_to_people(consents.case_id, 'read'::tier, consents.side) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on consents as restrictive for insert to kith_app with check is_open(case_id);
create policy sign_in on credentials for all to kith_auth using true;
create policy add on digests for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (day = CURRENT_DATE));
create policy reminders on digests for select to kith_reminders using (day = CURRENT_DATE);
create policy see on digests for select to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy add on document_versions for insert to kith_app with check ((added_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM (documents d
     CROSS JOIN LATERAL my_access(d.case_id, 'contribute'::tier, d.side, d.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))
  WHERE ((d.id = document_versions.document_id) AND (d.case_id = document_versions.case_id)))) AND i_see_file(file_id, case_id));
create policy see on document_versions for select to kith_app using (EXISTS ( SELECT
   FROM documents d
  WHERE (d.id = document_versions.document_id)));
create policy while_open on document_versions as restrictive for insert to kith_app with check is_open(case_id);
create policy add on documents for insert to kith_app with check ((created_by = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM my_access(documents.case_id, 'contribute'::tier, documents.side, documents.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy rules on documents for select to kith_rules using true;
create policy see on documents for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(documents.case_id, 'read'::tier, documents.side, documents.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND ((NOT restricted) OR ((created_by = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency))) OR named_for_me(id)));
create policy while_open on documents as restrictive for insert to kith_app with check is_open(case_id);
create policy add on drafts for insert to kith_app with check (worker_id = ( SELECT my_worker() AS my_worker));
create policy amend on drafts for update to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy remove on drafts for delete to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy rules on drafts for all to kith_rules using true;
create policy see on drafts for select to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy rules on emergency_attempts for all to kith_rules using true;
create policy see on emergency_attempts for select to kith_app using (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = emergency_attempts.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency))))));
create policy amend on emergency_openings for update to kith_app using ((reviewed_at IS NULL) AND i_may_review(worker_id, agency_id, case_id)) with check ((reviewed_by = ( SELECT my_worker() AS my_worker)) AND (reviewed_at = now()));
create policy rules on emergency_openings for all to kith_rules using true;
create policy see on emergency_openings for select to kith_app using (((worker_id = ( SELECT my_worker() AS my_worker)) AND ((ends_at > now()) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])))) OR i_may_review(worker_id, agency_id, case_id) OR (EXISTS ( SELECT
   FROM my_access(emergency_openings.case_id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.sides IS NULL))));
create policy add on entries for insert to kith_app with check ((author_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM my_access(entries.case_id, 'contribute'::tier, entries.side, entries.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy rules on entries for select to kith_rules using true;
create policy see on entries for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(entries.case_id, 'read'::tier, entries.side, entries.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND ((NOT restricted) OR ((author_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency))) OR named_for_me(id)));
create policy while_open on entries as restrictive for insert to kith_app with check is_open(case_id);
create policy add on entry_people for insert to kith_app with check ((EXISTS ( SELECT
   FROM (entries e
     CROSS JOIN LATERAL my_access_to_people(e.case_id, 'read'::tier, e.side, e.category) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))
  WHERE ((e.id = entry_people.entry_id) AND (e.author_id = ( SELECT my_worker() AS my_worker))))) AND ((EXISTS ( SELECT
   FROM people p
  WHERE (p.id = entry_people.person_id))) OR corrects_one_about(entry_id, person_id)));
create policy see on entry_people for select to kith_app using (EXISTS ( SELECT
   FROM (entries e
     CROSS JOIN LATERAL my_access_to_people(e.case_id, 'read'::tier, e.side, e.category) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))
  WHERE (e.id = entry_people.entry_id)
 OFFSET 0));
create policy while_open on entry_people as restrictive for insert to kith_app with check (EXISTS ( SELECT
   FROM entries e
  WHERE ((e.id = entry_people.entry_id) AND is_open(e.case_id))));
create policy add on equality_answers for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = equality_answers.person_id))));
create policy see on equality_answers for select to kith_app using ((agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = equality_answers.person_id))));
create policy add on events for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND ((case_id IS NULL) OR (EXISTS ( SELECT
   FROM my_access(events.case_id, 'pointer'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) OR ( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((( SELECT i_am('agency_administrator'::text) AS i_am) OR ( SELECT i_am('information_governance_lead'::text) AS i_am)) AND my_agency_owns(case_id))));
create policy door on events for insert to kith_rules with check (case_id IS NULL);
create policy rules on events for select to kith_rules using true;
create policy rules_add on events for insert to kith_rules with check ((worker_id IS NULL) OR (worker_id = my_worker()));
create policy see on events for select to kith_app using (((EXISTS ( SELECT
   FROM my_access(events.case_id, 'read'::tier, events.side, events.category) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE (mine.knows OR (NOT events.about_people)))) AND ((NOT restricted) OR i_see_restricted(subject_id)) AND ((kind <> 'message_sent'::text) OR (NOT (detail ? 'to'::text)) OR ((detail ->> 'to'::text) = ANY ((( SELECT my_principals() AS my_principals))::text[]))) AND ((kind <> ALL (ARRAY['case_opened_in_emergency'::text, 'opening_reviewed'::text])) OR i_see_opening(subject_id))) OR ((worker_id = ( SELECT my_worker() AS my_worker)) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])))) OR ((case_id IS NULL) AND (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am))) AND ((subject_id IS NULL) OR (EXISTS ( SELECT
   FROM principals p
  WHERE (p.id = events.subject_id))) OR (EXISTS ( SELECT
   FROM agreements g
  WHERE (g.id = events.subject_id))))) OR ((case_id IS NULL) AND ( SELECT i_am('information_governance_lead'::text) AS i_am) AND
CASE
    WHEN (kind ~~ 'conflict\_%'::text) THEN i_see_conflict(subject_id)
    ELSE ((agency_id = ( SELECT my_agency() AS my_agency)) AND ((subject_id IS NULL) OR (NOT tied_to_me(subject_id))))
END));
create policy see_receipts on events for select to kith_app using ((kind = ANY (ARRAY['share_understood'::text, 'share_question_answered'::text, 'share_acted_upon'::text])) AND (i_received(subject_id) OR i_gave(subject_id)));
create policy add on files for insert to kith_app with check ((stored_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access(files.case_id, 'contribute'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy see on files for select to kith_app using ((EXISTS ( SELECT
   FROM document_versions v
  WHERE (v.file_id = files.id))) OR ((stored_by = ( SELECT my_worker() AS my_worker)) AND (stored_at = now()) AND (EXISTS ( SELECT
   FROM my_access(files.case_id, 'contribute'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))));
create policy while_open on files as restrictive for insert to kith_app with check is_open(case_id);
create policy rules on first_looks for all to kith_rules using true;
create policy review on flags for update to kith_app using (outcome IS NULL) with check ((reviewed_by = ( SELECT my_worker() AS my_worker)) AND (outcome IS NOT NULL));
create policy rules on flags for all to kith_rules using true;
create policy see on flags for select to kith_app using ((worker_id <> ( SELECT my_worker() AS my_worker)) AND (((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('information_governance_lead'::text) AS i_am)) OR (( SELECT i_am('partnership_administrator'::text) AS i_am) AND (EXISTS ( SELECT
   FROM worker_roles r
  WHERE ((r.worker_id = flags.worker_id) AND (r.role = 'information_governance_lead'::text)))))));
create policy add on grants for insert to kith_app with check ((granted_by = ( SELECT my_worker() AS my_worker)) AND (basis = ANY (ARRAY['agreement'::text, 'statutory gateway'::text, 'vital interests'::text])) AND (starts_at >= now()) AND i_may_give(case_id, principal_id, sides, categories) AND ((NOT includes_sub_cases) OR my_agency_owns(case_id)) AND ((basis <> 'agreement'::text) OR agreement_covers(agreement_id, case_id, principal_id)));
create policy add_on_consent on grants for insert to kith_app with check ((basis = 'consent'::text) AND (granted_by = ( SELECT my_worker() AS my_worker)) AND (starts_at >= now()) AND (NOT includes_sub_cases) AND i_may_give(case_id, principal_id, sides, categories) AND consent_covers(consent_id, case_id, principal_id) AND (EXISTS ( SELECT
   FROM consents c
  WHERE ((c.id = grants.consent_id) AND ((c.side IS NULL) OR (grants.sides <@ ARRAY[c.side]))))));
create policy amend on grants for update to kith_app using ((basis <> 'owner'::text) AND (revoked_at IS NULL) AND ((EXISTS ( SELECT
   FROM my_access(grants.case_id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE ((mine.sides IS NULL) OR (grants.sides <@ mine.sides)))) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (EXISTS ( SELECT
   FROM case_pointers p
  WHERE ((p.case_id = grants.case_id) AND (p.owner_agency_id = ( SELECT my_agency() AS my_agency)))))))) with check ((revoked_by = ( SELECT my_worker() AS my_worker)) AND (length(revoke_reason) >= 3));
create policy rules on grants for all to kith_rules using true;
create policy see on grants for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(grants.case_id, 'read'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE
        CASE
            WHEN (grants.basis = 'break-glass'::text) THEN ((mine.tier = 'lead'::tier) AND (mine.sides IS NULL))
            ELSE ((grants.sides IS NULL) OR (mine.sides IS NULL) OR (mine.sides && grants.sides))
        END)) OR ((case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND ((principal_id = ANY (( SELECT my_principals() AS my_principals)::uuid[])) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (EXISTS ( SELECT
   FROM case_pointers p
  WHERE ((p.case_id = grants.case_id) AND (p.owner_agency_id = ( SELECT my_agency() AS my_agency)))))))));
create policy add on information_requests for insert to kith_app with check ((asked_by = ( SELECT my_worker() AS my_worker)) AND (from_agency_id = ( SELECT my_agency() AS my_agency)) AND (due_on >= CURRENT_DATE) AND agreement_binds(agreement_id, from_agency_id, to_agency_id) AND ((case_id IS NULL) OR (EXISTS ( SELECT
   FROM my_access(information_requests.case_id, 'read'::tier) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))));
create policy amend on information_requests for update to kith_app using ((answered_at IS NULL) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))) AND (to_agency_id = ( SELECT my_agency() AS my_agency)) AND ((handed_to = ( SELECT my_worker() AS my_worker)) OR ( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('agency_administrator'::text) AS i_am))) with check ((to_agency_id = ( SELECT my_agency() AS my_agency)) AND ((handed_to IS NULL) OR (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = information_requests.handed_to) AND (w.agency_id = information_requests.to_agency_id))))) AND ((answered_at IS NULL) OR ((answered_by = ( SELECT my_worker() AS my_worker)) AND (answered_at = now()))) AND (((answer IS DISTINCT FROM 'share'::text) AND (grant_id IS NULL)) OR (EXISTS ( SELECT
   FROM grants g
  WHERE ((g.id = information_requests.grant_id) AND (agency_of(g.principal_id) = information_requests.from_agency_id) AND my_agency_owns(g.case_id))))));
create policy see on information_requests for select to kith_app using (((case_id IS NULL) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))) AND (((from_agency_id = ( SELECT my_agency() AS my_agency)) AND ((asked_by = ( SELECT my_worker() AS my_worker)) OR ( SELECT i_am('information_governance_lead'::text) AS i_am))) OR ((to_agency_id = ( SELECT my_agency() AS my_agency)) AND ((handed_to = ( SELECT my_worker() AS my_worker)) OR ( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('agency_administrator'::text) AS i_am)))));
create policy waits on information_requests for select to kith_rules using true;
create policy add on interests for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND may_declare(kind));
create policy amend on interests for update to kith_app using ((worker_id = ( SELECT my_worker() AS my_worker)) AND (ended_at IS NULL)) with check (ended_at = now());
create policy rules on interests for select to kith_rules using true;
create policy see on interests for select to kith_app using ((worker_id = ( SELECT my_worker() AS my_worker)) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = interests.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency)))))));
create policy rules on invitations for all to kith_rules using true;
create policy sign_in on invitations for all to kith_auth using true;
create policy rules on last_looks for all to kith_rules using true;
create policy see on last_looks for select to kith_app using ((worker_id = ( SELECT my_worker() AS my_worker)) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])));
create policy add on looks for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND ((case_id IS NULL) OR (EXISTS ( SELECT
   FROM case_pointers p
  WHERE (p.case_id = looks.case_id)))) AND ((kind <> ALL (ARRAY['print'::text, 'export'::text, 'download'::text])) OR (NOT
CASE
    WHEN (case_id IS NULL) THEN in_emergency()
    ELSE only_in_emergency(case_id)
END)));
create policy rules on looks for select to kith_rules using true;
create policy see on looks for select to kith_app using (((worker_id = ( SELECT my_worker() AS my_worker)) AND (kind <> 'refused'::text) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])))) OR ((EXISTS ( SELECT
   FROM my_access(looks.case_id, 'lead'::tier, looks.side, looks.category) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE ((mine.sides IS NULL) OR works_on(looks.case_id, looks.worker_id, 'pointer'::tier)))) AND ((NOT restricted) OR i_see_restricted(subject_id))) OR (restricted AND i_wrote_restricted(subject_id)) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND (((EXISTS ( SELECT
   FROM case_pointers p
  WHERE ((p.case_id = looks.case_id) AND (p.owner_agency_id = ( SELECT my_agency() AS my_agency))))) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND ((NOT restricted) OR i_see_restricted(subject_id))) OR ((kind = 'refused'::text) AND (subject_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (EXISTS ( SELECT
   FROM case_pointers p
  WHERE ((p.case_id = looks.subject_id) AND (p.owner_agency_id = ( SELECT my_agency() AS my_agency)))))) OR ((case_id IS NULL) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (worker_id IS DISTINCT FROM ( SELECT my_worker() AS my_worker)) AND ((subject_id IS NULL) OR ((subject_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (NOT tied_to_me(subject_id))))) OR ((worker_id = ANY (( SELECT workers_i_review() AS workers_i_review)::uuid[])) AND (NOT restricted) AND is_under_review(id, at)))));
create policy add on message_reads for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.id = message_reads.message_id) AND reads_anyway(m.case_id, m.side, m.category)))));
create policy rules on message_reads for select to kith_rules using true;
create policy see on message_reads for select to kith_app using (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.id = message_reads.message_id) AND ((m.to_id IS NOT NULL) OR (m.side IS NOT NULL) OR (message_reads.worker_id = ( SELECT my_worker() AS my_worker)) OR (EXISTS ( SELECT
           FROM my_access(m.case_id, 'read'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
          WHERE (mine.sides IS NULL))) OR works_on(m.case_id, message_reads.worker_id, 'read'::tier)))));
create policy add on messages for insert to kith_app with check ((author_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM my_access(messages.case_id, 'read'::tier, messages.side, messages.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND ((to_id IS NULL) OR works_on(case_id, to_id, 'read'::tier, side, category)));
create policy rules on messages for select to kith_rules using true;
create policy see on messages for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(messages.case_id, 'read'::tier, messages.side, messages.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND ((to_id IS NULL) OR ((to_id = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND ((to_as IS NULL) OR (to_as = ( SELECT my_agency() AS my_agency)))) OR (author_id = ( SELECT my_worker() AS my_worker))));
create policy add on named_readers for insert to kith_app with check ((named_by = ( SELECT my_worker() AS my_worker)) AND may_name(record_id, case_id, worker_id));
create policy amend on named_readers for update to kith_app using (named_by = ( SELECT my_worker() AS my_worker)) with check ((named_by = ( SELECT my_worker() AS my_worker)) AND ((ended_at = now()) OR ((ended_at IS NULL) AND may_name(record_id, case_id, worker_id))));
create policy rules on named_readers for all to kith_rules using true;
create policy see on named_readers for select to kith_app using ((((worker_id = ( SELECT my_worker() AS my_worker)) OR (named_by = ( SELECT my_worker() AS my_worker))) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))) OR reads_with_others(record_id, case_id));
create policy rules on notices for all to kith_rules using true;
create policy see on notices for select to kith_app using ((to_id = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[]))));
create policy add on outcomes for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM my_access(outcomes.case_id, 'contribute'::tier, outcomes.side) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))));
create policy see on outcomes for select to kith_app using (EXISTS ( SELECT
   FROM my_access(outcomes.case_id, 'read'::tier, outcomes.side) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy while_open on outcomes as restrictive for insert to kith_app with check is_open(case_id);
create policy sign_in on passkeys for all to kith_auth using true;
create policy rules on patterns for select to kith_rules using true;
create policy see on patterns for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on people for insert to kith_app with check ((created_by = ( SELECT my_worker() AS my_worker)) AND ((held_by IS NULL) OR (held_by = ( SELECT my_agency() AS my_agency))));
create policy amend on people for update to kith_app using ((EXISTS ( SELECT
   FROM (case_people cp
     CROSS JOIN LATERAL my_access_to_people(cp.case_id, 'contribute'::tier, cp.side) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))
  WHERE ((cp.person_id = people.id) AND ((mine.never_learns IS NULL) OR ((mine.never_learns <> cp.side) AND (NOT (EXISTS ( SELECT
           FROM case_people too
          WHERE ((too.person_id = cp.person_id) AND (too.case_id = cp.case_id) AND ((too.side IS NULL) OR (too.side = mine.never_learns))))))))))) OR (held_by = ANY (( SELECT my_principals() AS my_principals)::uuid[])));
create policy rules on people for select to kith_rules using true;
create policy see on people for select to kith_app using ((EXISTS ( SELECT
   FROM case_people cp
  WHERE (cp.person_id = people.id))) OR (held_by = ANY (( SELECT my_principals() AS my_principals)::uuid[])) OR ((created_by = ( SELECT my_worker() AS my_worker)) AND (created_at = now())));
create policy add on person_contacts for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_contacts.person_id))) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'contribute'::tier, person_contacts.side, person_contacts.category) facts_open_to_me(facts_open_to_me))));
create policy amend on person_contacts for update to kith_app using ((ended_on IS NULL) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'contribute'::tier, person_contacts.side, person_contacts.category) facts_open_to_me(facts_open_to_me)))) with check (ended_on IS NOT NULL);
create policy rules on person_contacts for select to kith_rules using true;
create policy see on person_contacts for select to kith_app using (EXISTS ( SELECT
   FROM facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'read'::tier, person_contacts.side, person_contacts.category) facts_open_to_me(facts_open_to_me)));
create policy while_open on person_contacts as restrictive for insert to kith_app with check ((case_id IS NULL) OR is_open(case_id));
create policy rules on person_keys for all to kith_rules using true;
create policy add on person_merges for insert to kith_app with check ((merged_by = ( SELECT my_worker() AS my_worker)) AND i_may_change(kept_id) AND i_may_change(absorbed_id) AND (NOT on_two_sides(kept_id, absorbed_id)));
create policy amend on person_merges for update to kith_app using ((ended_at IS NULL) AND i_may_change(kept_id) AND i_may_change(absorbed_id)) with check (ended_by = ( SELECT my_worker() AS my_worker));
create policy rules on person_merges for select to kith_rules using true;
create policy see on person_merges for select to kith_app using (i_see_person(kept_id) AND i_see_person(absorbed_id));
create policy add on person_names for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_names.person_id))) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_names.person_id, person_names.case_id, 'contribute'::tier, person_names.side, person_names.category) facts_open_to_me(facts_open_to_me))));
create policy amend on person_names for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_names.person_id, person_names.case_id, 'contribute'::tier, person_names.side, person_names.category) facts_open_to_me(facts_open_to_me)))) with check (ended_at IS NOT NULL);
create policy rules on person_names for select to kith_rules using true;
create policy see on person_names for select to kith_app using (EXISTS ( SELECT
   FROM facts_open_to_me(person_names.person_id, person_names.case_id, 'read'::tier, person_names.side, person_names.category) facts_open_to_me(facts_open_to_me)));
create policy while_open on person_names as restrictive for insert to kith_app with check ((case_id IS NULL) OR is_open(case_id));
create policy add on person_needs for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_needs.person_id))) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_needs.person_id, person_needs.case_id, 'contribute'::tier, person_needs.side, person_needs.category) facts_open_to_me(facts_open_to_me))));
create policy amend on person_needs for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_needs.person_id, person_needs.case_id, 'contribute'::tier, person_needs.side, person_needs.category) facts_open_to_me(facts_open_to_me)))) with check (ended_at IS NOT NULL);
create policy rules on person_needs for select to kith_rules using true;
create policy see on person_needs for select to kith_app using (EXISTS ( SELECT
   FROM facts_open_to_me(person_needs.person_id, person_needs.case_id, 'read'::tier, person_needs.side, person_needs.category) facts_open_to_me(facts_open_to_me)));
create policy while_open on person_needs as restrictive for insert to kith_app with check ((case_id IS NULL) OR is_open(case_id));
create policy add on person_pairs for insert to kith_app with check ((asked_by = ( SELECT my_worker() AS my_worker)) AND i_see_person(one_id) AND i_see_person(other_id));
create policy amend on person_pairs for update to kith_app using (i_may_change(one_id) AND i_may_change(other_id)) with check (answered_by = ( SELECT my_worker() AS my_worker));
create policy see on person_pairs for select to kith_app using (i_see_person(one_id) AND i_see_person(other_id));
create policy add on person_relationships for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access_to_people(person_relationships.case_id, 'contribute'::tier, person_relationships.side, person_relationships.category) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_relationships.person_id))) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_relationships.other_id))));
create policy amend on person_relationships for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM my_access_to_people(person_relationships.case_id, 'contribute'::tier, person_relationships.side, person_relationships.category) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))) with check (ended_at IS NOT NULL);
create policy see on person_relationships for select to kith_app using ((EXISTS ( SELECT
   FROM my_access_to_people(person_relationships.case_id, 'read'::tier, person_relationships.side, person_relationships.category) my_access_to_people(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_relationships.person_id))) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_relationships.other_id))));
create policy while_open on person_relationships as restrictive for insert to kith_app with check is_open(case_id);
create policy rules on person_versions for all to kith_rules using true;
create policy see on person_versions for select to kith_app using (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_versions.person_id)));
create policy add on person_warnings for insert to kith_app with check ((recorded_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = person_warnings.person_id))) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'contribute'::tier, person_warnings.side, person_warnings.category) facts_open_to_me(facts_open_to_me))));
create policy amend on person_warnings for update to kith_app using ((ended_at IS NULL) AND (EXISTS ( SELECT
   FROM facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'contribute'::tier, person_warnings.side, person_warnings.category) facts_open_to_me(facts_open_to_me)))) with check (ended_by = ( SELECT my_worker() AS my_worker));
create policy rules on person_warnings for select to kith_rules using true;
create policy see on person_warnings for select to kith_app using (EXISTS ( SELECT
   FROM facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'read'::tier, person_warnings.side, person_warnings.category) facts_open_to_me(facts_open_to_me)));
create policy while_open on person_warnings as restrictive for insert to kith_app with check ((case_id IS NULL) OR is_open(case_id));
create policy add on places for insert to kith_app with check ((created_by = ( SELECT my_worker() AS my_worker)) AND ((held_by IS NULL) OR (held_by = ( SELECT my_agency() AS my_agency))));
create policy amend on places for update to kith_app using ((EXISTS ( SELECT
   FROM (case_places cp
     CROSS JOIN LATERAL my_access_to_people(cp.case_id, 'contribute'::tier, cp.side) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))
  WHERE ((cp.place_id = places.id) AND ((mine.never_learns IS NULL) OR ((mine.never_learns <> cp.side) AND (NOT (EXISTS ( SELECT
           FROM case_places too
          WHERE ((too.place_id = cp.place_id) AND (too.case_id = cp.case_id) AND ((too.side IS NULL) OR (too.side = mine.never_learns))))))))))) OR (held_by = ANY (( SELECT my_principals() AS my_principals)::uuid[])));
create policy rules on places for select to kith_rules using true;
create policy see on places for select to kith_app using ((EXISTS ( SELECT
   FROM case_places cp
  WHERE (cp.place_id = places.id))) OR (held_by = ANY (( SELECT my_principals() AS my_principals)::uuid[])) OR ((created_by = ( SELECT my_worker() AS my_worker)) AND (created_at = now())));
create policy rules on postcode_wards for select to kith_rules using true;
create policy see on postcode_wards for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on principals for insert to kith_app with check (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((kind = ANY (ARRAY['team'::text, 'worker'::text])) AND ( SELECT i_am('agency_administrator'::text) AS i_am)));
create policy see on principals for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy rules on programmes for select to kith_rules using true;
create policy see on programmes for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy rules on recall_copies for all to kith_rules using true;
create policy see on recall_copies for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(recall_copies.case_id, 'lead'::tier, recall_copies.side, recall_copies.category) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE ((mine.sides IS NULL) OR works_on(recall_copies.case_id, recall_copies.worker_id, 'pointer'::tier)))) OR ((case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND ((worker_id = ( SELECT my_worker() AS my_worker)) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND (( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('agency_administrator'::text) AS i_am))) OR (( SELECT i_am('information_governance_lead'::text) AS i_am) AND my_agency_owns(case_id)))));
create policy amend on recalls for update to kith_app using ((confirmed_at IS NULL) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('agency_administrator'::text) AS i_am) OR (EXISTS ( SELECT
   FROM recall_copies c
  WHERE ((c.recall_id = recalls.id) AND (c.worker_id = ( SELECT my_worker() AS my_worker))))))) with check ((confirmed_by = ( SELECT my_worker() AS my_worker)) AND (confirmed_at = now()));
create policy rules on recalls for all to kith_rules using true;
create policy see on recalls for select to kith_app using (((EXISTS ( SELECT
   FROM my_access(recalls.case_id, 'lead'::tier) mine(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)
  WHERE ((mine.sides IS NULL) OR (recalls.kind = 'share'::text) OR (EXISTS ( SELECT
           FROM (who_works_on(recalls.case_id, of_kind => 'worker'::text) r(id, kind, tier)
             JOIN workers w ON ((w.id = r.id)))
          WHERE (w.agency_id = recalls.agency_id)))))) AND ((kind = 'worker'::text) OR (EXISTS ( SELECT
   FROM grants g
  WHERE (g.id = recalls.subject_id))) OR (EXISTS ( SELECT
   FROM case_people cp
  WHERE (cp.id = recalls.subject_id))) OR (EXISTS ( SELECT
   FROM entries e
  WHERE (e.id = recalls.subject_id))))) OR ((case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (((owner_agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('information_governance_lead'::text) AS i_am)) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND (( SELECT i_am('information_governance_lead'::text) AS i_am) OR ( SELECT i_am('agency_administrator'::text) AS i_am) OR (EXISTS ( SELECT
   FROM recall_copies c
  WHERE ((c.recall_id = recalls.id) AND (c.worker_id = ( SELECT my_worker() AS my_worker))))))))));
create policy add on receipts for insert to kith_app with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (at = now()) AND
CASE
    WHEN (step = 'answered'::text) THEN a_question_waits(grant_id)
    ELSE (EXISTS ( SELECT
       FROM receipts_of(ARRAY[receipts.grant_id]) mine(id, case_id, principal_id, tier, reason, granted_by, granted_at, open_by, ended, given, received, opened_by, opened_at, i_opened)
      WHERE (mine.received AND mine.i_opened)))
END AND ((task_id IS NULL) OR (EXISTS ( SELECT
   FROM (tasks t
     JOIN grants g ON ((g.case_id = t.case_id)))
  WHERE ((t.id = receipts.task_id) AND (g.id = receipts.grant_id) AND (t.done_at IS NOT NULL))))));
create policy rules on receipts for select to kith_rules using true;
create policy see on receipts for select to kith_app using (i_received(grant_id) OR i_gave(grant_id));
create policy add on reminder_choices for insert to kith_app with check (worker_id = ( SELECT my_worker() AS my_worker));
create policy amend on reminder_choices for update to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy see on reminder_choices for select to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy rules on search_index for all to kith_rules using true;
create policy rules on search_notices for all to kith_rules using true;
create policy see on search_notices for select to kith_app using ((owner_agency_id = ( SELECT my_agency() AS my_agency)) AND (case_id <> ALL (( SELECT my_shut() AS my_shut)::uuid[])) AND (( SELECT i_am('information_governance_lead'::text) AS i_am) OR (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = search_notices.case_id) AND (c.lead_worker_id = ( SELECT my_worker() AS my_worker)))))));
create policy rules on sessions for all to kith_rules using true;
create policy sign_in on sessions for all to kith_auth using true;
create policy rules on shut_cases for all to kith_rules using true;
create policy sign_in on sign_in_attempts for all to kith_auth using true;
create policy add on task_notes for insert to kith_app with check ((author_id = ( SELECT my_worker() AS my_worker)) AND (agency_id = ( SELECT my_agency() AS my_agency)) AND (EXISTS ( SELECT
   FROM tasks t
  WHERE ((t.id = task_notes.task_id) AND (t.case_id = task_notes.case_id) AND (((t.assigned_to = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND ((t.assigned_as IS NULL) OR (t.assigned_as = ( SELECT my_agency() AS my_agency)))) OR (EXISTS ( SELECT
           FROM my_access(t.case_id, 'contribute'::tier, t.side, t.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))))))));
create policy see on task_notes for select to kith_app using (EXISTS ( SELECT
   FROM tasks t
  WHERE (t.id = task_notes.task_id)));
create policy while_open on task_notes as restrictive for insert to kith_app with check is_open(case_id);
create policy add on tasks for insert to kith_app with check ((created_by = ( SELECT my_worker() AS my_worker)) AND (EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'contribute'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) AND ((aim_id IS NULL) OR (EXISTS ( SELECT
   FROM aims a
  WHERE ((a.id = tasks.aim_id) AND (a.case_id = tasks.case_id) AND ((a.side IS NULL) OR (a.side = tasks.side)))))) AND works_on(case_id, assigned_to, 'headline'::tier, side, category));
create policy amend on tasks for update to kith_app using ((EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'contribute'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) OR ((assigned_to = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND ((assigned_as IS NULL) OR (assigned_as = ( SELECT my_agency() AS my_agency))) AND (EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'headline'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))))) with check (EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'headline'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)));
create policy amend_while_open on tasks as restrictive for update to kith_app using true with check is_open(case_id);
create policy reminders on tasks for select to kith_reminders using (open AND (due_on <= (CURRENT_DATE + 7)));
create policy rules on tasks for all to kith_rules using true;
create policy see on tasks for select to kith_app using ((EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'read'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows))) OR ((assigned_to = ANY (( SELECT my_principals() AS my_principals)::uuid[])) AND ((assigned_as IS NULL) OR (assigned_as = ( SELECT my_agency() AS my_agency))) AND (EXISTS ( SELECT
   FROM my_access(tasks.case_id, 'headline'::tier, tasks.side, tasks.category) my_access(grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at, categories, never_learns, over_conflict, knows)))));
create policy while_open on tasks as restrictive for insert to kith_app with check is_open(case_id);
create policy add on team_members for insert to kith_app with check ((added_by = ( SELECT my_worker() AS my_worker)) AND (worker_id <> ( SELECT my_worker() AS my_worker)) AND (starts_on >= CURRENT_DATE) AND (EXISTS ( SELECT
   FROM (teams t
     JOIN workers w ON ((w.id = team_members.worker_id)))
  WHERE ((t.id = team_members.team_id) AND ((t.agency_id IS NULL) OR (t.agency_id = w.agency_id)) AND (( SELECT i_am('partnership_administrator'::text) AS i_am) OR (( SELECT i_am('agency_administrator'::text) AS i_am) AND (t.agency_id = ( SELECT my_agency() AS my_agency))))))));
create policy amend on team_members for update to kith_app using (((ends_on IS NULL) OR (ends_on > CURRENT_DATE)) AND (( SELECT i_am('partnership_administrator'::text) AS i_am) OR (( SELECT i_am('agency_administrator'::text) AS i_am) AND ((EXISTS ( SELECT
   FROM teams t
  WHERE ((t.id = team_members.team_id) AND (t.agency_id = ( SELECT my_agency() AS my_agency))))) OR (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = team_members.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency))))))))) with check (ends_on >= CURRENT_DATE);
create policy reminders on team_members for select to kith_reminders using ((starts_on <= CURRENT_DATE) AND ((ends_on IS NULL) OR (ends_on > CURRENT_DATE)));
create policy rules on team_members for all to kith_rules using true;
create policy see on team_members for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on teams for insert to kith_app with check ((( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am))) AND (EXISTS ( SELECT
   FROM principals p
  WHERE ((p.id = teams.id) AND (p.kind = 'team'::text)))));
create policy amend on teams for update to kith_app using (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am)));
create policy rules on teams for select to kith_rules using true;
create policy see on teams for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy sign_in on two_factors for all to kith_auth using true;
create policy amend on urgent_alerts for update to kith_app using ((worker_id = ( SELECT my_worker() AS my_worker)) AND (mailed_at IS NULL)) with check ((worker_id = ( SELECT my_worker() AS my_worker)) AND (mailed_at = now()));
create policy rules on urgent_alerts for all to kith_rules using true;
create policy see on urgent_alerts for select to kith_app using (worker_id = ( SELECT my_worker() AS my_worker));
create policy rules on users for all to kith_rules using true;
create policy sign_in on users for all to kith_auth using true;
create policy sign_in on verifications for all to kith_auth using true;
create policy add on worker_roles for insert to kith_app with check ((given_by = ( SELECT my_worker() AS my_worker)) AND (worker_id <> ( SELECT my_worker() AS my_worker)) AND (( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((role <> 'partnership_administrator'::text) AND ( SELECT i_am('agency_administrator'::text) AS i_am) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = worker_roles.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency))))))));
create policy remove on worker_roles for delete to kith_app using ((worker_id = ( SELECT my_worker() AS my_worker)) OR ( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((role <> 'partnership_administrator'::text) AND ( SELECT i_am('agency_administrator'::text) AS i_am) AND (EXISTS ( SELECT
   FROM workers w
  WHERE ((w.id = worker_roles.worker_id) AND (w.agency_id = ( SELECT my_agency() AS my_agency)))))));
create policy rules on worker_roles for all to kith_rules using true;
create policy see on worker_roles for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);
create policy add on workers for insert to kith_app with check ((( SELECT i_am('partnership_administrator'::text) AS i_am) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am))) AND (EXISTS ( SELECT
   FROM principals p
  WHERE ((p.id = workers.id) AND (p.kind = 'worker'::text)))));
create policy amend on workers for update to kith_app using (( SELECT i_am('partnership_administrator'::text) AS i_am) OR (id = ( SELECT my_worker() AS my_worker)) OR ((agency_id = ( SELECT my_agency() AS my_agency)) AND ( SELECT i_am('agency_administrator'::text) AS i_am))) with check (( SELECT i_am('partnership_administrator'::text) AS i_am) OR (agency_id = ( SELECT my_agency() AS my_agency)));
create policy reminders on workers for select to kith_reminders using ((suspended_at IS NULL) AND (joined_on <= CURRENT_DATE) AND ((left_on IS NULL) OR (left_on > CURRENT_DATE)));
create policy rules on workers for select to kith_rules using true;
create policy see on workers for select to kith_app using (( SELECT my_worker() AS my_worker) IS NOT NULL);

-- Rights

grant select on agencies to kith_app;
grant select on agencies to kith_rules;
grant select on agreement_clauses to kith_app;
grant select on agreement_clauses to kith_rules;
grant select on agreement_parties to kith_app;
grant select on agreement_parties to kith_rules;
grant select on agreements to kith_app;
grant select on agreements to kith_rules;
grant select on aims to kith_app;
grant select on aims to kith_rules;
grant select on audit_seals to kith_app;
grant select on audit_seals to kith_rules;
grant insert, select on audit_seals to kith_sealing;
grant delete, insert, select on carried_forms to kith_auth;
grant select on case_access to kith_app;
grant delete, insert, select, update on case_access to kith_rules;
grant select on case_objects to kith_app;
grant select on case_people to kith_app;
grant select on case_people to kith_rules;
grant select on case_places to kith_app;
grant select on case_places to kith_rules;
grant select on case_pointers to kith_app;
grant insert, select on case_pointers to kith_rules;
grant select on cases to kith_app;
grant select on cases to kith_rules;
grant select on closures to kith_app;
grant select on conflicts to kith_app;
grant insert, select on conflicts to kith_rules;
grant select on consents to kith_app;
grant select on consents to kith_rules;
grant delete, insert, select, update on credentials to kith_auth;
grant select on digests to kith_app;
grant select on digests to kith_reminders;
grant select on document_versions to kith_app;
grant select on documents to kith_app;
grant select on documents to kith_rules;
grant delete, insert, select on drafts to kith_app;
grant delete on drafts to kith_rules;
grant select on emergency_attempts to kith_app;
grant insert, select on emergency_attempts to kith_rules;
grant select on emergency_openings to kith_app;
grant insert, select on emergency_openings to kith_rules;
grant select on entries to kith_app;
grant select on entries to kith_rules;
grant insert, select on entry_people to kith_app;
grant select on equality_answers to kith_app;
grant select on events to kith_app;
grant insert, select on events to kith_rules;
grant select on files to kith_app;
grant insert, select, update on first_looks to kith_rules;
grant select on flags to kith_app;
grant insert, select on flags to kith_rules;
grant select on grants to kith_app;
grant insert, select, update on grants to kith_rules;
grant select on information_requests to kith_app;
grant select on interests to kith_app;
grant select on interests to kith_rules;
grant insert, select, update on invitations to kith_auth;
grant insert, select, update on invitations to kith_rules;
grant select on last_looks to kith_app;
grant insert, select, update on last_looks to kith_rules;
grant select on looks to kith_app;
grant select on looks to kith_rules;
grant select on message_reads to kith_app;
grant select on message_reads to kith_rules;
grant select on messages to kith_app;
grant select on messages to kith_rules;
grant select on named_readers to kith_app;
grant insert, select on named_readers to kith_rules;
grant select on notices to kith_app;
grant insert, select on notices to kith_rules;
grant select on outcomes to kith_app;
grant delete, insert, select, update on passkeys to kith_auth;
grant select on patterns to kith_app;
grant select on patterns to kith_rules;
grant select on people to kith_rules;
grant select on person_contacts to kith_rules;
grant delete, insert, select, update on person_keys to kith_rules;
grant select on person_merges to kith_rules;
grant select on person_names to kith_rules;
grant select on person_needs to kith_rules;
grant select on person_relationships to kith_app;
grant insert, select on person_versions to kith_rules;
grant select on person_warnings to kith_rules;
grant select on places to kith_rules;
grant select on postcode_wards to kith_app;
grant select on postcode_wards to kith_rules;
grant insert, select on principals to kith_app;
grant select on programmes to kith_app;
grant select on programmes to kith_rules;
grant select on recall_copies to kith_app;
grant insert, select on recall_copies to kith_rules;
grant select on recalls to kith_app;
grant insert, select, update on recalls to kith_rules;
grant select on receipts to kith_app;
grant select on receipts to kith_rules;
grant select on reminder_choices to kith_app;
grant delete, insert, select, update on search_index to kith_rules;
grant select on search_notices to kith_app;
grant insert, select on search_notices to kith_rules;
grant delete, insert, select, update on sessions to kith_auth;
grant delete, select on sessions to kith_rules;
grant delete, insert, select on shut_cases to kith_rules;
grant delete, insert, select, update on sign_in_attempts to kith_auth;
grant select on task_notes to kith_app;
grant select on tasks to kith_app;
grant select on tasks to kith_rules;
grant select on team_members to kith_app;
grant select, update on team_members to kith_rules;
grant select on teams to kith_app;
grant select on teams to kith_rules;
grant select on trail to kith_app;
grant delete, insert, select, update on two_factors to kith_auth;
grant insert, select on urgent_alerts to kith_rules;
grant insert, select, update on users to kith_auth;
grant insert, select, update on users to kith_rules;
grant delete, insert, select, update on verifications to kith_auth;
grant delete, select on worker_roles to kith_app;
grant delete, select on worker_roles to kith_rules;
grant select on workers to kith_app;
grant select on workers to kith_rules;

-- Rights to columns

grant insert (contact, id, kind, name, short_name) on agencies to kith_app;
grant update (contact, kind, name, short_name, suspended_at, suspended_reason, version) on agencies to kith_app;
grant insert (agreement_id, number, words) on agreement_clauses to kith_app;
grant insert (agency_id, agreement_id, signed_by, signed_on) on agreement_parties to kith_app;
grant update (left_on, signed_by, signed_on) on agreement_parties to kith_app;
grant insert (data_types, ends_on, gateway, id, lawful_basis, name, programmes, purposes, reference, review_on, starts_on) on agreements to kith_app;
grant update (data_types, ends_on, name, purposes, review_on, suspended_at, suspended_reason, version) on agreements to kith_app;
grant insert (case_id, created_by, id, position, side, title) on aims to kith_app;
grant update (ended_at, position, title, version) on aims to kith_app;
grant insert (added_by, basis, case_id, id, identifier, kind, name, role, side) on case_objects to kith_app;
grant update (ended_at, ended_by) on case_objects to kith_app;
grant insert (added_by, basis, case_id, id, person_id, role, side) on case_people to kith_app;
grant update (end_reason, ended_at, ended_by) on case_people to kith_app;
grant insert (added_by, basis, case_id, grade, grade_reason, id, place_id, role, side, sub_case_id) on case_places to kith_app;
grant update (ended_at, grade, grade_reason, sub_case_id, version) on case_places to kith_app;
grant insert (ends_on, id, lead_worker_id, marking, opened_by, owner_agency_id, owner_team_id, parent_id, programme, programme_version, stage, starts_on, summary, title) on cases to kith_app;
grant update (closed_at, ends_on, lead_worker_id, marking, stage, starts_on, summary, title, version) on cases to kith_app;
grant select (id, lead_worker_id) on cases to kith_reminders;
grant update (active_at, lead_worker_id) on cases to kith_rules;
grant insert (case_id, closed_by, id, person_view, reason, result) on closures to kith_app;
grant update (reopen_reason, reopened_at, reopened_by) on closures to kith_app;
grant insert (basis, case_id, declared_by, id, kind, person_id, worker_id) on conflicts to kith_app;
grant update (confirmed_at, lifted_at, review_words, reviewed_by) on conflicts to kith_app;
grant insert (agencies, capacity, capacity_note, case_id, channel, expires_on, given_by, given_on, id, person_id, purposes, recorded_by, side, wording, words_shown) on consents to kith_app;
grant update (withdrawal, withdrawn_at, withdrawn_by) on consents to kith_app;
grant insert (day, worker_id) on digests to kith_app;
grant insert (added_by, case_id, document_id, file_id, id, note, number) on document_versions to kith_app;
grant insert (agency_id, case_id, category, created_by, id, kind, restricted, side, title) on documents to kith_app;
grant update (body, saved_at) on drafts to kith_app;
grant select (key, worker_id) on drafts to kith_rules;
grant update (outcome, review_words, reviewed_at, reviewed_by) on emergency_openings to kith_app;
grant insert (agency_id, author_id, body, case_id, category, correction_reason, corrects_id, grade, id, kind, occurred_at, restricted, side) on entries to kith_app;
grant insert (agency_id, answer, id, person_id, question, recorded_by, source) on equality_answers to kith_app;
grant insert (about_people, agency_id, case_id, category, detail, id, kind, restricted, side, subject_id, worker_id) on events to kith_app;
grant insert (case_id, id, name, sha256, size, stored_by, type) on files to kith_app;
grant update (note, outcome, reviewed_at, reviewed_by) on flags to kith_app;
grant insert (agreement_id, basis, case_id, categories, clause, consent_id, ends_at, gateway, granted_by, id, includes_sub_cases, open_by, principal_id, reason, sides, starts_at, tier) on grants to kith_app;
grant update (revoke_reason, revoked_at, revoked_by) on grants to kith_app;
grant insert (about, agreement_id, asked_by, case_id, due_on, from_agency_id, id, purpose, question, to_agency_id, urgency) on information_requests to kith_app;
grant update (answer, answer_words, answered_at, answered_by, grant_id, handed_to) on information_requests to kith_app;
grant select (answered_at, asked_by, case_id, from_agency_id, handed_to, to_agency_id) on information_requests to kith_rules;
grant insert (born_on, id, kind, line1, name, note, phone, postcode, worker_id) on interests to kith_app;
grant update (ended_at) on interests to kith_app;
grant insert (agency_id, case_id, category, id, kind, restricted, side, subject_id, words, worker_id) on looks to kith_app;
grant insert (message_id, worker_id) on message_reads to kith_app;
grant insert (agency_id, answer_by, author_id, body, case_id, category, id, side, to_id) on messages to kith_app;
grant insert (case_id, named_by, record_id, worker_id) on named_readers to kith_app;
grant update (ended_at) on named_readers to kith_app;
grant update (ended_at) on named_readers to kith_rules;
grant insert (achieved_on, agency_id, case_id, detail, id, kind, quantity, recorded_by, side) on outcomes to kith_app;
grant insert (born_on, born_precision, created_by, died_on, family_name, gender, given_name, held_by, id, source_reference) on people to kith_app;
grant select (born_on, born_precision, created_at, died_on, family_name, gender, given_name, held_by, id, source_reference, version) on people to kith_app;
grant update (born_on, born_precision, died_on, family_name, gender, given_name, version) on people to kith_app;
grant insert (case_id, category, id, kind, note, person_id, postcode, recorded_by, side, source, value) on person_contacts to kith_app;
grant select (case_id, category, ended_on, id, kind, note, person_id, postcode, recorded_at, side, source, value) on person_contacts to kith_app;
grant update (ended_on) on person_contacts to kith_app;
grant insert (absorbed_id, id, kept_id, merged_by, reason) on person_merges to kith_app;
grant select (absorbed_id, ended_at, id, kept_id, merged_at) on person_merges to kith_app;
grant update (end_reason, ended_at, ended_by) on person_merges to kith_app;
grant insert (case_id, category, id, kind, name, person_id, recorded_by, side) on person_names to kith_app;
grant select (case_id, category, ended_at, id, kind, name, person_id, recorded_at, side) on person_names to kith_app;
grant update (ended_at) on person_names to kith_app;
grant insert (case_id, category, detail, id, kind, person_id, recorded_by, side) on person_needs to kith_app;
grant select (case_id, category, detail, ended_at, id, kind, person_id, recorded_at, side) on person_needs to kith_app;
grant update (ended_at) on person_needs to kith_app;
grant insert (asked_by, id, one_id, other_id) on person_pairs to kith_app;
grant select (answer, answered_at, asked_at, id, one_id, other_id) on person_pairs to kith_app;
grant update (answer, answered_at, answered_by) on person_pairs to kith_app;
grant insert (case_id, category, id, kind, note, other_id, person_id, recorded_by, side) on person_relationships to kith_app;
grant update (ended_at) on person_relationships to kith_app;
grant select (born_on, born_precision, died_on, family_name, gender, given_name, id, person_id, replaced_at, version) on person_versions to kith_app;
grant insert (case_id, category, id, instruction, person_id, reason, recorded_by, review_on, side) on person_warnings to kith_app;
grant select (case_id, category, ended_at, id, instruction, person_id, reason, recorded_at, review_on, side) on person_warnings to kith_app;
grant update (ended_at, ended_by) on person_warnings to kith_app;
grant insert (created_by, held_by, id, kind, line1, name, postcode, town, uprn) on places to kith_app;
grant select (created_at, held_by, id, kind, line1, name, postcode, town, uprn, version) on places to kith_app;
grant update (kind, line1, name, postcode, town, uprn, version) on places to kith_app;
grant update (confirmed_at, confirmed_by, confirmed_words) on recalls to kith_app;
grant insert (grant_id, step, task_id, words, worker_id) on receipts to kith_app;
grant insert (kinds, worker_id) on reminder_choices to kith_app;
grant update (chosen_at, kinds) on reminder_choices to kith_app;
grant update (last_seen_at) on sessions to kith_rules;
grant insert (agency_id, author_id, body, case_id, id, task_id) on task_notes to kith_app;
grant insert (aim_id, assigned_to, case_id, category, created_by, detail, due_on, id, side, title) on tasks to kith_app;
grant update (aim_id, assigned_to, cancel_reason, cancelled_at, cancelled_by, detail, done_at, done_by, due_on, evidence, title, version) on tasks to kith_app;
grant select (assigned_to, case_id, due_on, open, owner_id) on tasks to kith_reminders;
grant update (open) on tasks to kith_rules;
grant insert (added_by, ends_on, id, starts_on, team_id, worker_id) on team_members to kith_app;
grant update (ends_on) on team_members to kith_app;
grant select (ends_on, starts_on, team_id, worker_id) on team_members to kith_reminders;
grant insert (agency_id, id, name, purpose) on teams to kith_app;
grant update (ended_on, name, purpose, version) on teams to kith_app;
grant select (id, mailed_at, told_at, worker_id) on urgent_alerts to kith_app;
grant update (mailed_at) on urgent_alerts to kith_app;
grant insert (given_by, role, worker_id) on worker_roles to kith_app;
grant insert (agency_id, email, id, job_title, joined_on, name, phone) on workers to kith_app;
grant update (agency_id, job_title, left_on, name, phone, suspended_at, version) on workers to kith_app;
grant select (id, joined_on, left_on, suspended_at) on workers to kith_reminders;
