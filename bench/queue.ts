/** How fast the queue is: e-mails to a real mail server and searches wait before Kith starts, until it has carried them all out. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { asWorker } from '../src/platform/db.ts'
import { seen } from '../src/platform/events.ts'
import { enqueue } from '../src/platform/jobs.ts'
import { sendMail } from '../src/platform/mail.ts'
import { misspelt } from './jobs.ts'
import { startServer } from './server.ts'

export interface Waiting {
  worker: string
  secret: string
  /** How many e-mails, and as many searches. */
  many: number
}

/** Puts jobs in, starts Kith with a mail server, waits until all are done, and prints how many of each kind a second. */
export async function measureQueue(ownerUrl: string, env: Record<string, string>, waiting: Waiting) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('delete from jobs.job')
  await promise(waiting)
  const letters = { received: 0 }
  const post = await mailServer(letters)
  const server = await startServer({ ...env, KITH_SMTP_URL: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}` })
  try {
    await untilDone(client)
    const { rows } = await client.query<{ name: string; perSecond: number }>(rates)
    for (const { name, perSecond } of rows) console.log(`${name.padEnd(8)} ${perSecond} a second`)
    console.log(`${waiting.many} e-mails promised, ${letters.received} received`)
    return { received: letters.received, rates: rows }
  } finally {
    await server.stop()
    await client.end()
    await new Promise<void>(resolve => post.close(() => resolve()))
  }
}

const promise = ({ worker, secret, many }: Waiting): Promise<void> =>
  asWorker(worker, async db => {
    for (let turn = 0; turn < many; turn++) {
      await sendMail(db, { to: 'somebody@example.test', subject: 'Kith', text: `Your tasks, ${turn}.` }, { secret })
      const words = misspelt[turn % misspelt.length] ?? ''
      await enqueue(db, 'search', { look: await seen(db, 'search', null, { words }) })
    }
  })

async function mailServer(letters: { received: number }): Promise<SMTPServer> {
  const post = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Asking whose number it is would take longer than the e-mail.
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.resume().on('end', () => done(undefined, String(++letters.received)))
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  return post
}

/** Waits until the queue holds nothing: what one job left behind would be measured with the next. */
export async function queueIsEmpty(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await untilDone(client)
  await client.end()
}

async function untilDone(client: pg.Client): Promise<void> {
  while (await stillWait(client)) await new Promise(resolve => setTimeout(resolve, 200))
}

const stillWait = async (client: pg.Client): Promise<boolean> =>
  Boolean((await client.query(`select from jobs.job where name in ('mail', 'search') and state < 'completed' limit 1`)).rowCount)

const rates = `
  select name, round(count(*) / extract(epoch from max(completed_on) - min(started_on)), 1)::float as "perSecond"
  from jobs.job where name in ('mail', 'search') and state = 'completed' group by name order by name`
