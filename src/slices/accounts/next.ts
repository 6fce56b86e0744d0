// Where to go after signing in: only ever to a page of this Kith.

/**
 * A path of this site, whatever was asked for.
 * @example samePath('//evil.example') // '/'
 */
export function samePath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked) || asked.length > 1000) return '/'
  // Browsers drop tabs and line ends inside an address, which would turn "/\t/evil" into "//evil".
  if (/[\p{Cc}\\]/u.test(asked)) return '/'
  const url = new URL(asked, 'https://kith.invalid')
  return url.origin === 'https://kith.invalid' && !/^\/sign-in\b/.test(url.pathname) && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}`
    : '/'
}
