// The addresses of sign-in and of one's own account.
import { Hono } from 'hono'
import type { Config } from '../../platform/config.ts'
import type { Kith } from '../../platform/requests.ts'
import { appRoutes } from './app-routes.tsx'
import { devMail } from './dev-mail-routes.tsx'
import { accountRoutes } from './account-routes.tsx'
import { aliveRoutes } from './alive-routes.ts'
import { demonstrationRoutes } from './demonstration-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { carriedFormRoutes } from './carried-form-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

/**
 * Everything under /sign-in, /password, /invitations, /carried-forms and /account. Only a demonstration has its one-click door, and production no page of e-mails.
 * @example app.route('/', accounts(config()))
 */
export function accounts(own: Pick<Config, 'demonstration' | 'production' | 'dataDir'>): Hono<Kith> {
  const routes = new Hono<Kith>()
  for (const part of [
    signInRoutes,
    aliveRoutes,
    passwordRoutes,
    invitationRoutes,
    accountRoutes,
    appRoutes,
    passkeyRoutes,
    carriedFormRoutes,
  ])
    routes.route('/', part)
  if (own.demonstration && !own.production) routes.route('/', demonstrationRoutes)
  if (!own.production) routes.route('/', devMail(own))
  return routes
}
