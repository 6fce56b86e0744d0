/** Why a person was found, said from what this reader may see of them. */
import { nameOf } from '../../ui/index.ts'
import { bornWords } from './born-words.ts'
import { plainWords } from './names.ts'

interface Seen {
  givenName: string
  familyName: string
  bornOn: string | null
  bornPrecision: string
  otherNames: string[]
  contacts: string[]
}

/**
 * Sentences that say what matched; none when it is simply the name as typed.
 * @example reasonsFor(person, 'jonno ng7') // ["Also known as Jonno", "12 Mill Lane, NG7 1AA"]
 */
export function reasonsFor(person: Seen, asked: string): string[] {
  const words = plainWords(asked)
  const unexplained = words.filter(word => !begins(word, nameOf(person)))
  const reasons: string[] = []
  const explain = (reason: string, said: string) => {
    const by = unexplained.filter(word => begins(word, said))
    if (by.length === 0) return
    reasons.push(reason)
    for (const word of by) unexplained.splice(unexplained.indexOf(word), 1)
  }
  for (const name of person.otherNames) explain(`Also known as ${name}`, name)
  if (person.bornOn) explain(`Born ${bornWords(person)}`, bornTokens(person.bornOn, person.bornPrecision))
  for (const contact of person.contacts)
    explain(contact, `${contact} ${contact.replace(/[^\p{L}\p{N}@]/gu, '')} ${postcodes(contact)} ${number(contact)}`)
  if (unexplained.some(word => /\p{L}/u.test(word)))
    reasons.push(unexplained.length === words.length ? 'Spelt or sounds nearly like this' : `Near to “${unexplained.join(' ')}”`)
  return reasons
}

const begins = (word: string, said: string): boolean => plainWords(said).some(own => own.startsWith(word))
const bornTokens = (on: string, precision: string) =>
  `${precision === 'day' ? `born${on.replaceAll('-', '')}` : ''} born${on.replaceAll('-', '').slice(0, 6)} ${on.slice(0, 4)}`
const postcodes = (contact: string) =>
  contact
    .match(/[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi)
    ?.map(code => code.replace(' ', ''))
    .join(' ') ?? ''
const number = (contact: string) => contact.replace(/[^\d+]/g, '').replace(/^(\+|00)44/, '0')
