/** All that other slices may use of named readers. */
export { endReader, nameReaders, type Restrictable } from './commands.ts'
export { namedReaders, restrictedInput } from './inputs.ts'
export { listFound, listReaders, type NamedReader, type PossibleReader } from './queries.ts'
export { ReaderFields, RestrictChoice } from './views/reader-fields.tsx'
export { OpenedOnly } from './views/opened-only.tsx'
