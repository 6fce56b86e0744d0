/** What people type or name stays words: it never becomes a header, another file name, a script or a line of a log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { errorFields, log } from '../../src/platform/log.ts'
import { mailer, mailFolder } from '../../src/platform/mail.ts'
import { seal } from '../../src/platform/sealed.ts'
import { fileHeaders } from '../../src/slices/documents/headers.ts'
import { cleanName } from '../../src/slices/documents/names.ts'
import { deviceName } from '../../src/slices/accounts/device.ts'
import { samePath } from '../../src/slices/accounts/next.ts'

const hostile = [
  'a\r\nSet-Cookie: kith.session_token=x.pdf',
  'order\u202efdp.exe',
  '"; filename="evil.html',
  '../../../etc/passwd',
  '..\\..\\windows\\system.ini',
  'name%0d%0aX-Evil: 1.pdf',
  '\ud800lone.pdf',
  'nul\0byte.pdf',
  '\u2066isolate\u2069.pdf',
  '𝕊𝕚𝕘𝕟.pdf',
  `${'x'.repeat(100_000)}.pdf`,
  '',
]

test.each(hostile)('a file called %j gets one header, of safe characters, that ends as the file does', name => {
  const { 'Content-Disposition': header = '' } = fileHeaders({ type: 'application/pdf', name: cleanName(name), save: true })
  expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*\.pdf"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+\.pdf$/)
  expect(header.length).toBeLessThan(3000)
  expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
})

test('no name of any letters breaks out of its header or turns its reading direction', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('application/pdf', 'text/plain', 'image/png'),
      (name, type) => {
        const { 'Content-Disposition': header = '' } = fileHeaders({ type, name: cleanName(name), save: true })
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/)
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]/u)
      },
    ),
    { numRuns: 100 },
  )
})

test('an e-mail has the recipient and the subject it was given, and nothing that was smuggled into them', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-mail-'))
  const settings = { secret: 's'.repeat(40), dataDir, smtpUrl: undefined, mailFrom: 'Kith <kith@localhost>' }
  try {
    for (const evil of [
      'x\r\nBcc: evil@evil.example',
      'x\nBcc: evil@evil.example',
      'x\r\n\r\nBcc: evil@evil.example',
      'x\u2028Bcc: evil@evil.example',
    ]) {
      const mail = { to: 'tom@example.test', subject: evil, text: 'Hello' }
      await mailer(settings)({ sealed: seal(settings.secret, 'mail', Buffer.from(JSON.stringify(mail))).toString('base64') })
    }
    for (const name of readdirSync(mailFolder(settings)))
      expect(readFileSync(join(mailFolder(settings), name), 'utf8')).not.toMatch(/^Bcc:/im)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('nothing is fetched or read to be put into an e-mail', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-mail-'))
  const settings = { secret: 's'.repeat(40), dataDir, smtpUrl: undefined, mailFrom: 'Kith <kith@localhost>' }
  const attached = (from: object) =>
    mailer(settings)({
      sealed: seal(
        settings.secret,
        'mail',
        Buffer.from(JSON.stringify({ to: 'tom@example.test', subject: 'x', text: 'x', attachments: [from] })),
      ).toString('base64'),
    })
  try {
    await expect(attached({ path: '/etc/hostname' })).rejects.toThrow()
    await expect(attached({ href: 'http://127.0.0.1:9/' })).rejects.toThrow()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('after signing in nobody is led elsewhere, whatever the address says', () => {
  const evil = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/\r\nLocation: //evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ]
  for (const path of evil) expect(new URL(samePath(path), 'https://kith.example').origin).toBe('https://kith.example')
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' }), (url, path) => {
      for (const asked of [url, path, `/${path}`, `//${path}`])
        expect(new URL(samePath(asked), 'https://kith.example').origin).toBe('https://kith.example')
    }),
  )
})

test('what a browser calls itself becomes one of a few names', () => {
  for (const name of hostile) expect(deviceName(name)).toMatch(/^(|A browser|(Edge|Firefox|Chrome|Safari|A browser)( on [\w ]+)?)$/)
})

test('a line of the log stays one line, and tells nothing that was typed', () => {
  const said: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(line => said.push(String(line)) > 0)
  try {
    log.error('forged\n2026-01-01T00:00:00Z info signed-in', { route: 'a\nb', path: '/cases\r\n' })
    const secret = 'Zyxquorl 12 Fern Street'
    const errors = [
      Object.assign(new Error(`duplicate key value (${secret})`), { code: '23505', detail: secret }),
      new SyntaxError(`Unexpected token ${secret}`),
      new RangeError(secret),
      Object.assign(new Error(secret, { cause: new Error(secret) }), { query: secret, parameters: [secret] }),
      secret,
      { message: secret },
    ]
    for (const error of errors) log.error('request failed', errorFields(error))
    expect(said.length).toBe(1 + errors.length)
    for (const line of said) expect(line.trimEnd()).not.toMatch(/[\r\n]|Zyxquorl/)
  } finally {
    write.mockRestore()
  }
})
