// Seals what sign-in keeps encrypted under another secret: authenticator apps, recovery codes, and forms that wait for their writer.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Query } from '../../platform/as-owner.ts'
import { type Resealed, reseal, seal, unseal } from '../../platform/sealed.ts'
import { formPurpose } from './carried-forms.ts'
import { cookieSecret } from './settings.ts'

interface Keys {
  readonly now: string
  readonly before: string
}

/**
 * In the owner's transaction, with the rules of two_factors and carried_forms lifted. Cookies are not carried over: everybody signs in again.
 * @example await asOwner(ownerUrl, ['two_factors', 'carried_forms'], query => resealAccounts(query, { now, before }, counts))
 */
export async function resealAccounts(query: Query, keys: Keys, counts: Resealed): Promise<void> {
  await resealSecondSteps(query, keys, counts)
  await resealForms(query, keys, counts)
}

async function resealSecondSteps(query: Query, keys: Keys, counts: Resealed): Promise<void> {
  const { rows } = await query<{ id: string; secret: string; codes: string }>('select id, secret, backup_codes as codes from two_factors')
  const seals = (data: string) => symmetricEncrypt({ key: cookieSecret(keys.now), data })
  for (const { id, secret, codes } of rows) {
    for (const [column, data] of [
      ['secret', secret],
      ['backup_codes', codes],
    ] as const) {
      const anew = await reseal(counts, { opens: key => symmetricDecrypt({ key: cookieSecret(key), data }), seals }, keys)
      if (anew) await query(`update two_factors set ${column} = $2 where id = $1`, [id, anew])
    }
  }
}

async function resealForms(query: Query, keys: Keys, counts: Resealed): Promise<void> {
  const { rows } = await query<{ id: string; sealed: Buffer }>('select id, sealed from carried_forms')
  for (const { id, sealed } of rows) {
    const anew = await reseal(
      counts,
      { opens: key => unseal(key, formPurpose, sealed), seals: open => seal(keys.now, formPurpose, open) },
      keys,
    )
    if (anew) await query('update carried_forms set sealed = $2 where id = $1', [id, anew])
  }
}
