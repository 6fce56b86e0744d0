// What other parts of Kith may use of accounts.
export { closeAccounts, openAccounts } from './auth.ts'
export { makeDemonstrationAccounts, refuseDemonstrationPeople } from './demonstration.ts'
export { signInLink, signOutLink, accountLink } from './links.ts'
export { accounts } from './routes.tsx'
export { beginSession, session } from './session.ts'
