// Starts Kith: settings, database, migrations, sign-in, web server; and ends them in the opposite order.
import { setFlagsFromString } from 'node:v8'
import { createApp } from './app.tsx'
import { changeSecret } from './change-secret.ts'
import { introductions, isEmpty, loadCounty } from './demo/load/index.ts'
import { type Config, config, saidAtStart } from './platform/config.ts'
import { type Database, openDatabase, ownFolder } from './platform/database.ts'
import { answers, connect, disconnect } from './platform/db.ts'
import { mustBeFolder } from './platform/disk.ts'
import { untilToldToEnd } from './platform/ending.ts'
import { shownAs } from './platform/files/change-key.ts'
import { closeJobs, openJobs } from './platform/jobs.ts'
import { listen, stopListening } from './platform/live.ts'
import { log, setLogLevel } from './platform/log.ts'
import { mailer } from './platform/mail.ts'
import { migrate, urlFor } from './platform/migrate.ts'
import { serve } from './platform/serve.ts'
import { stopWith } from './platform/stop.ts'
import { connectSystem, disconnectSystem } from './platform/system-db.ts'
import { closeAccounts, introduce, openAccounts, mustBeStolenList, refuseDemonstrationPeople, tidyHourly } from './slices/accounts/index.ts'
import { auditJobs } from './slices/audit/index.ts'
import { receiptJobs } from './slices/receipts/index.ts'
import { recallJobs } from './slices/recalls/index.ts'
import { reminderJobs } from './slices/reminders/index.ts'
import { searchJobs } from './slices/requests/index.ts'
import { welcome } from './welcome.ts'

// On a machine with much memory V8 tidies late, and Kith would take three times what it holds.
setFlagsFromString('--heap-growing-percent=100')
await main().then(process.exit, stopWith)

async function main(): Promise<number> {
  const told = untilToldToEnd()
  await using endings = new AsyncDisposableStack()
  await Promise.race([start(config(), endings), told])
  return await told
}

async function start(settings: Config, endings: AsyncDisposableStack): Promise<void> {
  setLogLevel(settings.logLevel)
  for (const sentence of saidAtStart(settings)) log.warn(sentence)
  if (settings.stolenPasswords) await mustBeStolenList(settings.stolenPasswords)
  const folder = ownFolder(settings, 'npm start')
  endings.defer(() => folder?.release())
  mustBeFolder(settings.filesDir, 0o700, 'KITH_FILES_DIR')
  const serving = await serve({ host: settings.host, port: settings.port, ready: answers })
  endings.defer(serving.stop)
  const baseUrl = settings.baseUrl.replace(/:0$/, `:${serving.port}`)
  const database = await openDatabase(settings, folder, log)
  endings.defer(database.stop)
  await openEverything({ ...settings, baseUrl }, database, endings)
  serving.answerWith(createApp().fetch)
  // Deferred again, because requests must end before what they use does.
  endings.defer(serving.stop)
  folder?.tell({ address: baseUrl })
  log.info('listening', { host: settings.host, port: serving.port })
  console.log(welcome(baseUrl, settings.demonstration))
}

async function openEverything(settings: Config, database: Database, endings: AsyncDisposableStack): Promise<void> {
  await migrate(database.url, settings.secret, settings.bankHolidays)
  const { neither } = await changeSecret(database.url, settings)
  if (neither > 0) log.warn('things open with neither secret', { things: neither })
  if (settings.demonstration && (await isEmpty(database.url))) await loadFirst(database)
  const max = settings.databaseConnections
  connect({ connectionString: urlFor(database.url, 'kith_app', settings.secret), max, connectionTimeoutMillis: 5000 })
  endings.defer(disconnect)
  await openAccounts(settings, urlFor(database.url, 'kith_auth', settings.secret))
  endings.defer(closeAccounts)
  endings.defer(tidyHourly())
  if (settings.demonstration) introduce(introductions)
  if (settings.production) await refuseDemonstrationPeople()
  connectSystem({ connectionString: urlFor(database.url, 'kith_clock', settings.secret), max: 2 })
  endings.defer(disconnectSystem)
  const jobs = {
    mail: mailer(settings),
    ...reminderJobs(settings),
    ...auditJobs(settings.auditKey),
    ...receiptJobs(settings),
    ...recallJobs,
    ...searchJobs,
  }
  await openJobs(urlFor(database.url, 'kith_jobs', settings.secret), jobs, { shownAs: shownAs(settings.fileKey) })
  endings.defer(closeJobs)
  await listen()
  endings.defer(stopListening)
}

async function loadFirst(database: Database): Promise<void> {
  console.error('Writing an invented county into the empty database (this once) …')
  await loadCounty({ ownerUrl: database.url, production: false })
}
