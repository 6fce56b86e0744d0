/** Names of files as people send them, made harmless without being made unreadable. */
import { endingFor } from '../../platform/files.ts'

/** Characters that no name needs: controls, and those that turn the reading direction to disguise an ending. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const disguises = /[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * The name that is kept: no folders, no disguises, 200 characters at most.
 * @example cleanName('../../etc/pass\u202ewd') // "passwd"
 */
export function cleanName(sent: string): string {
  const last = sent.replaceAll(disguises, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  if (/^\.*$/.test(last)) return 'file'
  const ending = /\.[^.]{1,10}$/.exec(last)?.[0] ?? ''
  const letters = Array.from(last.slice(0, last.length - ending.length))
  return (letters.slice(0, 150).join('') || 'file') + ending
}

/**
 * A title made from a name, for a document that was given none.
 * @example titleFrom('Order_3 final.pdf') // "Order 3 final"
 */
export const titleFrom = (name: string): string =>
  name
    .replace(/\.[^.]{1,10}$/, '')
    .replaceAll('_', ' ')
    .trim() || name

/**
 * The name a file is saved under: its ending always fits what it really is.
 * @example saveName('order.exe', 'application/pdf') // "order.exe.pdf"
 */
export function saveName(name: string, type: string): string {
  const ending = endingFor(type)
  const fits = new RegExp(`\\.(${ending}${same[ending] ?? ''})$`, 'i').test(name)
  return fits ? name : `${name}.${ending}`
}

const same: Record<string, string> = { jpg: '|jpeg|jpe', tif: '|tiff', txt: '|text|md|log', mpg: '|mpeg' }

/**
 * The header that names a file for saving. Nothing in a name can end the header or begin another. Source: RFC 6266 and RFC 5987.
 * @example contentDisposition('attachment', 'Café.pdf')
 */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}
