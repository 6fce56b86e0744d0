/** Light, dark or as the device says, for a browser without scripts; with scripts the page sets the same cookie itself. */
import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { config } from './platform/config.ts'
import { themeCookie } from './platform/theme-cookie.ts'

export const theme = new Hono()

theme.post('/account/theme', async c => {
  const { theme: wanted } = await c.req.parseBody()
  const secure = config().baseUrl.startsWith('https:')
  if (wanted === 'light' || wanted === 'dark') setCookie(c, themeCookie, wanted, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', secure })
  else deleteCookie(c, themeCookie, { path: '/' })
  return c.redirect(cameFrom(c.req.header('referer')), 303)
})

/** Only the path is taken, so that nobody can be sent elsewhere. */
function cameFrom(referer: string | undefined): string {
  const path = URL.canParse(referer ?? '') ? new URL(referer ?? '').pathname : '/'
  return path.startsWith('//') ? '/' : path
}
