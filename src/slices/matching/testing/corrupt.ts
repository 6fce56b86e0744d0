/** Makes up a list of people, families among them, in which some appear again as careless hands would write them. */

export interface MadeUp {
  columns: string[]
  rows: string[][]
}

const givenNames =
  'Amelia Robert William Elizabeth Catherine Thomas Fatima Mohammed Piotr Agnieszka Siobhan Callum Priya Arjun Chloe Oliver Grace Joseph Harriet Samuel Ngozi Chidi Wei Mei Ruth Daniel Zainab Yusuf Margaret Edward'.split(
    ' ',
  )
const beginnings = 'Ash Bren Cal Dun Fen Gar Hol Ket Lang Mor Nor Pend Quar Rus Stan Thorn Ux Wil Yar Zel Smi Jo'.split(' ')
const endings = 'ford wick ington er son shaw ley well by ton worth man ham stone field'.split(' ')
const streets = 'Mill Church Station Park Victoria Albert Chapel Forest Castle Bridge Meadow Orchard'.split(' ')
const kinds = ['Street', 'Road', 'Lane', 'Close', 'Avenue']
const towns = ['Ravensby', 'Millbrook', 'Easthaven', 'Norchester']

/**
 * A list of `size` households, drawn again alike from the same seed.
 * @example madeUpPeople(400, 7)
 */
export function madeUpPeople(size: number, seed: number): MadeUp {
  const dice = diceFrom(seed)
  const rows: string[][] = []
  for (let home = 0; home < size; home++) {
    const address = [
      String(1 + dice.upTo(120)),
      `${dice.of(streets)} ${dice.of(kinds)}`,
      dice.of(towns),
      `NG${1 + dice.upTo(20)} ${dice.upTo(10)}${dice.letter()}${dice.letter()}`.toUpperCase(),
    ]
    const family = dice.of(beginnings) + dice.of(endings)
    const twinBorn = born(dice)
    const people = 1 + dice.upTo(3)
    const called = new Set<string>()
    for (let at = 0; at < people; at++) {
      // Some children of a home are twins, and some sons have their father's name.
      let given = dice.of(givenNames)
      while (called.has(given)) given = dice.of(givenNames)
      called.add(given)
      const original = [given, family, dice.upTo(12) === 0 ? twinBorn : born(dice), ...address, phone(dice)]
      const truth = `${home}/${at}`
      rows.push([...original, truth])
      for (let copy = dice.upTo(3); copy > 0; copy--) rows.push([...corrupted(original, dice), truth])
    }
  }
  return { columns: ['First name', 'Surname', 'DOB', 'House number', 'Street', 'Town', 'Postcode', 'Phone', 'truth'], rows }
}

type Dice = ReturnType<typeof diceFrom>

function diceFrom(seed: number) {
  let state = seed
  const upTo = (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * most)
  }
  return { upTo, of: <T>(list: readonly T[]): T => list[upTo(list.length)] as T, letter: () => String.fromCharCode(97 + upTo(26)) }
}

const two = (number: number) => String(number).padStart(2, '0')
const born = (dice: Dice) => `${1940 + dice.upTo(75)}-${two(1 + dice.upTo(12))}-${two(1 + dice.upTo(28))}`
const phone = (dice: Dice) => `07${Array.from({ length: 9 }, () => dice.upTo(10)).join('')}`

/** One to three things go wrong. */
function corrupted(original: string[], dice: Dice): string[] {
  const row = [...original]
  for (let left = 1 + dice.upTo(3); left > 0; left--) dice.of(faults)(row, dice)
  return row
}

const slip = (at: number) => (row: string[], dice: Dice) => {
  const said = row[at] ?? ''
  const place = dice.upTo(Math.max(1, said.length - 1))
  const [before, one, other, after] = [said.slice(0, place), said[place] ?? '', said[place + 1] ?? '', said.slice(place + 2)]
  row[at] = dice.of([
    before + other + one + after,
    before + other + after,
    before + dice.letter() + other + after,
    before + one + one + other + after,
  ])
}

const faults: ((row: string[], dice: Dice) => void)[] = [
  slip(0),
  slip(1),
  slip(4),
  (row, dice) => {
    row[dice.of([0, 2, 3, 4, 6, 7])] = ''
  },
  row => {
    ;[row[0], row[1]] = [row[1] ?? '', row[0] ?? '']
  },
  row => {
    const [year, month, day] = (row[2] ?? '').split('-')
    if (day && Number(day) <= 12) row[2] = `${year}-${day}-${month}`
  },
  (row, dice) => {
    if (row[2]) row[2] = row[2].slice(0, 9) + dice.upTo(9)
  },
  (row, dice) => {
    // Moved house.
    ;[row[3], row[4], row[6]] = [
      String(1 + dice.upTo(120)),
      `${dice.of(streets)} ${dice.of(kinds)}`,
      `NG${1 + dice.upTo(20)} ${dice.upTo(10)}ZZ`,
    ]
  },
  (row, dice) => {
    row[7] = phone(dice)
  },
  row => {
    row[0] = (row[0] ?? '').slice(0, 1)
  },
]
