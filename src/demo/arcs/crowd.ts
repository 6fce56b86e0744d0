// People met once or twice: made up as cases need them, with homes on the streets where the cases happen.
import type { Dice } from '../dice.ts'
import type { PersonLine } from '../people/line.ts'
import type { Place, Slug } from '../shape.ts'
import type { Age } from './arc.ts'
import { must, nth } from '../must.ts'
import { stocks } from './names.ts'

export type Met = Omit<PersonLine, 'is'> & { is: 'he' | 'she' }

const ages: Record<Age, [number, number]> = { child: [5, 12], teen: [13, 17], young: [18, 27], adult: [28, 54], older: [55, 72], old: [73, 91] }

const guesses = ['From what the neighbour says', 'Looks it; not asked', 'School year, day not known', 'Gave two different years', 'From an old hospital letter, year only', 'Own word, no papers']

const needs: [kind: 'language' | 'access' | 'health' | 'communication' | 'contact', words: string][] = [
  ['access', 'Uses a wheelchair outdoors. Level meeting rooms only.'],
  ['communication', 'Does not read well and will not say so. Read letters out.'],
  ['communication', 'Texts, never calls. Anxiety.'],
  ['health', 'Insulin at 12 and 6; offer a break.'],
  ['contact', 'Not before 11, works nights.'],
  ['contact', 'Ring the landline; the mobile is shared with a brother.'],
  ['access', 'Third floor, lift often out.'],
  ['communication', 'Lip-reads. Face the window.'],
  ['health', 'Long-term back pain, cannot sit for long.'],
  ['communication', 'Autistic. Say what will happen and in what order.'],
  ['contact', 'Emails only at weekends, shared tablet.'],
  ['health', 'Pregnant, due in the spring.'],
  ['access', 'Assistance dog. Let her know if there are cats.'],
  ['communication', 'Prefers a woman where there is one.'],
]

const warnings: [instruction: string, because: string][] = [
  ['Visit in twos', 'Threatened a contractor with a hammer'],
  ['Dog to be shut away before you go in', 'Bit a meter reader'],
  ['No home visits; meet at the office', 'Grabbed an officer by the lanyard'],
  ['Do not visit after dark', 'Friends on the stair in the evenings'],
  ['Wear boots, needles in the hall', 'Two found by the crew'],
  ['Ring from outside before you knock', 'Keeps a bat behind the door since the burglary'],
]

/** Makes people one at a time, never the same full name twice. */
export function crowd(roll: Dice) {
  const used = new Set<string>()
  const made: Met[] = []
  function meet(age: Age, home: Place, by: Slug, day: number, family?: string, told?: 'he' | 'she'): Met {
    const [given, surname, is] = unusedName(roll, used, age, family, told)
    const slug = `${given}-${surname}`.toLowerCase()
    const line: Met = { slug, name: [given, surname], is, age: anAge(age, roll), ...reach(age, roll, made.length), ...extras(roll, by, day), by, day, homeLine: homeOn(home, roll) }
    made.push(line)
    return line
  }
  return { meet, made }
}

function unusedName(roll: Dice, used: Set<string>, age: Age, family?: string, told?: 'he' | 'she'): [string, string, 'he' | 'she'] {
  for (;;) {
    const stock = family ? must(stocks.find(s => s.family.includes(family)), family) : weighted(roll)
    const is = told ?? (roll.chance(0.5) ? 'she' : 'he')
    const names = ['child', 'teen', 'young'].includes(age) ? (stock.young ?? stock) : stock
    const given = roll.pick(names[is])
    const surname = family ?? roll.pick(stock.family)
    if (used.has(`${given} ${surname}`)) continue
    used.add(`${given} ${surname}`)
    return [given, surname, is]
  }
}

function weighted(roll: Dice) {
  let left = roll.roll() * 100
  return stocks.find(stock => (left -= stock.share) < 0) ?? nth(stocks, 0)
}

function anAge(age: Age, roll: Dice): PersonLine['age'] {
  const [low, high] = ages[age]
  const years = roll.between(low, high)
  if (roll.chance(0.14)) return { about: years, note: roll.pick(guesses) }
  const two = (n: number) => String(n).padStart(2, '0')
  return [years, `${two(roll.between(1, 12))}-${two(roll.between(1, 28))}`]
}

function reach(age: Age, roll: Dice, count: number): Pick<PersonLine, 'mobile' | 'phone'> {
  if (age === 'child') return {}
  if (age === 'old' && roll.chance(0.7)) return { phone: `01632 960${String(610 + (count % 380)).padStart(3, '0')}` }
  return roll.chance(0.82) ? { mobile: `07700 900${String(640 + (count % 350)).padStart(3, '0')}` } : {}
}

function extras(roll: Dice, by: Slug, day: number): Pick<PersonLine, 'needs' | 'warnings'> {
  const need = roll.chance(0.2) ? { needs: [roll.pick(needs)] } : {}
  const [instruction, because] = roll.pick(warnings)
  const warned = roll.chance(0.05) ? { warnings: [{ do: instruction, because, by, day: Math.min(day + 3, -1), review: roll.between(-20, 90) }] } : {}
  return { ...need, ...warned }
}

function homeOn(place: Place, roll: Dice): string {
  const number = roll.between(1, 88)
  const line = place.kind === 'block' ? `Flat ${1 + (number % 40)}, ${place.line}` : place.kind === 'street' ? `${number} ${place.line}` : undefined
  return line ? `${line}, ${place.town}, ${place.postcode}` : ''
}
