/** The kinds of look in words. */
export const lookKinds: { key: string; name: string; did: string }[] = [
  { key: 'case', name: 'Case opened', did: 'opened the case' },
  { key: 'brief', name: 'Brief read', did: 'read the brief' },
  { key: 'person', name: 'Person looked at', did: 'looked at a person' },
  { key: 'place', name: 'Place looked at', did: 'looked at a place' },
  { key: 'document', name: 'Document opened', did: 'opened a document' },
  { key: 'search', name: 'Search', did: 'searched' },
  { key: 'print', name: 'Print', did: 'printed' },
  { key: 'export', name: 'Export', did: 'exported' },
  { key: 'equality', name: 'Equality answers read', did: 'read equality answers' },
]

/** @example didWords('brief') // "read the brief" */
export const didWords = (kind: string): string => lookKinds.find(one => one.key === kind)?.did ?? 'looked'
