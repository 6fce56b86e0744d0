/** The model with which Kith is shipped: for one person against everybody, where there is no file to learn from. */
import { shareOf } from './common-names.ts'
import { fields } from './fields.ts'
import type { Model } from './model.ts'

/**
 * One in a hundred thousand, whatever the database holds: a weight that depended on what is in it would tell of what is hidden.
 * The names' frequencies are the country's for the same reason.
 */
export const shipped: Model = {
  fields,
  m: fields.map(field => field.levels.map(level => level.m)),
  u: fields.map(field => field.levels.map(level => level.u)),
  share: { one: 1 / 100_000, home: 2 / 100_000 },
  rarity: (at, value) => -Math.log2(chanceOf(fields[at]?.name ?? '', value) ?? fields[at]?.levels[0]?.u ?? 1),
  mostOfAddress: () => 14,
}

const chanceOf = (field: string, value: string): number | undefined =>
  field === 'given' || field === 'family' ? shareOf(field, value) : undefined
