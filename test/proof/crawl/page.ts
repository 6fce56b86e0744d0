/** What a page leads to: its links, downloads and forms, read as a browser reads them. */

export interface Form {
  action: string
  method: 'get' | 'post'
  /** What would be sent if it were sent untouched. */
  fields: Record<string, string>
  /** Where somebody types. */
  typed: string[]
}

/**
 * Every address in a page, as a path of Kith with its query.
 * @example linksIn('<a href="?show=all">', '/cases') // ['/cases?show=all']
 */
export function linksIn(body: string, at: string): string[] {
  const found = [...body.matchAll(/\s(?:href|src|action|formaction|data-[a-z-]+)="([^"]*)"/g)].map(([, address = '']) => unescaped(address))
  return found.flatMap(address => pathOf(address, at) ?? [])
}

/** The forms of a page. */
export const formsIn = (body: string, at: string): Form[] =>
  [...body.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    const action = pathOf(unescaped(attributeOf(head, 'action') ?? at), at)
    const method = attributeOf(head, 'method')?.toLowerCase() === 'post' ? 'post' : 'get'
    return action ? [{ action, method, ...fieldsIn(inside) }] : []
  })

function fieldsIn(inside: string): Pick<Form, 'fields' | 'typed'> {
  const [fields, typed]: [Record<string, string>, string[]] = [{}, []]
  for (const [, kind, head = ''] of inside.matchAll(/<(input|select|textarea)([^>]*)>/g)) {
    const [name, type] = [attributeOf(head, 'name'), attributeOf(head, 'type') ?? 'text']
    if (!name || (/^(checkbox|radio)$/.test(type) && !/\schecked/.test(head))) continue
    fields[name] = unescaped(attributeOf(head, 'value') ?? '')
    if (kind !== 'select' && /^(text|search)$/.test(type)) typed.push(name)
  }
  return { fields, typed }
}

const attributeOf = (head: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]

/** A path within Kith; undefined for what leads elsewhere or is no address. */
function pathOf(address: string, at: string): string | undefined {
  if (!/^[/?]/.test(address)) return undefined
  const { origin, pathname, search } = new URL(address, `http://kith.test${at}`)
  return origin === 'http://kith.test' ? pathname + search : undefined
}

const marks: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, mark => marks[mark] ?? mark)
