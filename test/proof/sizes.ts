/** How much there is of everything in a world, and how it is drawn by lot. */
import fc from 'fast-check'
import { categories, type Category, type Principal, type Side, type When } from './world.ts'

/** Counts are fixed, so that ids can be; what varies is how things stand to one another. */
export const size = { agencies: 4, workers: 7, teams: 3, agreements: 2, consents: 2, cases: 5, people: 4, places: 3 }

export const upTo = (count: number) => fc.nat({ max: count - 1 })
export const seldom = fc.constantFrom(false, false, false, false, false, true)
export const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
export const when = mostly<When>('now', 'over', 'to come')
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: null })
export const some = <T>(arbitrary: fc.Arbitrary<T>, max: number) => fc.array(arbitrary, { minLength: Math.ceil(max / 2), maxLength: max })
export const exactly = <T>(arbitrary: fc.Arbitrary<T>, count: number) => fc.array(arbitrary, { minLength: count, maxLength: count })

export const principal: fc.Arbitrary<Principal> = fc.oneof(
  fc.tuple(fc.constant('agency' as const), upTo(size.agencies)),
  fc.tuple(fc.constant('team' as const), upTo(size.teams)),
  fc.tuple(fc.constant('worker' as const), upTo(size.workers)),
)

export const side = fc.constantFrom<(Side | null)[]>(null, null, 'victim', 'subject')
export const mark = { side, category: fc.constantFrom<(Category | null)[]>(null, null, null, ...categories) }
export const sides = fc.constantFrom<(Side[] | null)[]>(null, null, ['victim'], ['subject'], ['victim', 'subject'])
export const shownCategories = fc.constantFrom<(Category[] | null)[]>(null, null, [], ['health'])

/** A deed by somebody, in some case, with a mark. */
export const does = <Name extends string, More extends object>(name: Name, more: { [Key in keyof More]: fc.Arbitrary<More[Key]> }) =>
  fc.record({ does: fc.constant(name), by: upTo(size.workers), case: upTo(size.cases), ...mark, ...more })
