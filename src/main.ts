// Starts Kith: settings, database, migrations, web server; and ends them in the opposite order.
import { createApp } from './app.tsx'
import { type Config, config } from './platform/config.ts'
import { openDatabase, ownFolder } from './platform/database.ts'
import { answers, connect, disconnect } from './platform/db.ts'
import { untilToldToEnd } from './platform/ending.ts'
import { listen, stopListening } from './platform/live.ts'
import { log, setLogLevel } from './platform/log.ts'
import { migrate, urlFor } from './platform/migrate.ts'
import { serve } from './platform/serve.ts'
import { stopWith } from './platform/stop.ts'
import { welcome } from './welcome.ts'

await main().then(process.exit, stopWith)

async function main(): Promise<number> {
  const told = untilToldToEnd()
  await using endings = new AsyncDisposableStack()
  await Promise.race([start(config(), endings), told])
  return await told
}

async function start(settings: Config, endings: AsyncDisposableStack): Promise<void> {
  setLogLevel(settings.logLevel)
  const folder = ownFolder(settings, 'npm start')
  endings.defer(() => folder?.release())
  const serving = await serve({ host: settings.host, port: settings.port, ready: answers })
  endings.defer(serving.stop)
  await openEverything(settings, folder, endings)
  serving.answerWith(createApp().fetch)
  // Deferred again, because requests must end before what they use does.
  endings.defer(serving.stop)
  const address = settings.baseUrl.replace(/:0$/, `:${serving.port}`)
  folder?.tell({ address })
  log.info('listening', { host: settings.host, port: serving.port })
  console.log(welcome(address, settings.demonstration))
}

async function openEverything(settings: Config, folder: ReturnType<typeof ownFolder>, endings: AsyncDisposableStack): Promise<void> {
  const database = await openDatabase(settings, folder, log)
  endings.defer(database.stop)
  await migrate(database.url, settings.secret)
  connect({
    connectionString: urlFor(database.url, 'kith_app', settings.secret),
    max: settings.databaseConnections,
    connectionTimeoutMillis: 5000,
  })
  endings.defer(disconnect)
  await listen()
  endings.defer(stopListening)
}
