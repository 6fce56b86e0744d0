/** The rows of a scale as SQL: each number of a series becomes, by fixed arithmetic, one believable row. */
import type { Scale } from './scale.ts'

const given =
  'Amelia,Olivia,Noah,George,Mohammed,Priya,Aisha,Tomasz,Siobhan,Leon,Grace,Harold,Edith,Callum,Fatima,Wei,Ines,Jacob,Nia,Owain,Sadia,Kofi,Marta,Petru,Yusuf,Beth,Karen,Dean,Ruby,Alfie'.split(
    ',',
  )
const starts =
  'Har,Wil,Tho,Ash,Bre,Cal,Dun,Fen,Gar,Hol,Ket,Lam,Mar,Nor,Oak,Pen,Rad,Sta,Tur,Wes,Ad,Bal,Cha,Der,El,Far,Gre,Hea,Ing,Jar'.split(',')
const middles = 'ling,ber,den,ing,ar,er,is,ol,en,am'.split(',')
const ends = 'ton,son,ley,ford,wood,field,worth,by,man,well,ham,shaw,stone,bridge,croft'.split(',')
const streets = 'Fern,Mill,Dock,Station,Chapel,Orchard,Quarry,Canal,Abbey,Meadow,Weaver,Foundry,Priory,Harbour,Lantern'.split(',')

/** Every step of the load, in order: what it lays, and how. */
export function layAll(scale: Scale): [string, string][] {
  const { agencies, workersPerAgency, people } = scale
  const workers = agencies * workersPerAgency
  const counties = Math.ceil(agencies / 27)
  return [
    ['keys', keys],
    [
      'agencies',
      `insert into principals (id, kind) select key(1, n), 'agency' from generate_series(1, ${agencies}) n;
      insert into agencies (id, name, short_name, kind) select key(1, n), 'Agency number ' || n, 'Agency ' || n, (array['police','council','health','housing','charity'])[1 + n % 5] from generate_series(1, ${agencies}) n`,
    ],
    [
      'workers',
      `insert into principals (id, kind) select key(2, n), 'worker' from generate_series(1, ${workers}) n;
      insert into workers (id, agency_id, name, email, joined_on) select key(2, n), key(1, 1 + n % ${agencies}), ${nameOf('n')}, 'worker' || n || '@bench.example', current_date - 400 from generate_series(1, ${workers}) n`,
    ],
    [
      'teams',
      `insert into principals (id, kind) select key(3, n), 'team' from generate_series(1, ${agencies * 2}) n;
      insert into teams (id, agency_id, name) select key(3, n), key(1, 1 + n % ${agencies}), 'Team ' || n from generate_series(1, ${agencies * 2}) n;
      insert into team_members (team_id, worker_id, starts_on) select key(3, 1 + (n * 7 + t) % ${agencies * 2}), key(2, n), current_date - 300 from generate_series(1, ${workers}) n, generate_series(1, 4) t on conflict do nothing`,
    ],
    [
      'agreements',
      `insert into agreements (id, reference, name, purposes, gateway, lawful_basis, programmes, starts_on, review_on, ends_on)
        select key(4, n), 'ISA-' || n, 'County agreement ' || n, 'Keeping people safe', 'Crime and Disorder Act 1998, section 115', 'UK GDPR Article 6(1)(e)', '{asb,general-support,modern-slavery}', current_date - 300, current_date + 100, current_date + 300 from generate_series(1, ${counties}) n;
      insert into agreement_parties (agreement_id, agency_id, signed_on, signed_by) select key(4, 1 + (n - 1) / 27), key(1, n), current_date - 290, 'Its director' from generate_series(1, ${agencies}) n`,
    ],
    [
      'people',
      `insert into people (id, given_name, family_name, born_on, created_by) select key(5, n), ${givenOf('n')}, ${familyOf('n')}, date '1940-01-01' + mix(n, 3, 29000)::int, key(2, 1 + mix(n, 4, ${workers})) from generate_series(1, ${people}) n`,
    ],
    ...casesAndWork(scale),
  ]
}

function casesAndWork(scale: Scale): [string, string][] {
  return [...casesAndShares(scale), ['entries', entries(scale)], ...aroundCases(scale)]
}

function casesAndShares({ agencies, workersPerAgency, people, cases }: Scale): [string, string][] {
  const workers = agencies * workersPerAgency
  return [
    [
      'cases',
      `insert into cases (id, reference, programme, programme_version, owner_agency_id, lead_worker_id, title, summary, stage, opened_at, opened_by, closed_at, active_at, starts_on, ends_on)
        select key(6, n), reference_of(n), (array['asb','general-support'])[1 + n % 2], 1, w.agency_id, w.id, ${streetOf('n')} || ', ' || (array['noise at night','rubbish and damage','worry about a tenant','family under strain','threats between neighbours'])[1 + mix(n, 6, 5)], 'A worry that has gone on for some weeks and needs more than one agency.',
          (array['investigating','supporting'])[1 + n % 2], ${at('n', 3)}, w.id, case when mix(n, 8, 3) = 0 then ${at('n', 1)} end, ${at('n', 1)}, (${at('n', 3)})::date, (${at('n', 3)})::date + 120
        from generate_series(1, ${cases}) n join workers w on w.id = key(2, 1 + mix(n, 5, ${workers}));
      insert into case_pointers (case_id, reference, owner_agency_id) select id, reference, owner_agency_id from cases`,
    ],
    [
      'shares',
      `insert into grants (id, case_id, principal_id, tier, basis, reason, granted_by, granted_at, starts_at) select key(7, row_number() over ()), c.id, p.id, 'lead', 'owner', 'Owns the case', c.opened_by, c.opened_at, c.opened_at
        from cases c, lateral (values (c.lead_worker_id), (c.owner_agency_id)) p(id);
      insert into grants (id, case_id, principal_id, tier, basis, agreement_id, reason, granted_by, granted_at, starts_at)
        select key(8, n), key(6, n), key(1, other), 'contribute', 'agreement', key(4, 1 + (other - 1) / 27), 'Working on it together', c.opened_by, c.opened_at, c.opened_at
        from (select n, 1 + (place / 27) * 27 + (place % 27 + 1 + mix(n, 9, 20)) % least(27, ${agencies} - (place / 27) * 27) as other
          from generate_series(1, ${cases}) n, lateral (select mix(n, 5, ${workers}) as w) lead, lateral (select (1 + w) % ${agencies} as place) own) chosen join cases c on c.id = key(6, n);
      insert into case_access (grant_id, case_id, principal_id, tier, agreement_id, sides, starts_at, ends_at, open, active_at)
        select g.id, g.case_id, g.principal_id, g.tier, g.agreement_id, null, g.starts_at, g.ends_at, c.closed_at is null, c.active_at from grants g join cases c on c.id = g.case_id`,
    ],
    [
      'people in cases',
      `insert into case_people (id, case_id, side, person_id, role, basis, added_by, added_at) select key(9, n * 2 + r), c.id, null, key(5, 1 + (n * 2 + r) % ${people}), (array['Complainant','Supported person'])[1 + r], 'Rang us', c.opened_by, c.opened_at
        from generate_series(1, ${cases}) n, generate_series(0, 1) r, lateral (select * from cases where id = key(6, n)) c`,
    ],
    [
      'places',
      `insert into places (id, line1, town, postcode, created_by) select key(10, n), (1 + mix(n, 11, 200)) || ' ' || ${streetOf('n')}, 'Wexby', 'WX' || (1 + mix(n, 12, 30)) || ' ' || mix(n, 13, 10) || 'AB', key(2, 1) from generate_series(1, ${Math.ceil(cases / 2)}) n;
      insert into case_places (id, case_id, side, place_id, role, added_by) select key(11, n), key(6, n * 2), null, key(10, n), 'Home', key(2, 1) from generate_series(1, ${Math.floor(cases / 2)}) n`,
    ],
  ]
}

function aroundCases({ cases }: Scale): [string, string][] {
  // Three rows to a transaction, as many workers would leave them: whatever one transaction wrote is sealed as one batch.
  const turn = (group: number): string => `n / 3 - ${group * cases}`
  return [
    [
      'tasks',
      `insert into tasks (id, case_id, side, title, assigned_to, due_on, created_by, created_at, done_at, done_by, evidence) select key(13, n), c.id, null, 'Ring back about the visit', case n % 3 when 0 then c.owner_agency_id else c.lead_worker_id end,
        current_date - 20 + mix(n, 14, 60)::int, c.lead_worker_id, c.opened_at, case when n % 4 > 0 then now() end, case when n % 4 > 0 then c.lead_worker_id end, case when n % 4 > 0 then 'Rang; all well' else '' end
        from generate_series(1, ${cases}) n, lateral (select * from cases where id = key(6, n)) c`,
    ],
    [
      'what triggers would keep on tasks',
      `update tasks t set owner_id = coalesce(c.owner_team_id, c.owner_agency_id), lead_id = c.lead_worker_id, open = t.done_at is null and c.closed_at is null from cases c where c.id = t.case_id`,
    ],
    [
      'documents',
      `insert into documents (id, case_id, side, title, created_by, agency_id) select key(14, n), c.id, null, 'Letter about ' || c.title, c.lead_worker_id, c.owner_agency_id from generate_series(1, ${Math.floor(cases / 5)}) n, lateral (select * from cases where id = key(6, n * 5)) c`,
    ],
    [
      'messages',
      `insert into messages (id, case_id, side, to_id, body, author_id, agency_id, sent_at) select key(15, n), c.id, null, c.lead_worker_id, 'Could you ring me about this one?', key(2, 1), key(1, 2), now() - interval '3 days' from generate_series(1, ${Math.floor(cases / 10)}) n, lateral (select * from cases where id = key(6, n * 10)) c`,
    ],
    ['months', `select lay_months(whole, current_date - 600, current_date) from unnest(array['events', 'looks']) whole`],
    [
      'events',
      `insert into events (id, kind, case_id, worker_id, agency_id, at, turn) select key(16, n), 'case_opened', c.id, c.opened_by, c.owner_agency_id, c.opened_at, ${turn(3)} from generate_series(1, ${cases}) n, lateral (select * from cases where id = key(6, n)) c;
      insert into events (id, kind, case_id, worker_id, agency_id, at, turn) select key(17, n), 'entry_added', c.id, c.opened_by, c.owner_agency_id, c.active_at, ${turn(2)} from generate_series(1, ${cases}) n, lateral (select * from cases where id = key(6, n)) c`,
    ],
    [
      'looks',
      `insert into looks (id, kind, subject_id, case_id, worker_id, agency_id, at, turn) select key(18, n), 'case', c.id, c.id, c.lead_worker_id, c.owner_agency_id, c.active_at - interval '1 day', ${turn(1)} from generate_series(1, ${cases}) n, lateral (select * from cases where id = key(6, n)) c;
      insert into last_looks (worker_id, case_id, began_at, last_at) select worker_id, case_id, max(at), max(at) from looks group by 1, 2`,
    ],
  ]
}

/** Keys and chances made from a number: the same every time. */
const keys = `
  create or replace function key(kind bigint, n bigint) returns uuid language sql immutable parallel safe as
    $$ select (lpad(to_hex(kind), 8, '0') || '00007000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create or replace function mix(n bigint, salt int, below int) returns bigint language sql immutable parallel safe as
    $$ select ((hashint8(n * 31 + salt)::bigint & 2147483647) % below) $$;
  -- Drawn at random, one of a million would now and then come twice; a step that shares no divisor with their number meets each once.
  create or replace function reference_of(n bigint) returns text language sql immutable parallel safe as
    $$ select left(eight, 4) || '-' || right(eight, 4) from (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (n * 7919 * 1000003 % 656100000000 / (30::numeric ^ place)::bigint % 30)::int, 1), '' order by place) as eight
      from generate_series(0, 7) place) drawn $$;`

const list = (words: string[]): string => `(array['${words.join("','")}'])`
const givenOf = (n: string): string => `${list(given)}[1 + mix(${n}, 1, ${given.length})]`
/** Some 4,500 surnames, the first of them far commoner than the last, as surnames are. */
const familyOf = (n: string): string =>
  `${list(starts)}[1 + mix(${n}, 2, ${starts.length}) * mix(${n}, 21, 101) / 101] || ${list(middles)}[1 + mix(${n}, 22, ${middles.length})] || ${list(ends)}[1 + mix(${n}, 23, ${ends.length})]`
const nameOf = (n: string): string => `${givenOf(n)} || ' ' || ${familyOf(n)}`
const streetOf = (n: string): string =>
  `${list(streets)}[1 + mix(${n}, 24, ${streets.length})] || ' ' || (array['Street','Road','Court','Lane','Close'])[1 + mix(${n}, 25, 5)]`
/** A moment within the last years; the first third counts as long ago, the last as lately. */
const at = (n: string, age: number): string => `(now() - interval '1 minute' * (10 + mix(${n}, 7, ${age * 260_000})))`

/** One case in twenty has sixty entries, so that a long chronology is opened; the others share the rest. */
function entries({ cases, entries }: Scale): string {
  const few = Math.max(1, Math.round((entries - (cases / 20) * 60) / (cases * 0.95)))
  return `insert into entries (id, case_id, side, kind, occurred_at, body, author_id, agency_id, recorded_at)
    select key(12, n * 100 + e), c.id, null, (array['note','contact','visit','decision'])[1 + mix(n * 100 + e, 31, 4)], c.opened_at + (c.active_at - c.opened_at) * e / 61.0,
      'Rang in the afternoon; the phone was answered by a relative who said that things were calmer this week. Agreed to visit on ' || (array['Monday','Tuesday','Wednesday','Thursday','Friday'])[1 + e % 5] || ' with a colleague from housing, and to bring the form about repairs. Number ' || e || '.',
      c.lead_worker_id, c.owner_agency_id, c.opened_at + (c.active_at - c.opened_at) * e / 61.0
    from generate_series(1, ${cases}) n, lateral (select * from cases where id = key(6, n)) c, generate_series(1, case when n % 20 = 0 then 60 else ${few} end) e`
}
