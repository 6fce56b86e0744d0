/** Reminders from the clock to a real mail server: who gets one, how often, and what it says. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { closeJobs, openJobs } from '../../platform/jobs.ts'
import { mailer } from '../../platform/mail.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { isWorkingDay } from '../../platform/working-days.ts'
import { countWaiting } from '../plan/index.ts'
import { everyKind } from './kinds.ts'
import { digestOf } from './digest.ts'
import { promiseReminders, remind, reminderJobs } from './jobs.ts'
import { reminders } from './routes.tsx'

const database = ownDatabase()
const received: { to: string; text: string }[] = []
let refusals = 0
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      if (refusals-- > 0) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      received.push({ to: String((session.envelope.rcptTo[0] ?? { address: '' }).address), text: Buffer.concat(parts).toString() })
      done()
    })
  },
})
const settings = { secret: testSecret, baseUrl: 'https://kith.example', bankHolidays: 'england-and-wales' as const }

beforeAll(async () => {
  connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
beforeEach(() =>
  behindTheRules(database, ['tasks', 'digests', 'reminder_choices'], client =>
    client.query('delete from tasks; delete from digests; delete from reminder_choices; delete from jobs.job'),
  ),
)
beforeDrop(async () => {
  await closeJobs()
  await disconnectSystem()
})
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))

/** Days as the database has them: the day in London may have turned already. */
const days = (ahead: number) =>
  asWorker(
    cast.tom,
    async db => (await sql<{ day: string }>`select (current_date + ${sql.lit(ahead)}::int)::text as day`.execute(db)).rows[0]?.day ?? '',
  )
const morning = async (worker: string = cast.sam) => ({ worker, today: await days(0), until: await days(1) })

async function give(to: string, daysAhead: number, caseId?: string) {
  const id = newId()
  const at = caseId ?? (await aCase())
  const values = { id, caseId: at, title: 'Ring Mrs Lee about her son', assignedTo: to, createdBy: cast.tom, dueOn: await days(daysAhead) }
  await asWorker(cast.tom, db => db.insertInto('tasks').values(values).execute())
  return id
}

const promised = async (queue: string) =>
  (
    await behindTheRules(database, [], client =>
      client.query<{ data: { worker: string } }>('select data from jobs.job where name = $1', [queue]),
    )
  ).rows.map(row => row.data)
const asked = async () => {
  await promiseReminders(await days(1))
  return (await promised('reminder')).map(job => job.worker)
}
/** What waits to be tried again need wait no longer. */
const laterIsNow = () =>
  behindTheRules(database, [], client => client.query("update jobs.job set start_after = now() where state = 'retry'"))
const openPost = (more = {}) => {
  const { port } = server.server.address() as AddressInfo
  const post = mailer({ secret: testSecret, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Kith <kith@example.test>', dataDir: '' })
  return openJobs(urlFor(database.ownerUrl, 'kith_jobs', testSecret), { mail: post, ...more }, { pollSeconds: 0.5 })
}

test('whoever has something due by the next working day is asked about, once each, and nobody else', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub, { tier: 'contribute' })
  await give(cast.sam, 0)
  await give(cast.sam, 1)
  await give(team.hub, -1, caseId)
  await give(cast.ingrid, 2)
  await give(agency.police, 0)
  expect((await asked()).sort()).toEqual([cast.sam, cast.noor, cast.aisha].sort())
})

test('a late task becomes the business of whoever leads the case, and later of the team that owns it', async () => {
  await give(cast.ingrid, -3)
  expect(await asked()).toEqual([cast.ingrid])
  await give(cast.ingrid, -4)
  expect(await asked()).toEqual(expect.arrayContaining([cast.ingrid, cast.tom]))
  const waiting = await asWorker(cast.tom, async db => countWaiting(db, await days(1)))
  expect(waiting).toEqual({ soon: 0, today: 0, late: 0, others: 1 })
})

test('a reminder says how much waits and where to see it; no name, no title, nothing of a case', async () => {
  for (const ahead of [-2, 0, 0, 1]) await give(cast.sam, ahead)
  await remind(await morning(), settings)
  await openPost()
  await expect.poll(() => received.at(-1)?.to).toBe('sam.okoro@example.test')
  await closeJobs()
  const text = received.at(-1)?.text.replaceAll('=\r\n', '') ?? ''
  expect(text).toContain('You have 2 tasks due today, 1 task due tomorrow and 1 task that should be done')
  expect(text).toContain('https://kith.example/')
  for (const hidden of ['Lee', 'Fern Court', 'Ashdown', 'Sam', 'Okoro']) expect(text.replace(/^To: .*$/m, '')).not.toContain(hidden)
})

test('the words fit what waits', async () => {
  const on = (until: string, waiting = {}) =>
    digestOf({ soon: 0, today: 0, late: 0, others: 0, ...waiting }, everyKind, { today: '2026-11-27', until }, 'https://kith.example')
  expect(on('2026-11-30', { soon: 2 })?.text).toContain('You have 2 tasks due by Mon 30 Nov 2026.')
  expect(on('2026-11-28', { others: 1 })?.text).toContain(
    'In cases that you lead or that your team owns there is 1 task late with somebody else.',
  )
  expect(on('2026-11-28')).toBeUndefined()
  expect(on('2026-11-28', { today: 1 })?.subject).toBe('Kith: your tasks for Fri 27 Nov 2026')
})

test('run twice, by two processes at once and after being killed in the middle, one e-mail is promised', async () => {
  await give(cast.sam, 0)
  const job = await morning()
  // Without a secret nothing can be sealed: it fails after the morning was noted, as when the process is killed there.
  await expect(remind(job, { ...settings, secret: undefined as never })).rejects.toThrow()
  expect(await promised('mail')).toHaveLength(0)
  await Promise.all([1, 2, 3, 4].map(() => remind(job, settings)))
  await remind(job, settings)
  expect(await promised('mail')).toHaveLength(1)
  expect(await asked()).toEqual([])
})

test('a mail server that is away for a while is asked again, and the reminder arrives once, whichever try it is under the same Message-ID', async () => {
  await give(cast.sam, 0)
  await remind(await morning(), settings)
  const [mail] = (await promised('mail')) as unknown as { sealed: string }[]
  refusals = 2
  const before = received.length
  await openPost()
  await expect.poll(() => laterIsNow().then(() => received.length), { interval: 300 }).toBe(before + 1)
  await closeJobs()
  expect(received).toHaveLength(before + 1)
  const { port } = server.server.address() as AddressInfo
  await mailer({ secret: testSecret, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'kith@example.test', dataDir: '' })(
    mail ?? { sealed: '' },
  )
  const ids = received.slice(before).map(({ text }) => /^Message-ID: (.+)$/im.exec(text)?.[1])
  expect(ids[0]).toBe(ids[1])
})

test('leavers and the suspended get nothing, also when the e-mail waited for the mail server', async () => {
  await give(cast.sam, 0)
  await remind(await morning(), settings)
  await behindTheRules(database, ['workers'], client => client.query('update workers set suspended_at = now() where id = $1', [cast.sam]))
  const before = received.length
  expect(await asked()).toEqual([])
  await openPost()
  const waits = "select 1 from jobs.job where name = 'mail' and state < 'completed'"
  await expect.poll(async () => (await behindTheRules(database, [], client => client.query(waits))).rowCount).toBe(0)
  await closeJobs()
  expect(received).toHaveLength(before)
  await remind(await morning(), settings)
  await behindTheRules(database, ['workers'], client => client.query('update workers set suspended_at = null where id = $1', [cast.sam]))
})

test('a task in a share that has ended counts no more', async () => {
  const caseId = await aCase()
  const grant = await share(caseId, agency.housing, { tier: 'contribute' })
  await give(cast.grace, 0, caseId)
  await behindTheRules(database, ['grants'], client => client.query(`update grants set revoked_at = now() where id = $1`, [grant]))
  await remind(await morning(cast.grace), settings)
  expect(await promised('mail')).toHaveLength(0)
})

test('each kind is chosen under My account; none means no e-mail, and what is no kind is refused', async () => {
  const ask = asking(reminders, cast.sam)
  const choose = (kinds: string[]) =>
    ask('/account/reminders', { method: 'POST', body: new URLSearchParams(kinds.map(kind => ['kind', kind])) })
  const first = await ask('/account/reminders')
  expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('Late with somebody else')])
  await give(cast.sam, 0)
  await give(cast.sam, 1)
  expect((await choose([])).status).toBe(303)
  await remind(await morning(), settings)
  expect(await promised('mail')).toHaveLength(0)
  expect((await choose(['everything'])).status).toBe(422)
  expect((await choose(['soon'])).status).toBe(303)
  expect(/checked[^>]*value="soon"|value="soon"[^>]*checked/.test(await (await ask('/account/reminders')).text())).toBe(true)
  await remind(await morning(), settings)
  expect(await promised('mail')).toHaveLength(1)
})

test('the clock strikes at eight in London, winter and summer, and one missed while Kith was down is done once it is up', async () => {
  const schedules = await behindTheRules(database, [], client =>
    client.query("select name, cron, timezone from jobs.schedule where name = 'reminders'"),
  )
  expect(schedules.rows).toEqual([{ name: 'reminders', cron: '0 8 * * *', timezone: 'Europe/London' }])
  await behindTheRules(database, [], client =>
    client.query(
      "update jobs.version set cron_on = now() - interval '2 days'; update jobs.schedule set created_on = now() - interval '9 days'",
    ),
  )
  let struck = 0
  await openPost({ reminders: async () => void struck++ })
  await expect.poll(() => struck).toBe(1)
  await closeJobs()
  expect(struck).toBe(1)
})

test('on a working day the clock’s job asks about everybody, and on other days nobody', async () => {
  await give(cast.sam, 0)
  await reminderJobs(settings).reminders?.({})
  expect(await promised('reminder')).toHaveLength(isWorkingDay(await days(0), settings.bankHolidays) ? 1 : 0)
})
