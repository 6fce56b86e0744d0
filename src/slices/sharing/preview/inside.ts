/** A page put inside another as something to look at: its links lead to previews or nowhere, and nothing in it acts. */
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const tabs = 'plan|people|places|documents|messages|sub-cases|outcomes|consents|sharing'

/** The pages that can be previewed: those of a case, and of the people and documents in it. */
export const previewable = new RegExp(`^/(?:cases/${id}(?:/(?:${tabs}))?|people/${id}|documents/${id})$`)

/**
 * What a page holds between its bars, for looking only.
 * @example inside(await answer.text(), '/cases/1/sharing/preview')
 */
export function inside(page: string, base: string): string {
  const [, main = ''] = /<main\b[^>]*>(.*)<\/main>/s.exec(page) ?? []
  return main.replaceAll(
    /<(\/?)([a-z][\w-]*)((?:\s[^\s"=>]+(?:="[^"]*")?)*)(\s*\/?)>/g,
    (tag, end: string, name: string, said: string, close: string) => still(name, `${end}${name}`, said, base, close) ?? tag,
  )
}

/** One tag that could act, as one that cannot; nothing when it could not. A form is still shown: it is part of what they will see. */
function still(name: string, begins: string, said: string, base: string, close: string): string | undefined {
  if (name.startsWith('kith-')) return ''
  if (name === 'form') return begins === name ? `<kith-still inert${only('class', said)}>` : '</kith-still>'
  if (name === 'a') return `<${begins}${leading(said, base)}>`
  if (name === 'button' && begins === name) return `<button inert${said.replace(/ popovertarget="[^"]*"/, '')}${close}>`
  return undefined
}

const only = (attribute: string, said: string): string => new RegExp(` ${attribute}="[^"]*"`).exec(said)?.[0] ?? ''

function leading(said: string, base: string): string {
  return said.replace(/ href="([^"]*)"/, (href, to: string) => {
    if (to.startsWith('#') || to.startsWith('?')) return href
    return previewable.test(to.split(/[?#]/)[0] ?? '') ? ` href="${base}${to}"` : ''
  })
}
