// Carries what lies encrypted in the database over to a new secret: in one transaction, so that it is done wholly or not at all.
import { asOwner } from './platform/as-owner.ts'
import type { Config } from './platform/config.ts'
import { resealMails } from './platform/mail.ts'
import type { Resealed } from './platform/sealed.ts'
import { Stop } from './platform/stop.ts'
import { resealAccounts } from './slices/accounts/index.ts'

/**
 * Throws a Stop, and changes nothing, when all that is there is under another secret than either. Safe to do again; does nothing when no secret is being changed.
 * @example const { changed, neither } = await changeSecret(database.url, config)
 */
export async function changeSecret(ownerUrl: string, { secret, secretBefore }: Pick<Config, 'secret' | 'secretBefore'>): Promise<Resealed> {
  const counts = { changed: 0, already: 0, neither: 0 }
  if (!secretBefore) return counts
  const keys = { now: secret, before: secretBefore }
  return asOwner(ownerUrl, ['two_factors', 'carried_forms'], async query => {
    await resealAccounts(query, keys, counts)
    await resealMails(query, keys, counts)
    if (counts.neither > 0 && counts.changed + counts.already === 0) throw new Stop(wrongSecret)
    return counts
  })
}

const wrongSecret =
  'KITH_SECRET_BEFORE is not the secret that second steps were encrypted with until now: set that one. Nothing was changed.'
