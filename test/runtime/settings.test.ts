// The settings: checked together, every mistake told at once, and strict where the work is real.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig, saidAtStart } from '../../src/platform/config.ts'
import { settings, settingsTable } from '../../src/platform/settings.ts'
import { newFolder } from './processes.ts'

const production = {
  KITH_ENV: 'production',
  KITH_SECRET: 'qV7mZr2LxT9pKd4WsH8nBf3YjC6gAe5U',
  KITH_FILE_KEY: 'Ru4tXw9PzQ1vNk7JmD2hGs8LcF5bYe3A',
  KITH_AUDIT_KEY: 'Hd6Kp3Tz8Wq1Vn5Xc9Jm4Ry7Lb2Gs0Fe',
  KITH_BASE_URL: 'https://kith.example.org/',
  KITH_SMTP_URL: 'smtps://kith:word@mail.example.org:465',
  KITH_MAIL_FROM: 'Kith <kith@example.org>',
}

test('with nothing set, Kith is a demonstration on this machine with secrets of its own', () => {
  const folder = newFolder()
  const config = loadConfig({ KITH_DATA_DIR: folder })
  expect(config).toMatchObject({
    env: 'demonstration',
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    secretIsKept: true,
  })
  expect(config.secret.length).toBeGreaterThanOrEqual(32)
  expect(loadConfig({ KITH_DATA_DIR: folder }).secret).toBe(config.secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('every mistake is told at once, a sentence each, without showing a secret', () => {
  const said = mistakes({ KITH_PORT: 'abc', KITH_SECRET: 'short', KITH_BASE_URL: 'kith', KITH_HOST: '0.0.0.0' })
  expect(said).toEqual([
    'KITH_PORT must be a whole number from 0 to 65535, but it is "abc".',
    'KITH_BASE_URL must be a whole web address, such as https://kith.example.org, but it is "kith".',
    'KITH_SECRET must have 32 characters or more.',
    'KITH_HOST must stay 127.0.0.1 in a demonstration, because anybody may sign in there with one click.',
  ])
})

test('a demonstration does not listen to the outside', () => {
  expect(mistakes({ KITH_HOST: '0.0.0.0' })).toEqual([expect.stringContaining('KITH_HOST must stay 127.0.0.1')])
})

test('production runs with everything it needs', () => {
  expect(loadConfig(production)).toMatchObject({
    production: true,
    demonstration: false,
    baseUrl: 'https://kith.example.org',
    secretIsKept: false,
  })
})

test.each([
  'postgres://kith:word@localhost:5432/kith',
  'postgres://kith:word@localhost/kith?host=/var/run/postgresql',
  'postgres://kith:word@[::1]/kith',
  'postgres://kith:word@db.example.org/kith?sslmode=verify-full',
])('production takes a database on this machine or one that proves its name: %s', url => {
  expect(mistakes({ ...production, KITH_DATABASE_URL: url })).toEqual([])
})

test('production says what is missing', () => {
  expect(mistakes({ KITH_ENV: 'production' })).toEqual(
    Object.keys(production)
      .slice(1)
      .map(name => `${name} is missing: production needs it.`),
  )
})

test.each([
  ['weak secrets', { KITH_SECRET: 'abcabcabcabcabcabcabcabcabcabcabcabc' }, 'KITH_SECRET is too easy to guess'],
  ['secrets with a word everybody tries', { KITH_SECRET: 'change-me-Password-0123456789-xyzuvw' }, 'KITH_SECRET is too easy to guess'],
  ['one secret for two uses', { KITH_FILE_KEY: production.KITH_SECRET }, 'KITH_SECRET and KITH_FILE_KEY must differ'],
  ['cookies in the clear', { KITH_BASE_URL: 'http://kith.example.org' }, 'KITH_BASE_URL must begin with https://'],
  ['a database in the clear', { KITH_DATABASE_URL: 'postgres://kith:word@db.example.org/kith' }, 'add ?sslmode=verify-full'],
  [
    'a database whose name nobody checks',
    { KITH_DATABASE_URL: 'postgres://kith:word@localhost/kith?host=db.example.org&sslmode=require' },
    'add ?sslmode=verify-full',
  ],
  ['a virus scanner on another machine', { KITH_VIRUS_SCANNER: 'clamav.example.org:3310' }, 'KITH_VIRUS_SCANNER must be on this machine'],
  ['settings that do not exist', { KITH_PROT: '80' }, 'KITH_PROT is not a setting of Kith'],
])('production refuses %s', (_what, changed, sentence) => {
  expect(mistakes({ ...production, ...changed })).toEqual([expect.stringContaining(sentence)])
})

test.each(['/run/clamav/clamd.ctl', '127.0.0.1:3310', '[::1]:3310', 'localhost:3310'])('a virus scanner is reached at %s', address => {
  const config = loadConfig({ ...production, KITH_VIRUS_SCANNER: address })
  expect([config.virusScanner, saidAtStart(config)]).toEqual([address, []])
})

test('production without a virus scanner starts, and says so', () => {
  expect(saidAtStart(loadConfig(production))).toEqual(['Uploaded files are not scanned for viruses: KITH_VIRUS_SCANNER is not set.'])
  expect(saidAtStart(loadConfig({ KITH_DATA_DIR: newFolder() }))).toEqual([])
})

test.each(['clamd', 'run/clamd.ctl', '127.0.0.1', '127.0.0.1:99999', 'http://127.0.0.1:3310'])('no virus scanner is at %s', address => {
  expect(mistakes({ KITH_VIRUS_SCANNER: address })).toEqual([expect.stringContaining('KITH_VIRUS_SCANNER must be the path of a socket')])
})

test('the table for the README has every setting', () => {
  for (const name of Object.keys(settings)) expect(settingsTable()).toContain(`| \`${name}\` |`)
})

test('signing and encrypting have a secret each', () => {
  const folder = newFolder()
  const first = loadConfig({ KITH_DATA_DIR: folder })
  expect(readFileSync(join(folder, 'file-key'), 'utf8').trim()).toBe(first.fileKey)
  expect(first.fileKey).not.toBe(first.secret)
})

function mistakes(env: Record<string, string>): string[] {
  try {
    loadConfig({ KITH_DATA_DIR: newFolder(), ...env })
  } catch (error) {
    return (error as Error).message.split('\n')
  }
  return []
}
