// Reads the settings from the environment, checks them together, and says every mistake at once.
import { isAbsolute, join } from 'node:path'
import type { z } from 'zod'
import { root } from './root.ts'
import { keptBefore, keptLines, keptSecret } from './secrets.ts'
import { settingRules, settings } from './settings.ts'
import { Stop } from './stop.ts'
import { isSafeDatabase, isSafeScanner } from './wires.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Values = z.infer<typeof settingRules>
type Name = keyof Values

export type Config = ReturnType<typeof loadConfig>

/**
 * The settings as one object, with secrets from the data folder where none is set.
 * @example const config = loadConfig(process.env)
 */
export function loadConfig(env: Environment) {
  const values = checked(env)
  const dataDir = fromRoot(values.KITH_DATA_DIR)
  const production = values.KITH_ENV === 'production'
  return {
    env: values.KITH_ENV,
    production,
    demonstration: values.KITH_ENV === 'demonstration',
    port: values.KITH_PORT,
    host: values.KITH_HOST,
    baseUrl: (values.KITH_BASE_URL ?? `http://localhost:${values.KITH_PORT}`).replace(/(?<!\/)\/+$/, ''),
    dataDir,
    databaseUrl: values.KITH_DATABASE_URL,
    databasePort: values.KITH_DATABASE_PORT,
    databaseConnections: values.KITH_DATABASE_CONNECTIONS,
    secret: values.KITH_SECRET ?? keptSecret(dataDir, 'secret'),
    secretIsKept: !values.KITH_SECRET,
    secretBefore: values.KITH_SECRET_BEFORE ?? (values.KITH_SECRET ? undefined : keptBefore(dataDir, 'secret')),
    filesDir: values.KITH_FILES_DIR ? fromRoot(values.KITH_FILES_DIR) : join(dataDir, 'files'),
    fileKey: values.KITH_FILE_KEY ?? keptSecret(dataDir, 'file-key'),
    fileKeyIsKept: !values.KITH_FILE_KEY,
    fileKeyBefore: values.KITH_FILE_KEY_BEFORE ?? (values.KITH_FILE_KEY ? undefined : keptBefore(dataDir, 'file-key')),
    auditKey: values.KITH_AUDIT_KEY ?? keptSecret(dataDir, 'audit-key'),
    auditKeyIsKept: !values.KITH_AUDIT_KEY,
    auditPastKeys: [...(values.KITH_AUDIT_PAST_KEYS?.split(/,\s*/) ?? []), ...keptLines(dataDir, 'audit-past-keys')],
    uploadBytes: values.KITH_UPLOAD_MB * 1024 * 1024,
    virusScanner: values.KITH_VIRUS_SCANNER,
    smtpUrl: values.KITH_SMTP_URL,
    mailFrom: values.KITH_MAIL_FROM,
    hardStopsOff: values.KITH_HARD_STOPS_OFF ?? [],
    trustedProxies: values.KITH_TRUSTED_PROXY ?? [],
    bankHolidays: values.KITH_BANK_HOLIDAYS,
    requestDays: values.KITH_REQUEST_DAYS.split(',').map(Number),
    idleMinutes: values.KITH_IDLE_MINUTES,
    sessionHours: values.KITH_SESSION_HOURS,
    stolenPasswords: values.KITH_STOLEN_PASSWORDS && fromRoot(values.KITH_STOLEN_PASSWORDS),
    secondStep: values.KITH_SECOND_STEP ?? (production ? 'must' : 'may'),
    logLevel: values.KITH_LOG_LEVEL,
  }
}

let loaded: Config | undefined

/**
 * The settings of this process, read once.
 * @example const { baseUrl } = config()
 */
export function config(): Config {
  loaded ??= loadConfig(process.env)
  return loaded
}

/**
 * What is allowed in production and yet worth a sentence at every start.
 * @example for (const sentence of saidAtStart(config())) log.warn(sentence)
 */
export function saidAtStart({ production, virusScanner }: Pick<Config, 'production' | 'virusScanner'>): string[] {
  return production && !virusScanner ? ['Uploaded files are not scanned for viruses: KITH_VIRUS_SCANNER is not set.'] : []
}

function checked(env: Environment): Values {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const result = settingRules.safeParse(given)
  const wrong = result.success ? [] : result.error.issues.map(issue => issue.path[0] as Name)
  const mistakes = [...new Set(wrong)].map(name => mistake(name, given[name]))
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name as Name)))
  if (given.KITH_ENV === 'production') mistakes.push(...unsafeInProduction(sound), ...neededInProduction(given), ...unknown(given))
  else mistakes.push(...unsafeInDemonstration(sound))
  mistakes.push(...notChanged(sound))
  if (mistakes.length > 0 || !result.success) throw new Stop(mistakes.join('\n'))
  return result.data
}

function mistake(name: Name, value: string | undefined): string {
  const shown = settings[name].secret ? '' : `, but it is "${value}"`
  return `${name} ${settings[name].mistake}${shown}.`
}

function notChanged(values: Environment): string[] {
  return (['KITH_SECRET', 'KITH_FILE_KEY'] as const)
    .filter(name => values[`${name}_BEFORE`] && values[`${name}_BEFORE`] === values[name])
    .map(name => `${name}_BEFORE is the same as ${name}: set ${name} to the new one.`)
}

function unsafeInProduction(values: Environment): string[] {
  const said: string[] = []
  if (values.KITH_BASE_URL?.startsWith('http:')) {
    said.push('KITH_BASE_URL must begin with https:// in production, because sign-in cookies may only travel encrypted.')
  }
  if (values.KITH_DATABASE_URL && !isSafeDatabase(values.KITH_DATABASE_URL)) {
    said.push('KITH_DATABASE_URL must ask another machine for an encrypted connection: add ?sslmode=verify-full at its end.')
  }
  if (values.KITH_VIRUS_SCANNER && !isSafeScanner(values.KITH_VIRUS_SCANNER)) {
    said.push('KITH_VIRUS_SCANNER must be on this machine in production, because files travel to it unencrypted.')
  }
  for (const name of ['KITH_SECRET', 'KITH_FILE_KEY', 'KITH_AUDIT_KEY'] as const) {
    if (values[name] && isWeak(values[name])) {
      said.push(`${name} is too easy to guess: make a random one, for example with: openssl rand -base64 48`)
    }
  }
  if (values.KITH_SECRET && values.KITH_SECRET === values.KITH_FILE_KEY) {
    said.push('KITH_SECRET and KITH_FILE_KEY must differ, so that one can be changed without the other.')
  }
  if (values.KITH_AUDIT_KEY && [values.KITH_SECRET, values.KITH_FILE_KEY].includes(values.KITH_AUDIT_KEY)) {
    said.push('KITH_AUDIT_KEY must differ from the other secrets, so that whoever learns one of them cannot sign the record.')
  }
  return said
}

function unsafeInDemonstration({ KITH_HOST: host }: Environment): string[] {
  if (host === undefined || /^(127\.[\d.]+|::1|localhost)$/.test(host)) return []
  return ['KITH_HOST must stay 127.0.0.1 in a demonstration, because anybody may sign in there with one click.']
}

function neededInProduction(given: Environment): string[] {
  const needed: Name[] = ['KITH_SECRET', 'KITH_FILE_KEY', 'KITH_AUDIT_KEY', 'KITH_BASE_URL', 'KITH_SMTP_URL', 'KITH_MAIL_FROM']
  return needed.filter(name => !given[name]).map(name => `${name} is missing: production needs it.`)
}

function unknown(given: Environment): string[] {
  const strange = Object.keys(given).filter(name => name.startsWith('KITH_') && !(name in settings))
  return strange.map(name => `${name} is not a setting of Kith: correct its name or remove it.`)
}

function isWeak(secret: string): boolean {
  const repeated = /^(.{1,12}?)\1+/.exec(secret)?.[0].length ?? 0
  return new Set(secret).size < 12 || repeated > secret.length / 2 || /password|secret|changeme|example/i.test(secret)
}

function fromRoot(path: string): string {
  return isAbsolute(path) ? path : join(root, path)
}
