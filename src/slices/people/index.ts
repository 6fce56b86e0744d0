/** All that other slices may use of people. */
export { ageLine } from './born-words.ts'
export { peopleLink, personLink } from './links.ts'
export { findPeople, type Match, matchPeople, personWords } from './matches.ts'
export { findKnown, findPerson } from './queries.ts'
export { casePeople } from './case-routes.tsx'
export { people } from './routes.tsx'
export { importPeople } from './import.ts'
export { guessMap, type ImportMap, importFields, namesPeople, readMap, sayMap } from './import-map.ts'
