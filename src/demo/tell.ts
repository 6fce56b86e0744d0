// Turns a story as its author wrote it into a case with real dates.
import { type Calendar, dayOf, later } from './calendar.ts'
import { type Dice, dice } from './dice.ts'
import type { Aim, Case, Document, Entry, Grant, Message, Moment, Slug, Task } from './shape.ts'
import type { DocumentLine, Line, Share, Story, TaskLine } from './story.ts'

/** What telling needs to know of the rest of the county. */
export type Teller = {
  cal: Calendar
  kindOf: (slug: Slug) => 'worker' | 'team' | 'agency'
  agencyOf: (worker: Slug) => Slug
}

/** Agencies that knock on doors at weekends; everybody else's weekend entries belong to a working day. */
const roundTheClock = new Set(['merrowshire-police', 'merrowshire-fire', 'quayside-shelter', 'wexby-wardens', 'rowan-door', 'labour-standards'])

/** Where one team of an agency carries its cases, so that those who administer it do not read them. */
const workedBy: Record<Slug, Slug> = {
  'labour-standards': 'labour-operations',
  'fallowgate-homes': 'fallowgate-neighbourhoods',
  'wexby-council': 'wexby-community-safety',
  'merrowshire-county': 'county-practitioners',
}

export function tell(story: Story, teller: Teller): Case {
  const { cal } = teller
  const entries = tellEntries(story, teller, dice(`entries ${story.slug}`))
  const started = entries[0]?.at ?? cal.moment(story.opened, '09:00')
  const openedAt = earliest([later(started, -12), cal.moment(story.opened, '23:59')])
  const closure = story.closure && tellClosure(story.closure, teller, entries.at(-1)?.writtenAt ?? openedAt)
  /** When something was set down of which the story tells the day alone: in the hours of an office, and while the case was open. */
  const worked = (day: number, what: string): Moment =>
    latest([openedAt, earliest([cal.moment(day, timeOf(`${story.slug} ${what}`)), closure?.at ?? yesterdayEvening(cal)])])
  return {
    slug: story.slug,
    title: story.title,
    programme: story.programme,
    stage: story.stage,
    status: story.closure ? 'closed' : 'open',
    summary: story.summary,
    agency: story.agency,
    ...(workedBy[story.agency] && { team: workedBy[story.agency] }),
    lead: story.lead,
    openedAt,
    openedBy: story.lead,
    ...(story.parent && { parent: story.parent }),
    ...(story.marking && { marking: story.marking }),
    ...(story.period && { period: { from: cal.day(story.period[0]), to: cal.day(story.period[1]) } }),
    ...(story.nextReview !== undefined && { nextReviewOn: cal.day(story.nextReview) }),
    people: story.people.map(([person, role, basis, fromDay]) => ({
      person, role, ...(basis && { basis }),
      from: latest([openedAt, fromDay === undefined ? openedAt : cal.moment(fromDay, '10:00')]),
    })),
    places: (story.places ?? []).map(([place, role, graded]) => ({
      place, role, ...(graded && { grade: graded.grade, gradeReason: graded.why }), ...(graded?.subCase && { subCase: graded.subCase }),
    })),
    things: (story.things ?? []).map(([thing, role]) => ({ thing, role })),
    entries,
    aims: (story.aims ?? []).map(([key, words, setBy, day, reached]): Aim => ({
      slug: `${story.slug}/${key}`, words, setBy, setAt: worked(day, `aim ${key}`),
      ...(reached !== undefined && { reachedAt: latest([worked(day, `aim ${key}`), worked(reached, `reached ${key}`)]) }),
    })),
    tasks: (story.tasks ?? []).map((line, n) => tellTask(line, `${story.slug}/task-${n + 1}`, story.slug, teller, openedAt)),
    documents: (story.documents ?? []).map((line, n) => tellDocument(line, `${story.slug}/document-${n + 1}`, cal, openedAt)),
    messages: tellMessages(story, cal, openedAt),
    grants: (story.shares ?? []).map((line, n) => tellGrant(line, `${story.slug}/share-${n + 1}`, story.programme, teller, openedAt)),
    ...(closure && { closure }),
    outcomes: (story.outcomes ?? []).map(([agency, by, day, kind, words, person], n) => ({
      slug: `${story.slug}/outcome-${n + 1}`, agency, by, on: notBefore(cal.day(day), dayOf(openedAt)), recordedAt: worked(day, `outcome ${n}`), kind, words, ...(person && { person }),
    })),
    looks: (story.looks ?? []).map(([worker, day, time]) => ({ worker, at: latest([openedAt, cal.moment(day, time)]) })),
  }
}

/** Entries keep their author's order: one moved off a weekend carries those after it along. */
function tellEntries(story: Story, teller: Teller, roll: Dice): Entry[] {
  let last = ''
  return story.entries.map((line, n) => {
    const entry = tellEntry(line, `${story.slug}/entry-${n + 1}`, teller, roll)
    if (entry.at <= last) {
      const moved = Math.min(Date.parse(later(last, roll.between(7, 70))), Date.parse(yesterdayEvening(teller.cal)))
      const shift = (moved - Date.parse(entry.at)) / 60_000
      entry.at = later(entry.at, shift)
      entry.writtenAt = latest([entry.at, entry.writtenAt])
    }
    last = entry.at
    return entry
  })
}

function tellEntry([day, time, kind, by, text, more = {}]: Line, slug: Slug, teller: Teller, roll: Dice): Entry {
  const { cal } = teller
  const on = workedOn(day, teller.agencyOf(by), cal)
  const at = cal.moment(on, time)
  const writtenAt = earliest([later(at, (more.wroteAfter ?? 0) * 60 + roll.between(4, 55)), yesterdayEvening(cal)])
  return {
    slug, kind, by, at, writtenAt: latest([at, writtenAt]),
    text: typed(withDates(text, on, cal)),
    sensitivity: more.sensitivity ?? 'normal',
    ...(more.grade && { grade: more.grade }),
    people: more.people ?? [],
    replaced: (more.replaced ?? []).map(([was, who, daysLater, reason]) => ({
      text: withDates(was, on, cal), by: who, reason, at: earliest([later(at, daysLater * 1440 + 95), yesterdayEvening(cal)]),
    })),
  }
}

function workedOn(day: number, agency: Slug, cal: Calendar): number {
  if (roundTheClock.has(agency) || !cal.isWeekend(day)) return day
  const sunday = !cal.isWeekend(day + 1)
  const monday = sunday ? day + 1 : day + 2
  return monday < 0 ? monday : sunday ? day - 2 : day - 1
}

/** `{on:+3}` becomes "Tue 24 Nov" and `{month:-60}` "September", counted from the day of the entry. */
function withDates(text: string, day: number, cal: Calendar): string {
  return text.replace(/\{(on|month):([+-]?\d+)\}/g, (_, form, days) => (form === 'on' ? cal.spoken : cal.month)(day + Number(days)))
}

/** As fingers type it: straight quotation marks. */
const typed = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

function tellTask(line: TaskLine, slug: Slug, story: Slug, teller: Teller, openedAt: Moment): Task {
  const { cal } = teller
  const setAt = latest([openedAt, cal.moment(line.day, timeOf(`${slug} set`))])
  return {
    slug, words: line.words, setBy: line.by, setAt,
    to: { [teller.kindOf(line.to)]: line.to } as Task['to'],
    dueOn: notBefore(cal.day(line.due), dayOf(setAt)),
    ...(line.aim && { aim: `${story}/${line.aim}` }),
    ...(line.done && { done: { at: latest([setAt, cal.moment(line.done[0], timeOf(`${slug} done`))]), by: line.done[1], evidence: line.done[2] } }),
    ...(line.cancelled && { cancelled: { at: latest([setAt, cal.moment(line.cancelled[0], timeOf(`${slug} cancelled`))]), by: line.cancelled[1], reason: line.cancelled[2] } }),
  }
}

const types = { pdf: 'application/pdf', png: 'image/png', txt: 'text/plain' } as const

function tellDocument(line: DocumentLine, slug: Slug, cal: Calendar, openedAt: Moment): Document {
  return {
    slug, title: line.title, type: types[line.type],
    filename: `${line.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.${line.type}`,
    addedBy: line.by, addedAt: latest([openedAt, cal.moment(line.day, timeOf(slug))]),
    content: withDates(line.content, line.day, cal),
    sensitivity: line.sensitivity ?? 'normal',
  }
}

function tellMessages(story: Story, cal: Calendar, openedAt: Moment): Message[] {
  const lines = story.messages ?? []
  return lines.map(([day, time, by, to, text], n) => {
    const answered = lines.slice(n + 1).map(([, , who]) => who)
    return {
      slug: `${story.slug}/message-${n + 1}`, by, to, at: latest([openedAt, cal.moment(day, time)]), text: withDates(text, day, cal),
      readBy: to.filter(worker => answered.includes(worker) || day < -4),
    }
  })
}

const agreementFor = { asb: 'county-community-safety', 'general-support': 'county-community-safety', 'modern-slavery': 'modern-slavery-operations' } as const

function tellGrant(line: Share, slug: Slug, programme: Story['programme'], teller: Teller, openedAt: Moment): Grant {
  const { cal } = teller
  const basis = line.basis ?? 'agreement'
  const from = latest([openedAt, cal.moment(line.day, '08:55')])
  return {
    slug, tier: line.tier, basis, reason: line.reason, grantedBy: line.by, from,
    to: { [teller.kindOf(line.to)]: line.to } as Grant['to'],
    ...(basis === 'agreement' && { agreement: line.agreement ?? agreementFor[programme] }),
    includesSubCases: line.includesSubCases ?? false,
    ...(line.gateway && { gateway: line.gateway }),
    ...(line.until !== undefined && { until: latest([later(from, 1440), cal.moment(line.until, '23:59')]) }),
    ...(line.ended && { ended: { at: latest([from, cal.moment(line.ended[0], timeOf(`${slug} ended`))]), by: line.ended[1], reason: line.ended[2] } }),
  }
}

function tellClosure({ day, time, ...rest }: NonNullable<Story['closure']>, teller: Teller, lastWritten: Moment) {
  const at = teller.cal.moment(workedOn(day, teller.agencyOf(rest.by), teller.cal), time)
  return { ...rest, at: latest([at, earliest([later(lastWritten, 20), yesterdayEvening(teller.cal)])]) }
}

/** Some time in a working day, the same each time for the same thing. */
function timeOf(what: string): string {
  const roll = dice(what)
  return `${String(roll.between(9, 16)).padStart(2, '0')}:${String(roll.between(1, 58)).padStart(2, '0')}`
}

const yesterdayEvening = (cal: Calendar) => cal.moment(-1, '22:40')
const earliest = (moments: Moment[]) => moments.reduce((a, b) => (a < b ? a : b))
const latest = (moments: Moment[]) => moments.reduce((a, b) => (a > b ? a : b))
const notBefore = (day: string, floor: string) => (day < floor ? floor : day)
