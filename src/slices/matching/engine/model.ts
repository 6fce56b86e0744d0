/** The model: how much each agreement weighs, in bits. One bit more makes it twice as likely that two records are one person. */
import { type Compared, type Field, fields } from './fields.ts'

export interface Model {
  fields: readonly Field[]
  /** For each field and level: how likely it is for one person, and for two by chance. */
  m: number[][]
  u: number[][]
  /** How many of all pairs are one person, and how many two people of one home. */
  share: { one: number; home: number }
  /** How many bits sharing this very value is worth against chance. */
  rarity: (field: number, value: string) => number
  /** The most that the parts of one address can say together. */
  mostOfAddress: (address: string) => number
}

export interface Weighed {
  /** Bits in all: for one person, against two by chance or two of one home. */
  bits: number
  /** For each field its bits against chance; 0 where either side does not say. */
  each: number[]
  /** Bits taken off because two people of one home may agree in as much. */
  home: number
  /** How likely it is that they are two of one home. */
  likelyHome: number
  /** Something that people go by plainly differs, or no name agrees: never taken as certain. */
  doubtful: boolean
}

/** Weighs a comparison by a model. */
export function weigh(model: Model, compared: Compared): Weighed {
  const { levels, values } = compared
  const swapped = levels[order] === 1
  const each = levels.map((level, at) => (level < 0 ? 0 : bitsOf(model, at, level, values[at] ?? '', swapped)))
  limitAddress(model, compared.address, each)
  const { one, home } = model.share
  const [odds, homeOdds] = [one * 2 ** sum(each), home * 2 ** homeBits(model, levels, each)]
  const two = 1 - one - home + homeOdds
  return {
    bits: Math.log2(odds / two),
    each,
    home: Math.log2((1 - one - home) / two),
    likelyHome: homeOdds / (odds + two),
    doubtful: isDoubtful(levels),
  }
}

const sum = (bits: readonly number[]): number => bits.reduce((total, one) => total + one, 0)

function bitsOf(model: Model, at: number, level: number, value: string, swapped: boolean): number {
  const [m, u] = [model.m[at]?.[level] ?? 1, model.u[at]?.[level] ?? 1]
  if (!model.fields[at]?.rare || !value) return Math.log2(m / u)
  // Changed about, a common name looks rare where it does not belong.
  const rarity = swapped && at <= family ? Math.min(model.rarity(given, value), model.rarity(family, value)) : model.rarity(at, value)
  if (level === 0) return Math.log2(m) + rarity
  // A slip in a rare name says more than a slip in a common one, though less surely.
  if (at > family || level > 3) return Math.log2(m / u)
  return Math.log2(m / u) + 0.5 * limited(rarity + Math.log2(model.u[at]?.[0] ?? 1), 4)
}

const limited = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

/** The parts of an address go together, so they cannot say more than the whole. */
function limitAddress(model: Model, address: string, each: number[]): void {
  let said = 0
  for (const [at, bits] of each.entries()) if (bits > 0 && model.fields[at]?.ofAddress) said += bits
  const most = said > 0 ? model.mostOfAddress(address) : 0
  if (said > most) for (const [at, bits] of each.entries()) if (bits > 0 && model.fields[at]?.ofAddress) each[at] = (bits * most) / said
}

const place = (name: string): number => fields.findIndex(field => field.name === name)
const [given, family, order, born, phone, email] = ['given', 'family', 'order', 'born', 'phone', 'email'].map(place) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/** How often two people of one home share what they share by more than chance: sons named after fathers, twins, one telephone. */
const sharedAtHome = new Map([
  [given, 0.03],
  [family, 0.8],
  [born, 0.03],
  [phone, 0.5],
  [email, 0.1],
])

/** The same agreement, weighed for two people of one home. Hardly anybody there shares both the given name and the day of birth. */
function homeBits(model: Model, levels: readonly number[], each: readonly number[]): number {
  let bits = 0
  let own = 0
  for (const [at, level] of levels.entries()) {
    if (level < 0) continue
    if (model.fields[at]?.ofAddress) bits += each[at] ?? 0
    const said = bitsAtHome(model, at, level, each[at] ?? 0)
    if (at === given || at === born) own = Math.max(own, said)
    else bits += said
  }
  const twice = (levels[given] ?? 9) <= 1 && (levels[given] ?? -1) >= 0 && (levels[born] ?? 9) <= 2 && (levels[born] ?? -1) >= 0
  return bits + own - (twice ? 5 : 0)
}

function bitsAtHome(model: Model, at: number, level: number, bits: number): number {
  const share = sharedAtHome.get(at)
  if (share === undefined) return 0
  const near = level === 0 || (at === family && level <= 3)
  // In place of how often one person's records agree, how often two of a home do.
  return near ? Math.max(0, bits + Math.log2(share / (model.m[at]?.[0] ?? 1))) : Math.log2(1 - share)
}

/** Father and son, twins, a couple at one address: much agrees, yet they are two. Without a name that agrees nobody is sure, nor by the name of a family alone. */
function isDoubtful(levels: readonly number[]): boolean {
  const [g, f, b] = [levels[given] ?? -1, levels[family] ?? -1, levels[born] ?? -1]
  const named = (g >= 0 && g <= 3) || (f >= 0 && f <= 3)
  // The one name of one is the family name of the other, or no given name is known at all.
  const byFamily = g < 0 || (f < 0 && levels[order] === 1)
  return !named || g === 5 || b === 7 || ((byFamily || f === 5) && b !== 0)
}
