/** Guesses, from a note's words, what kind it is and whom it is about, so that a worker need not be asked. */
import type { EntryKind } from '../../programmes/index.ts'

const tells: [string, RegExp][] = [
  ['decision', /^(decision|decided|agreed|we decided|it was decided|panel decided)\b/i],
  ['visit', /\b(visited|home visit|joint visit|called (round|at)|went to see|attended (the )?(address|property|flat|house)|door ?knock)/i],
  ['contact', /\b(rang|phoned|telephoned|called|spoke (to|with)|text(ed)?|e-?mailed|voicemail|phone call|no answer|met with|saw)\b/i],
]

/**
 * The kind of an entry, when its writer did not say: the first that its words tell and its programme has.
 * @example guessKind('Rang Maria, no answer', kinds) // "contact"
 */
export function guessKind(body: string, kinds: EntryKind[]): string {
  const told = tells.find(([key, words]) => words.test(body) && kinds.some(kind => kind.key === key))
  return told?.[0] ?? 'note'
}

/** A person as a note may name them. */
export interface Named {
  id: string
  givenName: string
  familyName: string
}

/**
 * The people of the case whom a text names: by whole given name when only one of them has it, or by full name.
 * @example guessPeople('Saw Maria at home', [{ id: '1', givenName: 'Maria', familyName: 'Lopez' }]) // ['1']
 */
export function guessPeople(body: string, people: Named[]): string[] {
  const said = ` ${body.toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `
  const names = (word: string): boolean => word !== '' && said.includes(` ${word.toLowerCase()} `)
  return people
    .filter(one => {
      const alike = people.filter(other => other.givenName.toLowerCase() === one.givenName.toLowerCase())
      return names(`${one.givenName} ${one.familyName}`.trim()) || (alike.length === 1 && one.givenName.length > 2 && names(one.givenName))
    })
    .map(one => one.id)
}
