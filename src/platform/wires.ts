/** Which connections leave this machine, and whether they are encrypted when they do. */

/** Whether an address names this very machine: by its own name or number, or by a socket. */
const staysHere = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\]|::1|\/.*)?$/.test(decodeURIComponent(host))

/**
 * Whether the connection to a database is safe from whoever is in between: on this machine, or encrypted to a server that proves its name.
 * @example isSafeDatabase('postgres://kith@db.example.org/kith?sslmode=verify-full') // true
 */
export function isSafeDatabase(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  return staysHere(searchParams.get('host') ?? hostname) || searchParams.get('sslmode') === 'verify-full'
}

/**
 * Whether what is sent to a virus scanner stays on this machine: its protocol knows no encryption.
 * @example isSafeScanner('/run/clamav/clamd.ctl') // true
 */
export const isSafeScanner = (address: string): boolean => staysHere(address.replace(/:\d+$/, ''))

/**
 * How to reach a mail server: to another machine only encrypted, from the beginning (smtps) or by STARTTLS, and never without.
 * @example createTransport(mailServer('smtp://mail.example.org'))
 */
export function mailServer(url: string): { url: string; requireTLS: boolean } {
  const { protocol, hostname } = new URL(url)
  return { url, requireTLS: protocol === 'smtp:' && !staysHere(hostname) }
}
