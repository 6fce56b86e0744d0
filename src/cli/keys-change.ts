// kith keys change: what was encrypted under the old keys is encrypted under the new ones.
import pg from 'pg'
import { changeSecret } from '../change-secret.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { diskSentence } from '../platform/disk.ts'
import { changeFileKey, lookThrough, shownAs } from '../platform/files/change-key.ts'
import { migrate, urlFor } from '../platform/migrate.ts'
import { changeKept, forgetBefore } from '../platform/secrets.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, readLine } from './command.ts'
import { recordHere } from './record-here.ts'
import { withDatabase } from './with-kith.ts'

export const keysChange: Command = {
  name: 'keys change',
  takes: '',
  does: 'Change the keys that second steps and files are encrypted with, without losing either.',
  more: `Keys of the settings: set the new one as KITH_SECRET or KITH_FILE_KEY and the one until now as
KITH_SECRET_BEFORE or KITH_FILE_KEY_BEFORE, end every Kith and start it with these settings, then type this.
Kith may run meanwhile. When it says that nothing is left, take the old keys out of the settings.

Keys that Kith made for itself: end Kith, type this, and start it again.

A new secret signs everybody out. Nothing else is lost, and whatever ends this in the middle, typing it
again goes on from there. More: docs/keys.md.`,
  async run(args) {
    readLine(this, args, {}, 0)
    await withDatabase('kith keys change', async ({ config, ownerUrl, running }) => {
      const serving = running || (await isServing(ownerUrl))
      const changing = withNewKeys(config, serving)
      if (!serving) await migrate(ownerUrl, changing.secret, changing.bankHolidays)
      else await mustShareTheKeys(ownerUrl, changing)
      await changeKeys(ownerUrl, changing)
    })
  },
}

/** The settings with both keys of each that is to be changed: named by them, left by a change that was ended, or made here. */
function withNewKeys(config: Config, serving: boolean): Config {
  const { secretBefore, secretIsKept, fileKeyBefore, fileKeyIsKept } = config
  if ((secretBefore && !secretIsKept) || (fileKeyBefore && !fileKeyIsKept)) return config
  if (!secretIsKept && !fileKeyIsKept) throw new Stop(nothingToChange)
  const kept = [secretIsKept && !secretBefore && 'secret', fileKeyIsKept && !fileKeyBefore && 'file-key'].filter(name => name !== false)
  if (kept.length > 0 && serving) throw new Stop('Kith is running: end it before you change the keys that it made for itself.')
  for (const name of kept) changeKept(config.dataDir, name)
  return loadConfig(process.env)
}

const nothingToChange =
  'Set the new key as KITH_SECRET or KITH_FILE_KEY, and the one until now as KITH_SECRET_BEFORE or KITH_FILE_KEY_BEFORE.'

/** Whether another process carries requests or jobs on this database, here or on another machine. */
function isServing(ownerUrl: string): Promise<boolean> {
  return ask(ownerUrl, `select from pg_stat_activity where datname = current_database() and usename in ('kith_app', 'kith_jobs') limit 1`)
}

/** A Kith that still has the old secret could not read what is encrypted under the new one, and one with the old file key not the files. */
async function mustShareTheKeys(ownerUrl: string, { secret, fileKey }: Config): Promise<void> {
  if (!(await ask(urlFor(ownerUrl, 'kith_app', secret), 'select').catch(() => false))) throw new Stop(runsWithAnother('KITH_SECRET'))
  const others = `select from pg_stat_activity where datname = current_database() and usename = 'kith_jobs' and application_name <> $1 limit 1`
  if (await ask(ownerUrl, others, [shownAs(fileKey)])) throw new Stop(runsWithAnother('KITH_FILE_KEY'))
}

const runsWithAnother = (key: string): string =>
  `Kith is running with another ${key}: end it, and start it with the new keys and the old ones before you type this.`

async function ask(connectionString: string, question: string, about: string[] = []): Promise<boolean> {
  const client = new pg.Client({ connectionString, application_name: 'kith keys change' })
  client.on('error', () => {})
  await client.connect()
  return client
    .query(question, about)
    .then(({ rowCount }) => rowCount !== 0)
    .finally(() => client.end())
}

/** Files are looked through before anything is changed, so that one wrong key leaves all as it was. */
async function changeKeys(ownerUrl: string, config: Config): Promise<void> {
  const keys = config.fileKeyBefore && { now: config.fileKey, before: config.fileKeyBefore }
  const found = keys ? await lookThrough(config.filesDir, keys) : { before: [], neither: [] }
  if (found.before.length === 0 && found.neither.length > 0) throw new Stop(wrongFileKey)
  const secret = await changeSecret(ownerUrl, config)
  if (config.secretBefore)
    console.log(`Second steps, waiting e-mails and waiting forms: ${secret.changed} encrypted anew, ${secret.already} were so already.`)
  const damaged = keys ? await filesAnew(config, keys, found.before) : []
  await recordHere(ownerUrl, 'keys_changed', { files: String(found.before.length - damaged.length) })
  sayLeft({ things: secret.neither, files: [...found.neither, ...damaged] })
  forgetBefore(config.dataDir, 'secret')
  forgetBefore(config.dataDir, 'file-key')
  console.log(sayDone(config))
}

async function filesAnew(config: Config, keys: { now: string; before: string }, files: readonly string[]): Promise<string[]> {
  try {
    const damaged = await changeFileKey(config.filesDir, keys, files)
    console.log(`Files: ${files.length - damaged.length} encrypted anew.`)
    return damaged
  } catch (error) {
    throw new Stop(`${diskSentence(config.filesDir, error)} Nothing is lost: mend that and type this again.`)
  }
}

/** What opens with neither key keeps the old ones in use: they may not be the right ones, or it may be damaged. */
function sayLeft({ things, files }: { things: number; files: readonly string[] }): void {
  if (things + files.length === 0) return
  const named = files.slice(0, 10).map(name => `\n  ${name}`)
  throw new Stop(
    `All else is under the new keys, but ${things} second steps, e-mails or forms and ${files.length} files open with neither key and were left as they are. Keep the old keys until you have brought them back from a backup, or can do without.${named.join('')}`,
  )
}

const wrongFileKey = 'KITH_FILE_KEY_BEFORE is not the key that files were encrypted with until now: set that one. Nothing was changed.'

function sayDone({ secretIsKept, fileKeyIsKept }: Config): string {
  const named = [!secretIsKept && 'KITH_SECRET_BEFORE', !fileKeyIsKept && 'KITH_FILE_KEY_BEFORE'].filter(Boolean).join(' and ')
  return named
    ? `Nothing is left under the old keys: take ${named} out of the settings.`
    : 'Nothing is left under the old keys, and they are gone.'
}
