/** All that other slices may use of people. */
export { parseBorn } from './born.ts'
export { ageLine, ageWords, bornWords } from './born-words.ts'
export { personLink } from './links.ts'
export { findPeople, type Match } from './matches.ts'
export { nameOf, plainWords } from './names.ts'
export { casePeople } from './case-routes.tsx'
export { people } from './routes.tsx'
