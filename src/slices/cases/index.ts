/** All that other slices may use of cases. */
export { openCase } from './commands.ts'
export { listHardStops, stopOf } from './hard-stops.ts'
export { optionalDay } from './inputs.ts'
export { live } from './live.ts'
export { type CaseTab, caseLink, casesLink, newCaseLink, type RowKind, whoLink } from './links.ts'
export { type CaseFacts, findCaseFacts, listAgenciesOfCase, listNamesOfCase } from './facts.ts'
export {
  type CaseBasics,
  type CaseHead,
  findCaseBasics,
  findCaseHead,
  findHeadline,
  listCases,
  listSubCases,
  type ListedCase,
} from './queries.ts'
export { markIn, markInCase, markInput, sideInput, sideOfRole } from './mark.ts'
export { keepSafe, listSafeContacts, type SafeContact, safeIn } from './safe.ts'
export { mayAdd } from './may-add.ts'
export { cases } from './routes.tsx'
export { CaseAside, CaseFirstScreen, ClosedNotice, nameOf } from './views/case-first-screen.tsx'
export { MarkFields } from './views/mark-fields.tsx'
export { WhoCanRead } from './views/who-can-read.tsx'
export { CasePage } from './views/case-page.tsx'
