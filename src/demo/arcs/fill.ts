// Fills the blanks of a wording: `{she|he}` chooses, `{c.he}` is somebody, `{street}` is somewhere.
import type { Dice } from '../dice.ts'

export type Blanks = Record<string, string>

const blank = /\{([^{}]*)\}/

export function fill(wording: string, blanks: Blanks, roll: Dice): string {
  let text = wording
  for (let found = blank.exec(text); found; found = blank.exec(text)) {
    text = text.slice(0, found.index) + filled(found[1]!, blanks, roll) + text.slice(found.index + found[0].length)
  }
  return text.replace(/\u0001/g, '{').replace(/\u0002/g, '}').replace(/(^|[.!?] )([a-z])/, (_, before, letter) => before + letter.toUpperCase())
}

function filled(inside: string, blanks: Blanks, roll: Dice): string {
  if (inside.includes('|')) return roll.pick(inside.split('|'))
  if (inside.startsWith('on:')) return `\u0001${inside}\u0002`
  if (inside === 'n') return roll.pick(['two', 'three', 'four', 'five', 'six'])
  if (inside === 'night') return `${roll.between(1, 4)}.${roll.pick(['05', '10', '20', '30', '40', '50'])} am`
  if (inside === 'late') return `${roll.between(9, 11)}.${roll.pick(['05', '15', '25', '30', '45', '50'])} pm`
  const found = blanks[inside]
  if (found === undefined) throw new Error(`Nothing to put in {${inside}}`)
  return found
}

/** What may be said of somebody: {c}, {c.f} first name, {c.t} as one writes to them, {c.he}, {c.him}, {c.his}. */
export function about(key: string, given: string, family: string, is: 'he' | 'she'): Blanks {
  const [he, him, his] = is === 'he' ? ['he', 'him', 'his'] : ['she', 'her', 'her']
  const up = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  return {
    [key]: `${given} ${family}`,
    [`${key}.f`]: given,
    [`${key}.t`]: `${is === 'he' ? 'Mr' : 'Ms'} ${family}`,
    [`${key}.he`]: he!, [`${key}.him`]: him!, [`${key}.his`]: his!,
    [`${key}.He`]: up(he!), [`${key}.His`]: up(his!),
  }
}
