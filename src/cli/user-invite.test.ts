// kith user invite, as the person who sets up a new Kith types it.
import { expect, test } from 'vitest'
import { newFolder, run, startKith } from '../../test/runtime/processes.ts'

test('The first administrator of a new Kith is invited from the command line, and begins with the printed link', async () => {
  const env = { KITH_DATA_DIR: newFolder() }
  const invite = (...more: string[]) => run('kith.mjs', ['user', 'invite', 'pat@wexmoor.example', ...more], { env }).ended
  const refused = await invite('--name', 'Pat Conway', '--agency', 'Wexmoor Council', '--role', 'king')
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('--role must be one of')])
  const said = await invite('--name', 'Pat Conway', '--agency', 'Wexmoor Council', '--role', 'partnership_administrator')
  expect(said.code, said.said).toBe(0)
  const path = /\/invitations\/\S+/.exec(said.said)?.[0] ?? ''
  const { address } = await startKith(env)
  const page = await (await fetch(address + path)).text()
  expect(page).toContain('Hello Pat Conway')
  const headers = { 'sec-fetch-site': 'same-origin' }
  const begun = await fetch(address + path, {
    method: 'POST',
    body: new URLSearchParams({ password: 'marble window cloud' }),
    headers,
    redirect: 'manual',
  })
  const cookie = begun.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  expect(await (await fetch(`${address}/account`, { headers: { cookie } })).text()).toContain('Wexmoor Council')
  await expect.poll(async () => (await fetch(`${address}/dev/mail`)).text()).toContain('Your Kith account')
})
