/** All that other slices may use of the chronology. */
export { addEntry } from './commands.ts'
export { entryIcon } from './views/icons.ts'
export { entryLink, lineName, openedEntryLink } from './links.ts'
export { listEntries, listSystemLines, type ReadEntry } from './queries.ts'
export { chronology } from './routes.tsx'
