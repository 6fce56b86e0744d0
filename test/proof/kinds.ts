/** Deeds of which all that there is to know stands in one place: the row that is written, who may write it, and who most likely does. */
import fc from 'fast-check'
import { amendments } from './kinds-amendments.ts'
import { called } from './kinds-called.ts'
import { offices } from './kinds-offices.ts'
import { own } from './kinds-own.ts'
import { people } from './kinds-people.ts'
import type { Kind, OfKinds } from './kind.ts'
import { does, upTo } from './sizes.ts'
import type { Deed, World } from './world.ts'

const kinds: Record<string, Kind> = { ...offices, ...people, ...amendments, ...called, ...own }

export const isOfKinds = (deed: Deed): deed is OfKinds => deed.does in kinds

/** What is known of a deed. */
export function kindOf({ does: name }: OfKinds): Kind {
  const kind = kinds[name]
  if (!kind) throw new Error(`Nobody knows how to ${name}.`)
  return kind
}

/** Any of these deeds, by lot. */
export const deedOfKinds: fc.Arbitrary<Deed> = fc.oneof(
  ...Object.keys(kinds).map(name => does(name, { one: upTo(8), other: upTo(8) }) as fc.Arbitrary<OfKinds>),
)

/** A deed as somebody would do it who might well do it. */
export const fittingOfKinds = (world: World, deed: OfKinds): Deed => ({ ...deed, ...kindOf(deed).likely?.(world, deed) })
