/** When two ways of writing a place mean the same place. */

export interface Address {
  name: string
  line1: string
  town: string
  postcode: string
}

/**
 * A postcode the way the Royal Mail writes it; anything else comes back in capitals, as it was typed.
 * @example tidyPostcode('le101aa') // "LE10 1AA"
 */
export function tidyPostcode(typed: string): string {
  const close = typed.toUpperCase().replaceAll(/\s+/g, '')
  return isPostcode(typed) ? `${close.slice(0, -3)} ${close.slice(-3)}` : typed.toUpperCase().trim()
}

/** Whether something has the shape of a postcode, spaces aside. Source: BS 7666. */
export const isPostcode = (typed: string): boolean =>
  /^([A-Z]{1,2}\d[A-Z\d]?|GIR)\d[A-Z]{2}$|^GIR0AA$/.test(typed.toUpperCase().replaceAll(/\s+/g, ''))

/** Places that could be the same share this key. */
export const addressKey = ({ name, line1, town, postcode }: Address): string =>
  `${plain(line1 || name)}|${tidyPostcode(postcode) || plain(town)}`

/**
 * Whether a place that is known is the one that was typed: street and postcode agree, and so does the name, where one was typed.
 * A known place without a name is another one: taking it would lose the name.
 * @example isSame({ line1: '2 Mill Lane', postcode: 'LE1 1AA', … }, { line1: '2, Mill lane', postcode: 'le11aa', … }) // true
 */
export function isSame(known: Address, typed: Address): boolean {
  return addressKey(known) === addressKey(typed) && (plain(typed.name) === '' || plain(typed.name) === plain(known.name))
}

/** How a place is called in a list: its name, else its first line. */
export const placeName = ({ name, line1 }: Pick<Address, 'name' | 'line1'>): string => name || line1

/** The rest of the address, after the name. */
export const placeAddress = ({ name, line1, town, postcode }: Address): string =>
  [name ? line1 : '', town, postcode].filter(Boolean).join(', ')

const short: Record<string, string> = {
  road: 'rd',
  street: 'st',
  saint: 'st',
  lane: 'ln',
  avenue: 'ave',
  close: 'cl',
  drive: 'dr',
  court: 'ct',
  and: '',
}

function plain(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’`.]/g, '')
  return letters
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => short[word] ?? word)
    .filter(Boolean)
    .join(' ')
}
