// Fills the blanks of a wording: `{she|he}` chooses, `{c.he}` is somebody, `{street}` is somewhere.
import type { Dice } from '../dice.ts'

export type Blanks = Record<string, string>

const blank = /\{([^{}]*)\}/g

export function fill(wording: string, blanks: Blanks, roll: Dice): string {
  const text = wording.replace(blank, (whole, inside: string) => (/^(on|month):/.test(inside) ? whole : filled(inside, blanks, roll)))
  // A choice may hold blanks of its own, so what came out is filled until nothing is left but dates.
  return text !== wording ? fill(text, blanks, roll) : text.replace(/(^|[.!?] )([a-z])/, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function filled(inside: string, blanks: Blanks, roll: Dice): string {
  if (inside.includes('|')) return roll.pick(inside.split('|'))
  if (inside === 'n') return roll.pick(['two', 'three', 'four', 'five', 'six'])
  if (inside === 'night') return `${roll.between(1, 4)}.${roll.pick(['05', '10', '20', '30', '40', '50'])} am`
  if (inside === 'late') return `${roll.between(9, 11)}.${roll.pick(['05', '15', '25', '30', '45', '50'])} pm`
  const found = blanks[inside]
  if (found === undefined) throw new Error(`Nothing to put in {${inside}}`)
  return found
}

/** What may be said of somebody: {c}, {c.f} first name, {c.t} as one writes to them, {c.he}, {c.him}, {c.his}. */
export function about(key: string, given: string, family: string, is: 'he' | 'she'): Blanks {
  const [he, him, his] = is === 'he' ? (['he', 'him', 'his'] as const) : (['she', 'her', 'her'] as const)
  const up = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  return {
    [key]: `${given} ${family}`,
    [`${key}.f`]: given,
    [`${key}.t`]: `${is === 'he' ? 'Mr' : 'Ms'} ${family}`,
    [`${key}.he`]: he,
    [`${key}.him`]: him,
    [`${key}.his`]: his,
    [`${key}.He`]: up(he),
    [`${key}.His`]: up(his),
  }
}
