/** What TSX becomes: elements that write themselves as HTML, with every word and every value escaped. */
import type { HtmlEscapedString } from 'hono/utils/html'

/** What may stand in a page. HTML written by hand (`raw` of hono/html) stands as it is; everything else is escaped. */
export type Child = string | number | boolean | null | undefined | HtmlEscapedString | Element | readonly Child[]

/** A part of a page: what it is given becomes what stands there. */
export type Part = (props: Props) => Child
export type Props = Record<string, unknown> & { children?: Child }

/** Written when the page is sent and not before, because a part may ask what stands around it (`contexts.ts`). */
export class Element {
  /** So that Hono sends it as it is. */
  readonly isEscaped = true
  readonly tag: string | Part
  readonly props: Props

  constructor(tag: string | Part, props: Props) {
    this.tag = tag
    this.props = props
  }

  toString(): string {
    return write(this)
  }
}

/**
 * Anything that may stand in a page, as HTML.
 * @example write(['Zoë & Tom', <b>rang</b>]) // 'Zoë &amp; Tom<b>rang</b>'
 */
export function write(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Element) return typeof child.tag === 'string' ? writeTag(child.tag, child.props) : write(child.tag(child.props))
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) return writeAll(child)
  if (isRaw(child)) return child.toString()
  throw new TypeError('Only words, numbers and elements can stand in a page.')
}

const special = /[&<>"']/
const specials = /[&<>"']/g
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (words: string): string => (special.test(words) ? words.replace(specials, one => escapes[one] ?? '') : words)

function writeTag(tag: string, props: Props): string {
  let html = `<${tag}`
  for (const name in props) if (name !== 'children') html += writeAttribute(name, props[name])
  return emptyTags.has(tag) ? `${html}/>` : `${html}>${write(props.children)}</${tag}>`
}

function writeAll(children: readonly Child[]): string {
  let html = ''
  for (const child of children) html += write(child)
  return html
}

/** Only what `raw` made: an object that a stranger sent as JSON can say of itself that it is escaped, but is no String. */
const isRaw = (child: unknown): child is HtmlEscapedString => child instanceof String && 'isEscaped' in child

const emptyTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** True and false are there or not there; of other attributes, such as aria-current, they are the words. */
function writeAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && switches.has(name)) return value ? `${begun(name)}"` : ''
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new TypeError(`No attribute holds this: ${name}.`)
  return `${begun(name)}${escaped(String(value))}"`
}

const switches = new Set(
  [
    'allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert ismap itemscope',
    'loop multiple muted nomodule novalidate open playsinline readonly required reversed selected download',
  ].flatMap(names => names.split(' ')),
)

/** An attribute up to its value. Each name is looked at once, because a name with a space or a quote in it would be several. */
function begun(name: string): string {
  const known = beginnings.get(name)
  if (known) return known
  if (!/^[A-Za-z][\w:.-]*$/.test(name)) throw new TypeError('An attribute has a name that would break the page.')
  const beginning = ` ${name}="`
  beginnings.set(name, beginning)
  return beginning
}

const beginnings = new Map<string, string>()
