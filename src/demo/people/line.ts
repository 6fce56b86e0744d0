// How a person is written down by an author: ages counted from today, homes by the place's slug.
import type { Calendar } from '../calendar.ts'
import type { Fact, Need, Person, Sensitivity, Slug } from '../shape.ts'

export type PersonLine = {
  slug: Slug
  name: [given: string, family: string]
  knownAs?: string
  aliases?: [name: string, note?: string][]
  is: Person['pronouns']
  /** Age today with the birthday as MM-DD, or a guess and how it was made. */
  age?: [years: number, birthday: string] | { about: number; note: string }
  home?: Slug
  homeHidden?: Sensitivity
  /** A home written out, where it is no place of its own. */
  homeLine?: string
  before?: [place: Slug, leftDaysAgo: number]
  mobile?: string
  phone?: string
  email?: string
  contact?: string
  needs?: [kind: Need['kind'], words: string][]
  warnings?: { do: string; because: string; by: Slug; day: number; review: number; ended?: number }[]
  by: Slug
  day: number
}

export function person(line: PersonLine, cal: Calendar): Person {
  return {
    slug: line.slug,
    given: line.name[0],
    family: line.name[1],
    ...(line.knownAs && { knownAs: line.knownAs }),
    aliases: (line.aliases ?? []).map(([name, note]) => ({ name, ...(note && { note }) })),
    pronouns: line.is,
    ...(line.age && { born: born(line.age, cal) }),
    facts: facts(line, cal),
    warnings: (line.warnings ?? []).map(w => ({
      instruction: w.do, because: w.because, setBy: w.by, setAt: cal.moment(w.day, '09:05'), reviewOn: cal.day(w.review),
      ...(w.ended !== undefined && { endedAt: cal.moment(w.ended, '15:20') }),
    })),
    needs: (line.needs ?? []).map(([kind, words]) => ({ kind, words })),
    recordedBy: line.by,
    recordedAt: cal.moment(line.day, '09:05'),
  }
}

function born(age: NonNullable<PersonLine['age']>, cal: Calendar): NonNullable<Person['born']> {
  const year = Number(cal.today.slice(0, 4))
  if (!Array.isArray(age)) return { year: year - age.about, note: age.note }
  const [years, birthday] = age
  const hadIt = birthday <= cal.today.slice(5)
  return { on: `${year - years - (hadIt ? 0 : 1)}-${birthday}` }
}

function facts(line: PersonLine, cal: Calendar): Fact[] {
  const from = cal.day(line.day)
  const told = (kind: Fact['kind'], value: string | undefined): Fact[] =>
    value ? [{ kind, value, source: 'Told us', sensitivity: 'normal', from }] : []
  const home: Fact[] = line.home
    ? [{ kind: 'address', value: '', place: line.home, source: 'Tenancy or council tax record', sensitivity: line.homeHidden ?? 'normal', from }]
    : []
  if (line.homeLine) home.push({ kind: 'address', value: line.homeLine, source: 'Told us', sensitivity: 'normal', from })
  const before: Fact[] = line.before
    ? [{ kind: 'address', value: '', place: line.before[0], source: 'Earlier address, told us', sensitivity: 'normal', from: cal.day(line.before[1] - 700), until: cal.day(line.before[1]) }]
    : []
  return [...told('mobile', line.mobile), ...told('phone', line.phone), ...told('email', line.email), ...home, ...before, ...told('contact-note', line.contact)]
}
