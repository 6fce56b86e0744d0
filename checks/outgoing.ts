/** Kith fetches nothing: no program of the server opens a connection, save the four that settings name (database, mail, virus scanner, its own port). */
import { filesOf, finish } from './say.ts'

/** Files that may, and to where. Browsers' scripts ask Kith itself, which the content security policy holds them to. */
const allowed: Record<string, string> = {
  'src/platform/files/harm.ts': 'the virus scanner of KITH_VIRUS_SCANNER',
  'src/platform/mail.ts': 'the mail server of KITH_SMTP_URL',
  'src/slices/accounts/carried-forms.ts': 'the application itself, without a connection',
}

const connecting = [
  /from ['"](node:)?(https?|http2|net|tls|dgram|dns)(\/promises)?['"]/,
  /from ['"](undici|axios|got|node-fetch|ws|nodemailer|ssh2|ftp)['"]/,
  /(?<![.\w#])fetch\(/,
  /\.fetch\(/,
  /new (WebSocket|EventSource|XMLHttpRequest)\b/,
  /\b(importScripts|eval|new Function)\b\(/,
  /import\((?!['"`])/,
]

/** What only takes connections, or only reads what an address looks like, opens none. */
const harmless = /^import type .*|import \{ (BlockList, )?isIP \} from 'node:net'|createApp\(\)\.fetch/gm

const faults: string[] = []
for (const { path, text } of filesOf('src/**/*.{ts,tsx}')) {
  if (/\.(test|browser)\.tsx?$|^src\/ui\/(islands|testing)\//.test(path) || path in allowed) continue
  const code = text.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '').replaceAll(harmless, '')
  for (const pattern of connecting) {
    const found = pattern.exec(code)?.[0]
    if (found)
      faults.push(`${path} could open a connection (${found}): what an address in a request or a record names must never be fetched.`)
  }
}
finish(faults)
