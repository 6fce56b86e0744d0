/** A person as the engine compares them: every part tidied, whatever it came from. */
import { plain } from './letters.ts'

export interface Address {
  number: string
  /** Street first, then what else the address says. */
  lines: string[]
  town: string
  region: string
  postcode: string
}

export interface Comparable {
  /** The given name and other given names the person goes by. */
  given: string[]
  family: string[]
  /** Eight digits, as many as are known: 19900312, 199003, 1990; empty when unknown. */
  born: string
  /** The date of birth is a guess. */
  about: boolean
  sex: string
  addresses: Address[]
  phones: string[]
  emails: string[]
  /** Anything else that two lists may have in common, by name. */
  other: Record<string, string>
}

export interface Said {
  given?: string[]
  family?: string[]
  born?: string
  about?: boolean
  sex?: string
  addresses?: { number?: string; lines?: string[]; town?: string; region?: string; postcode?: string }[]
  phones?: string[]
  emails?: string[]
  other?: Record<string, string>
}

/**
 * Tidies what was said about a person.
 * @example comparable({ given: ['Siân'], family: ['O’Neill'], born: '1990-03-12' })
 */
export function comparable(said: Said): Comparable {
  return {
    given: names(said.given),
    family: names(said.family),
    born: (said.born ?? '').replace(/\D/g, '').slice(0, 8),
    about: said.about ?? false,
    sex: sexOf(said.sex ?? ''),
    addresses: (said.addresses ?? [])
      .map(addressOf)
      .filter(one => one.number || one.lines.length || one.town || one.postcode || one.region),
    phones: unique((said.phones ?? []).map(phoneOf)),
    emails: unique((said.emails ?? []).map(email => email.trim().toLowerCase())),
    other: Object.fromEntries(Object.entries(said.other ?? {}).flatMap(([name, value]) => (plain(value) ? [[name, plain(value)]] : []))),
  }
}

/** Also alone: whoever is written down as Mrs Patel has no given name on record. */
const titles = /^(mr|mrs|ms|miss|mx|dr|doctor|rev|reverend|sir|dame|lady|lord|prof|professor)( |$)/
const unknown = /^(|unknown|not known|nk|n a|na|none|null|nan|baby|male|female)$/

const names = (said: string[] = []): string[] =>
  unique(said.map(name => plain(name).replace(titles, '')).filter(name => !unknown.test(name)))
const unique = (values: string[]): string[] => [...new Set(values.filter(Boolean))]

/** The last nine digits: with or without the country's number. */
const phoneOf = (said: string): string => {
  const digits = said.replace(/\D/g, '')
  return digits.length >= 6 ? digits.slice(-9) : ''
}

function sexOf(said: string): string {
  const word = plain(said)
  if (/^(m|male|man|boy|1)$/.test(word)) return 'm'
  if (/^(f|female|woman|girl|2)$/.test(word)) return 'f'
  return unknown.test(word) ? '' : word
}

function addressOf({ number = '', lines = [], town = '', region = '', postcode = '' }: NonNullable<Said['addresses']>[number]): Address {
  const said = lines.map(plain).filter(line => line && !unknown.test(line))
  const code = postcode.toLowerCase().replace(/[^a-z0-9]/g, '')
  const first = said[0] ?? ''
  const inLine = number ? undefined : /^(?:(?:flat|apartment|apt|unit|room) (\w+) )?(\d+[a-z]?) (.*)$/.exec(first)
  if (inLine) said[0] = inLine[3] ?? ''
  return {
    number: plain(number).replaceAll(' ', '') || (inLine ? `${inLine[2]}${inLine[1] ? `/${inLine[1]}` : ''}` : ''),
    lines: said.filter(line => line.replaceAll(' ', '') !== code).map(shortened),
    town: plain(town),
    region: plain(region),
    postcode: code,
  }
}

const short: [RegExp, string][] = [
  [/\bstreet\b/g, 'st'],
  [/\broad\b/g, 'rd'],
  [/\bavenue\b/g, 'ave'],
  [/\blane\b/g, 'ln'],
  [/\bdrive\b/g, 'dr'],
  [/\bcourt\b/g, 'ct'],
  [/\bplace\b/g, 'pl'],
  [/\bcrescent\b/g, 'cres'],
  [/\bclose\b/g, 'cl'],
  [/\bgardens\b/g, 'gdns'],
  [/\bterrace\b/g, 'tce'],
]
const shortened = (line: string): string => short.reduce((text, [from, to]) => text.replace(from, to), line)
