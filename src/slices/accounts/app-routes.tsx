// Codes from an authenticator app: turning them on and off, and the recovery codes for when the phone is lost.
import { symmetricDecrypt } from 'better-auth/crypto'
import { type Context, Hono } from 'hono'
import { toString as drawQr } from 'qrcode'
import { authDb } from '../../platform/auth-db.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { attempt } from './attempts.ts'
import { auth } from './auth.ts'
import { appCodeForm, confirmForm } from './inputs.ts'
import { accountLink, appCodeLink, appLink, appRemovalLink, recoveryCodesLink } from './links.ts'
import { confirm, findMe, type Me, recordOwn } from './me.ts'
import { refusal } from './public.tsx'
import { forgetSecondSteps } from './second-step.ts'
import { passedOn } from './sign-in.ts'
import { AppCodePage, AppPage, AppRemovalPage, NewRecoveryCodesPage, RecoveryCodesPage } from './views/app-pages.tsx'

export const appRoutes = new Hono<Kith>()

appRoutes.get(appLink, c => read(c, async () => <AppPage />))

appRoutes.post(appLink, async c => {
  const me = await findMe(c)
  try {
    const { current } = await parse(c, confirmForm)
    await confirm(c, me, current)
    const response = await auth().api.enableTwoFactor({ body: { password: current }, headers: passedOn(c), asResponse: true })
    return c.redirect(response.ok ? appCodeLink : accountLink, 303)
  } catch (error) {
    return read(c, async () => <AppPage refused={refusal(error, 'current')} />, 422)
  }
})

appRoutes.get(appCodeLink, c => codePage(c))

appRoutes.post(appCodeLink, async c => {
  const me = await findMe(c)
  try {
    const { code } = await parse(c, appCodeForm)
    const response = await attempt(c, 'code', me.email, async () => {
      const answer = await auth().api.verifyTOTP({ body: { code }, headers: passedOn(c), asResponse: true })
      return answer.ok ? answer : null
    })
    if (!response) throw new Invalid({ code: 'That code is not right. Enter the one that the app shows now.' })
    await recordOwn(c, me, 'app_added', 'Codes from an app were turned on for your Kith account.', response)
    const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: me.userId } })
    return await read(c, async () => <RecoveryCodesPage codes={backupCodes} />)
  } catch (error) {
    return codePage(c, refusal(error, 'code'))
  }
})

appRoutes.get(recoveryCodesLink, c => read(c, async () => <NewRecoveryCodesPage />))

appRoutes.post(recoveryCodesLink, async c => {
  const me = await findMe(c)
  try {
    const { current } = await parse(c, confirmForm)
    await confirm(c, me, current)
    const { backupCodes } = await auth().api.generateBackupCodes({ body: { password: current }, headers: passedOn(c) })
    await recordOwn(c, me, 'recovery_codes_made', 'New recovery codes were made for your Kith account. The old ones have stopped working.')
    return await read(c, async () => <RecoveryCodesPage codes={backupCodes} />)
  } catch (error) {
    return read(c, async () => <NewRecoveryCodesPage refused={refusal(error, 'current')} />, 422)
  }
})

appRoutes.get(appRemovalLink, c => read(c, async () => <AppRemovalPage />))

appRoutes.post(appRemovalLink, async c => {
  const me = await findMe(c)
  try {
    const { current } = await parse(c, confirmForm)
    await confirm(c, me, current)
    const response = await auth().api.disableTwoFactor({ body: { password: current }, headers: passedOn(c), asResponse: true })
    forgetSecondSteps()
    await recordOwn(c, me, 'app_removed', 'Codes from an app were turned off for your Kith account.', response)
    return c.redirect(`${accountLink}?done=app`, 303)
  } catch (error) {
    return read(c, async () => <AppRemovalPage refused={refusal(error, 'current')} />, 422)
  }
})

async function codePage(c: Context<Kith>, refused?: ReturnType<typeof refusal>): Promise<Response> {
  const me = await findMe(c)
  const secret = await unprovedSecret(me)
  const label = encodeURIComponent(`Kith:${me.email}`)
  const qr = await drawQr(`otpauth://totp/${label}?secret=${secret}&issuer=Kith&digits=6&period=30`, { type: 'svg', margin: 2 })
  return read(c, async () => <AppCodePage qr={qr} secret={secret} refused={refused} />, refused ? 422 : 200)
}

/** The secret of an app that has not yet shown a right code, as apps take it. */
async function unprovedSecret({ userId }: Me): Promise<string> {
  const found = await authDb()
    .selectFrom('twoFactors')
    .select('secret')
    .where('userId', '=', userId)
    .where('verified', '=', false)
    .executeTakeFirst()
  if (!found) throw new NotFound('There is no app to set up.')
  const { secretConfig } = await auth().$context
  return base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: found.secret })))
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
