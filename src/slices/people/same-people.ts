/** Whether somebody who is being added is known already: those nearest by every field first, then those of a like name; and who else may know them. */
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { type Look, seenTogether } from '../../platform/events.ts'
import { isoDay, nameOf } from '../../ui/index.ts'
import { askAbout, type Described, findSame, type KnownTo, type Same } from '../matching/index.ts'
import { parseBorn } from './born.ts'
import { type Match, matchPeople, nearestPeople, personWords } from './matches.ts'

export interface Known {
  matches: Match[]
  /** Agencies that know such a person, when an agreement lets them say so. */
  known: KnownTo[]
}

/** Looks, and logs that it was looked for, with whatever else was looked at on the way. */
export async function lookFor(db: Db, described: Described, typed: string, looks: Look[] = []): Promise<Known> {
  const words = personWords(typed)
  const [{ people, known }, near] = await Promise.all([
    findSame(db, described),
    typed ? nearestPeople(db, words, 12) : [],
    seenTogether(db, [{ kind: 'search', words: typed || nameOf(described) }, ...looks]),
  ])
  const found = await matchPeople(db, [...people.map(one => one.id), ...near], words)
  const matches = found.map(match => {
    const same = people.find(one => one.id === match.id)
    return same ? { ...match, reasons: reasonsOf(same) } : match
  })
  return { matches: matches.slice(0, 12), known }
}

/**
 * Whether a human must look first: somebody who may be the same and was not on the page, or an agency that knows them.
 * @example if (await mustLook(db, input, typed)) throw new Invalid({ … }, typed)
 */
export async function mustLook(db: Db, described: Described, { sure, shown = '' }: { sure?: string; shown?: string }): Promise<boolean> {
  if (sure) return false
  const { people, known } = await findSame(db, described)
  const there = shown.split(' ')
  return people.some(one => !there.includes(one.id)) || (known.length > 0 && !there.includes('known'))
}

/** Somebody new was added although others are much like them: it is remembered that they are not the same. */
export async function rememberDifferent(db: Db, id: string, described: Described): Promise<void> {
  for (const one of (await findSame(db, described)).people) if (one.id !== id) await askAbout(db, id, one.id, 'different')
}

/** What was shown, to be sent along with the form. */
export const shownIn = ({ matches, known }: Known): string =>
  [...matches.map(one => one.id), ...(known.length > 0 ? ['known'] : [])].join(' ')

/** What a refused form says about a person, as far as it can be read. */
export function describedIn({ values }: Invalid): Described {
  const said = (name: string) => (typeof values[name] === 'string' ? (values[name] as string).trim() : '')
  return {
    givenName: said('givenName'),
    familyName: said('familyName'),
    born: parseBorn(said('born'), isoDay(new Date())),
    gender: said('gender'),
    otherName: said('otherName'),
    phone: said('phone'),
    address: said('address'),
    postcode: said('postcode'),
  }
}

/** The fields that agree, in words. */
function reasonsOf(same: Same): string[] {
  const agree = same.reasons.filter(one => one.bits > 0.5 && one.field !== 'Same home')
  const differ = same.reasons.filter(one => one.bits < -0.5 && one.field !== 'Same home')
  return [
    same.answer === 'certain' ? 'Almost certainly the same person' : 'May be the same person',
    ...agree.map(one => `${one.field}: ${one.says}`),
    ...differ.map(one => `${one.field}: ${one.says}`),
  ]
}
