/** The kinds of look, and those deeds that are searched for most, in words. */
export const lookKinds: { key: string; name: string; did: string }[] = [
  { key: 'case', name: 'Case opened', did: 'opened the case' },
  { key: 'entry', name: 'Entry opened', did: 'opened an entry' },
  { key: 'brief', name: 'Brief read', did: 'read the brief' },
  { key: 'person', name: 'Person looked at', did: 'looked at a person' },
  { key: 'place', name: 'Place looked at', did: 'looked at a place' },
  { key: 'document', name: 'Document opened', did: 'opened a document' },
  { key: 'download', name: 'Document saved', did: 'saved a copy of a document' },
  { key: 'search', name: 'Search', did: 'searched' },
  { key: 'print', name: 'Print', did: 'printed' },
  { key: 'export', name: 'Export', did: 'exported' },
  { key: 'equality', name: 'Equality answers read', did: 'read equality answers' },
  { key: 'refused', name: 'Refused', did: 'was refused' },
]

export const deedKinds: { key: string; name: string }[] = [
  { key: 'signed_in', name: 'Signed in' },
  { key: 'signed_out', name: 'Signed out' },
  { key: 'sign_in_failed', name: 'Sign-in failed' },
  { key: 'sign_in_locked', name: 'Sign-in locked' },
  { key: 'reset_asked', name: 'New password asked for' },
  { key: 'password_reset', name: 'New password chosen' },
  { key: 'case_opened', name: 'Case begun' },
  { key: 'case_shared', name: 'Case shared' },
  { key: 'share_ended', name: 'Share ended' },
  { key: 'case_handed_over', name: 'Case handed over' },
  { key: 'case_closed', name: 'Case closed' },
  { key: 'virus_found', name: 'Virus found in a document' },
  { key: 'worker_joined', name: 'Worker added' },
  { key: 'worker_left', name: 'Worker left' },
  { key: 'role_given', name: 'Role given' },
  { key: 'role_taken', name: 'Role taken away' },
]

/** @example didWords('brief') // "read the brief" */
export const didWords = (kind: string): string => lookKinds.find(one => one.key === kind)?.did ?? 'looked'

/** @example kindName('signed_in') // "Signed in" */
export const kindName = (kind: string): string => [...lookKinds, ...deedKinds].find(one => one.key === kind)?.name ?? kind
