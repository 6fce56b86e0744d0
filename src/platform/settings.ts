// Every setting of Kith: its name, what it is when left alone, and what it means.
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { z } from 'zod'

export interface Setting {
  readonly shown: string
  readonly means: string
  readonly mistake: string
  readonly secret?: boolean
}

const port = z.coerce.number().int().min(0).max(65535)
const network = z.string().refine(each => {
  const [address = '', bits, ...more] = each.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
})
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/**
 * The rules that the settings are checked against, by name.
 * @example settingRules.parse({ KITH_PORT: '8080' }).KITH_PORT // 8080
 */
export const settingRules = z.object({
  KITH_ENV: z.enum(['demonstration', 'production', 'test']).default('demonstration'),
  KITH_PORT: port.default(3000),
  KITH_HOST: z.string().min(1).default('127.0.0.1'),
  KITH_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  KITH_DATA_DIR: z.string().min(1).default('.kith'),
  KITH_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  KITH_DATABASE_PORT: port.optional(),
  KITH_DATABASE_CONNECTIONS: count(2, 200).default(Math.max(4, 2 * availableParallelism())),
  KITH_SECRET: z.string().min(32).optional(),
  KITH_SECRET_BEFORE: z.string().min(32).optional(),
  KITH_FILES_DIR: z.string().min(1).optional(),
  KITH_FILE_KEY: z.string().min(32).optional(),
  KITH_FILE_KEY_BEFORE: z.string().min(32).optional(),
  KITH_AUDIT_KEY: z.string().min(32).optional(),
  KITH_AUDIT_PAST_KEYS: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}(,\s*[A-Za-z0-9_-]{43})*$/)
    .optional(),
  KITH_UPLOAD_MB: count(1, 1000).default(25),
  KITH_VIRUS_SCANNER: z
    .string()
    .regex(/^(\/.{1,100}|(\[[\da-f:]+\]|[\w.-]+):\d{1,5})$/i)
    .refine(each => each.startsWith('/') || URL.canParse(`clamd://${each}`))
    .optional(),
  KITH_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  KITH_MAIL_FROM: z.string().includes('@').default('Kith <kith@localhost>'),
  KITH_BANK_HOLIDAYS: z.enum(['england-and-wales', 'scotland']).default('england-and-wales'),
  KITH_REQUEST_DAYS: z
    .string()
    .regex(/^\d{1,3},\d{1,3},\d{1,3}$/)
    .default('1,5,20'),
  KITH_HARD_STOPS_OFF: z
    .string()
    .regex(/^[a-z-]+(\s*,\s*[a-z-]+)*$/)
    .transform(list => list.split(',').map(each => each.trim()))
    .optional(),
  KITH_TRUSTED_PROXY: z
    .string()
    .transform(list => list.split(',').map(each => each.trim()))
    .pipe(z.array(network))
    .optional(),
  KITH_IDLE_MINUTES: count(1, 1440).default(30),
  KITH_SESSION_HOURS: count(1, 168).default(12),
  KITH_SECOND_STEP: z.enum(['must', 'may']).optional(),
  KITH_STOLEN_PASSWORDS: z.string().min(1).optional(),
  KITH_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

/**
 * What the README tells about each setting, and the sentence for a value that cannot be.
 * @example settings.KITH_PORT.means
 */
export const settings: Record<keyof z.infer<typeof settingRules>, Setting> = {
  KITH_ENV: {
    shown: 'demonstration',
    means: '`demonstration`: an invented county, on this machine only, with one-click sign-in. `production`: real work.',
    mistake: 'must be demonstration or production',
  },
  KITH_PORT: {
    shown: '3000',
    means: 'The port that Kith listens on (0: any free one).',
    mistake: 'must be a whole number from 0 to 65535',
  },
  KITH_HOST: {
    shown: '127.0.0.1',
    means: 'The address that Kith listens on. A demonstration stays on this machine.',
    mistake: 'must be an address of this machine, such as 127.0.0.1',
  },
  KITH_BASE_URL: {
    shown: 'http://localhost:KITH_PORT',
    means: 'The address that people type, for links in e-mails and for passkeys. Production needs one, with https.',
    mistake: 'must be a whole web address, such as https://kith.example.org',
  },
  KITH_DATA_DIR: {
    shown: '.kith',
    means: 'The folder that holds the database, the files and the secrets.',
    mistake: 'must be the path of a folder',
  },
  KITH_DATABASE_URL: {
    shown: 'none: PostgreSQL 18 runs inside Kith',
    means:
      'Another PostgreSQL 18, as the owner of an empty database who may create roles. In production, one on another machine needs `?sslmode=verify-full`.',
    mistake: 'must look like postgres://name:password@host:5432/kith',
    secret: true,
  },
  KITH_DATABASE_PORT: {
    shown: 'none: no port',
    means: 'A port on this machine where tools can reach the PostgreSQL inside Kith.',
    mistake: 'must be a whole number from 0 to 65535',
  },
  KITH_DATABASE_CONNECTIONS: {
    shown: 'two for each processor, at least 4',
    means: 'How many connections to PostgreSQL this process keeps at most. More than its processors can serve make every page later.',
    mistake: 'must be a whole number from 2 to 200',
  },
  KITH_SECRET: {
    shown: 'made once and kept in the data folder',
    means: 'Signs cookies, and encrypts second steps and what waits to be sent. Production needs one: 32 random characters or more.',
    mistake: 'must have 32 characters or more',
    secret: true,
  },
  KITH_SECRET_BEFORE: {
    shown: 'none',
    means: 'The KITH_SECRET until now, while it is being changed (`docs/keys.md`).',
    mistake: 'must have 32 characters or more',
    secret: true,
  },
  KITH_FILES_DIR: {
    shown: 'KITH_DATA_DIR/files',
    means: 'The folder that uploaded files are kept in, encrypted.',
    mistake: 'must be the path of a folder',
  },
  KITH_FILE_KEY: {
    shown: 'made once and kept in the data folder',
    means: 'Encrypts uploaded files. Production needs one: 32 random characters or more. Lose it and the files are lost.',
    mistake: 'must have 32 characters or more',
    secret: true,
  },
  KITH_FILE_KEY_BEFORE: {
    shown: 'none',
    means: 'The KITH_FILE_KEY until now, while it is being changed (`docs/keys.md`): files still open with it.',
    mistake: 'must have 32 characters or more',
    secret: true,
  },
  KITH_AUDIT_KEY: {
    shown: 'made once and kept in the data folder',
    means: 'Signs the record of who did what (`docs/audit.md`). Production needs one: 32 random characters or more.',
    mistake: 'must have 32 characters or more',
    secret: true,
  },
  KITH_AUDIT_PAST_KEYS: {
    shown: 'none',
    means: 'Names of earlier keys that signed the record, with commas between, after KITH_AUDIT_KEY was changed.',
    mistake: 'must be one or more names of keys, each of 43 characters, with commas between',
  },
  KITH_UPLOAD_MB: {
    shown: '25',
    means: 'The largest file that can be uploaded, in megabytes.',
    mistake: 'must be a whole number from 1 to 1000',
  },
  KITH_VIRUS_SCANNER: {
    shown: 'none: files are not scanned',
    means:
      'The ClamAV daemon that sees every file before it is kept: its socket, such as `/run/clamav/clamd.ctl`, or `127.0.0.1:3310`; in production on this machine. Its `StreamMaxLength` and `MaxFileSize` must be no less than KITH_UPLOAD_MB.',
    mistake: 'must be the path of a socket, such as /run/clamav/clamd.ctl, or an address with a port, such as 127.0.0.1:3310',
  },
  KITH_SMTP_URL: {
    shown: 'none: e-mail is shown at /dev/mail',
    means: 'The mail server that invitations and reminders go through: encrypted, save on this machine. Production needs one.',
    mistake: 'must look like smtps://name:password@host:465',
    secret: true,
  },
  KITH_MAIL_FROM: {
    shown: '`Kith <kith@localhost>`',
    means: 'The sender of those e-mails. Production needs one.',
    mistake: 'must be an e-mail address, such as Kith <kith@example.org>',
  },
  KITH_BANK_HOLIDAYS: {
    shown: 'england-and-wales',
    means: 'Whose bank holidays are no working days, for reminders and for every deadline: `england-and-wales` or `scotland`.',
    mistake: 'must be england-and-wales or scotland',
  },
  KITH_REQUEST_DAYS: {
    shown: '1,5,20',
    means: 'Working days in which another agency answers a request for information: in danger, when work waits for it, and in its own time',
    mistake: 'must be three numbers of working days, such as 1,5,20',
  },
  KITH_HARD_STOPS_OFF: {
    shown: 'none: all of them hold',
    means:
      'Hard stops of good practice that the partnership does without, with commas between: `specialist-in-domestic-abuse` (restorative justice). Those of published rules always hold.',
    mistake: 'must be names of hard stops with commas between, such as specialist-in-domestic-abuse',
  },
  KITH_TRUSTED_PROXY: {
    shown: 'none: nobody is believed',
    means:
      'Addresses or networks of the proxies before Kith, with commas between: only they may say, in X-Forwarded-For, whom they ask for.',
    mistake: 'must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8',
  },
  KITH_IDLE_MINUTES: {
    shown: '30',
    means: 'Minutes without a click after which a worker signs in again.',
    mistake: 'must be a whole number from 1 to 1440',
  },
  KITH_SESSION_HOURS: {
    shown: '12',
    means: 'Hours after which everybody signs in again.',
    mistake: 'must be a whole number from 1 to 168',
  },
  KITH_SECOND_STEP: {
    shown: '`must` in production, else `may`',
    means: 'Whether everybody needs a second step to sign in (a passkey, or codes from an app), or may do without.',
    mistake: 'must be must or may',
  },
  KITH_STOLEN_PASSWORDS: {
    shown: 'none: only the 49,000 built in',
    means:
      'A file of stolen passwords that nobody may choose: the published list of Pwned Passwords, “ordered by hash”, of any size. Kith reads a few lines of it where it lies and asks nobody.',
    mistake: 'must be the path of a file',
  },
  KITH_LOG_LEVEL: {
    shown: 'info',
    means: 'How much Kith writes about its own running: debug, info, warn or error.',
    mistake: 'must be debug, info, warn or error',
  },
}

/**
 * The table of settings for the README.
 * @example console.log(settingsTable())
 */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, { shown, means }]) => `| \`${name}\` | ${shown} | ${means} |`)
  return ['| Setting | When left alone | What it is |', '|---|---|---|', ...rows].join('\n')
}
