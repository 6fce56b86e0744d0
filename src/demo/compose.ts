// Tells the everyday cases: each arc more than once, with other people, other streets, other words and other ends.
import type { Arc, Beat, Part } from './arcs/arc.ts'
import { crowd, type Met } from './arcs/crowd.ts'
import { about, type Blanks, fill } from './arcs/fill.ts'
import { isCoastal, whoDoes } from './arcs/parts.ts'
import { asides, chatter } from './arcs/asides.ts'
import { arcs } from './arcs/index.ts'
import { streets } from './arcs/streets.ts'
import { from, must, nth } from './must.ts'
import { type Dice, dice } from './dice.ts'
import type { Place, Relationship, Slug } from './shape.ts'
import type { Line, Share, Story } from './story.ts'

type Colleagues = { joined: Map<Slug, number>; left: Map<Slug, number>; agencyOf: Map<Slug, Slug> }

/** One telling of an arc: who, where, when, and how far it has got. */
type Telling = { arc: Arc; nth: number; lead: Slug; place: Place; opened: number; closed: boolean; days: number[]; roll: Dice; who: (part: Part) => Slug; blanks: Blanks; cast: Record<string, Met> }

export function compose(colleagues: Colleagues): { stories: Story[]; people: Met[]; relationships: Relationship[] } {
  const roll = dice('Merrowshire')
  const people = crowd(roll)
  const aside = leastUsed(asides)
  const chat = leastUsed(chatter)
  const relationships: Relationship[] = []
  const stories = arcs.flatMap(arc =>
    arc.leads.map((lead, nth) => {
      const telling = begin(arc, nth, lead, colleagues, people.meet)
      relationships.push(...kinOf(telling))
      return story(telling, colleagues, aside, chat)
    }),
  )
  return { stories, people: people.made, relationships }
}

function begin(arc: Arc, nth: number, lead: Slug, colleagues: Colleagues, meet: ReturnType<typeof crowd>['meet']): Telling {
  const roll = dice(`${arc.slug} ${nth}`)
  const place = roll.pick(placesFor(arc, lead))
  const gaps = arc.beats.map(([gap]) => (typeof gap === 'number' ? gap : roll.between(...gap)))
  const closed = Boolean(arc.end) && (colleagues.left.has(lead) || (nth + arc.slug.length) % 2 === 0)
  const told = closed || arc.beats.length < 4 ? gaps.length : roll.between(Math.ceil(gaps.length / 2), gaps.length - (arc.end ? 1 : 0))
  const span = gaps.slice(0, told).reduce((sum, gap) => sum + gap, 0)
  const opened = -(span + (arc.fresh ? roll.between(1, 4) : quietDays(closed, lead, colleagues, roll, span)))
  const days: number[] = []
  for (const gap of gaps.slice(0, told)) days.push((days.at(-1) ?? opened) + gap)
  const known = new Map<Part, Slug>([['@', lead]])
  const who = (part: Part): Slug => {
    if (!known.has(part)) known.set(part, part === '@' ? lead : whoDoes(part, place.town, opened, colleagues.joined, roll))
    return from(known, part)
  }
  const cast: Record<string, Met> = {}
  for (const [key, [role, age, is]] of Object.entries(arc.people)) {
    const kin = role.startsWith('=') ? Object.values(cast)[0] : undefined
    cast[key] = meet(age, place, lead, opened, kin?.name[1], is)
    if (kin?.homeLine && role !== '=family contact') cast[key].homeLine = kin.homeLine
  }
  const blanks: Blanks = Object.assign({ street: place.line, place: place.name ?? place.line, town: place.town }, ...Object.entries(cast).map(([key, p]) => about(key, p.name[0], p.name[1], p.is)))
  for (const [, , by] of arc.beats) if (by !== '@') blanks[`w.${by}`] = first(who(by))
  for (const [, to] of arc.tasks ?? []) if (to !== '@') blanks[`w.${to}`] = first(who(to))
  return { arc, nth, lead, place, opened, closed, days, roll, who, blanks, cast }
}

/** How long since the last entry: a closed case may be years old; an open one has seldom been quiet for long. */
function quietDays(closed: boolean, lead: Slug, { joined, left }: Colleagues, roll: Dice, span: number): number {
  const longest = Math.max(8, -from(joined, lead) - span - 20)
  if (left.has(lead)) return Math.min(longest, roll.between(60, 500))
  if (closed) return Math.min(longest, roll.pick([roll.between(6, 60), roll.between(40, 260), roll.between(200, 820)]))
  return Math.min(longest, roll.chance(0.12) ? roll.between(35, 95) : roll.between(2, 19))
}

function placesFor(arc: Arc, lead: Slug): Place[] {
  const kinds: Record<Arc['where'], Place['kind'][]> = { street: ['street'], block: ['block'], 'open-space': ['open-space'], shop: ['shop'], building: ['building'] }
  const fits = streets.filter(p => kinds[arc.where].includes(p.kind))
  const seaside = ['jamal-harris', 'carol-wintle', 'sian-bevan', 'callum-reyes', 'colette-byrne'].includes(lead)
  const inland = ['owen-price', 'simon-ashdown', 'rukhsana-mir', 'tom-garside', 'leon-whitlock', 'shabnam-akhtar', 'ben-hallam'].includes(lead)
  const near = fits.filter(p => (seaside ? isCoastal(p.town) : inland ? !isCoastal(p.town) : true))
  return near.length ? near : fits
}

function story(telling: Telling, colleagues: Colleagues, aside: () => Line3, chat: () => string[]): Story {
  const { arc, lead, roll, blanks, days, closed, opened } = telling
  const entries = days.flatMap((day, beat) => [...told(nth(arc.beats, beat), day, telling), ...between(day, days[beat + 1], telling, aside)])
  const say = (wordings: string[]) => fill(nth(wordings, telling.nth), blanks, roll)
  const lastDay = days.at(-1) ?? opened
  return {
    slug: `${arc.slug}-${telling.nth + 1}`,
    title: say(arc.titles), summary: say(arc.summaries), programme: arc.programme,
    agency: from(colleagues.agencyOf, lead), lead, opened,
    stage: closed ? 'closed' : stageOf(days.length, arc.beats.length, lastDay),
    ...(!closed && roll.chance(0.7) && { nextReview: roll.between(-6, 40) }),
    people: Object.entries(arc.people).map(([key, [role]]) => [someone(telling, key).slug, role.replace('=', '')]),
    places: [[telling.place.slug, 'where it happens']],
    entries,
    aims: (arc.aims ?? []).map((words, n) => [`aim-${n + 1}`, fill(words, blanks, roll), lead, opened + 2, ...(closed ? [lastDay] : [])] as [string, string, Slug, number, number?]),
    tasks: tasks(telling),
    documents: (arc.documents ?? []).filter(([, , beat]) => beat < days.length).map(([title, type, beat, content]) => ({ title: fill(title, blanks, roll), type, by: lead, day: Math.min(nth(days, beat), -1), content: fill(content, blanks, roll) })),
    messages: messages(telling, entries, chat),
    shares: shares(telling, entries, colleagues),
    ...(closed && arc.end && {
      closure: { day: Math.min(lastDay + 1, -1), time: timeFor('note', roll), by: lead, reason: arc.end.reason, result: arc.end.result, words: say(arc.end.words), ...(arc.end.views && { personsView: say(arc.end.views) }) },
    }),
    ...(closed && arc.end && ['resolved', 'improved'].includes(arc.end.result) && {
      outcomes: [[from(colleagues.agencyOf, lead), lead, Math.min(lastDay, -1), achieved(arc), arc.end.reason]],
    }),
    looks: [lead, ...new Set(entries.slice(-3).map(([, , , by]) => by))].map((by, n) => [by, Math.min(lastDay, -1), n ? '17:20' : '08:40'] as [Slug, number, string]),
  }
}

/** What a case that went well is counted as. */
function achieved(arc: Arc): string {
  const byWords: [RegExp, string][] = [
    [/arrears|repair|lockout|lodger|cuckoo|damp|hoard/, 'Home kept'],
    [/moving|shed|two-mums/, 'Home found'],
    [/attendance|caring|young-carer/, 'In work or learning'],
    [/missing|conflict|child-to-parent|twins/, 'Family back in touch'],
    [/relapse|crisis|caller|memory|carer|hospital|language/, 'Health improved'],
    [/cold|licence|scam/, 'Debt under control'],
  ]
  if (arc.programme === 'asb') return arc.end?.result === 'improved' ? 'Person feels safer' : 'Behaviour stopped'
  return byWords.find(([words]) => words.test(arc.slug))?.[1] ?? 'Feels safer'
}

type Line3 = [kind: Line[2], wording: string]

function told([, kind, by, ...wordings]: Beat, day: number, telling: Telling): Line[] {
  const wording = wordings[telling.nth % wordings.length] ?? ''
  if (!wording) return []
  const text = fill(wording, telling.blanks, telling.roll)
  return [[day, (['report', 'visit', 'outcome'].includes(kind) ? timeIn(text) : undefined) ?? timeFor(kind, telling.roll), kind, telling.who(by), text]]
}

/** A clock time told in the note itself is when it happened. */
function timeIn(text: string): string | undefined {
  const clock = /\b([01]?\d|2[0-3])\.([0-5]\d)\b(?! ?(?:pm|am|%))/.exec(text)
  if (clock && text.indexOf('£') !== (clock.index ?? 0) - 1 && clock[1]?.length === 2) return `${clock[1]}:${clock[2]}`
  const [, hour, half] = /\bat (\d{1,2}) (am|pm)\b/.exec(text) ?? []
  return hour && half ? `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:00` : undefined
}

/** Between two beats a week or more apart there is often a call that failed or a line of keeping track. */
function between(day: number, next: number | undefined, telling: Telling, aside: () => Line3): Line[] {
  if (telling.arc.steady || next === undefined || next - day < 6 || !telling.roll.chance(0.5)) return []
  const [kind, wording] = aside()
  const head = someone(telling, Object.keys(telling.cast).find(key => !['child', 'teen'].includes(ageOf(telling.arc, key))) ?? nth(Object.keys(telling.cast), 0))
  const blanks = { ...telling.blanks, ...about('p', head.name[0], head.name[1], head.is) }
  return [[telling.roll.between(day + 1, next - 1), timeFor(kind, telling.roll), kind, telling.lead, fill(wording, blanks, telling.roll)]]
}

function timeFor(kind: Line[2], roll: Dice): string {
  const [from, to] = kind === 'report' ? [7, 22] : kind === 'visit' ? [10, 16] : kind === 'meeting' ? [9, 15] : [8, 17]
  const minute = roll.chance(0.5) ? roll.pick(['00', '15', '30', '45']) : String(roll.between(1, 59)).padStart(2, '0')
  return `${String(roll.between(from, to)).padStart(2, '0')}:${minute}`
}

function stageOf(told: number, all: number, lastDay: number): Story['stage'] {
  if (told <= 1) return lastDay > -7 ? 'new' : 'assessing'
  return told / all < 0.45 ? 'assessing' : told / all > 0.85 ? 'monitoring' : 'working'
}

function tasks({ arc, days, roll, blanks, who, closed, lead }: Telling): Story['tasks'] {
  return (arc.tasks ?? []).filter(([, , beat]) => beat < days.length).map(([words, to, beat, allowed, evidence], n) => {
    const day = Math.min(nth(days, beat), -1)
    const due = day + allowed
    const finished = closed || (evidence !== undefined && (beat < days.length - 2 || roll.chance(0.3)))
    const doneOn = Math.min(closed ? Math.min(due, days.at(-1) ?? due) : due + roll.between(-3, 3), -1)
    return {
      words: fill(words, blanks, roll), by: lead, day, to: who(to), due,
      ...(arc.aims?.[n] && { aim: `aim-${n + 1}` }),
      ...(finished && evidence !== undefined && { done: [Math.max(doneOn, day), who(to), fill(evidence, blanks, roll)] as [number, Slug, string] }),
      ...(closed && evidence === undefined && { cancelled: [nth(days, days.length - 1), lead, 'Case closing; no longer needed'] as [number, Slug, string] }),
    }
  })
}

function messages(telling: Telling, entries: Line[], chat: () => string[]): Story['messages'] {
  const others = [...new Set(entries.map(([, , , by]) => by))].filter(by => by !== telling.lead)
  if (!others.length || !telling.roll.chance(0.45)) return []
  const day = Math.max(telling.opened, Math.min(telling.days.at(-1) ?? -1, -1))
  const [asked = '', answered] = chat()
  const to = nth(others, 0)
  const blanks = { ...telling.blanks, to: first(to) }
  const lines: NonNullable<Story['messages']> = [[day, timeFor('meeting', telling.roll), telling.lead, [to], fill(asked, blanks, telling.roll)]]
  if (answered && telling.roll.chance(0.7)) lines.push([day, `1${telling.roll.between(6, 7)}:${telling.roll.between(10, 58)}`, to, [telling.lead], fill(answered, blanks, telling.roll)])
  return lines
}

const reasons = ['Joint work on this case', 'They are already visiting', 'Asked in at the start', 'To add what they know and do', 'Working it together', 'Named in the plan']

function shares({ arc, lead, opened, closed, days, roll, blanks }: Telling, entries: Line[], { agencyOf }: Colleagues): Share[] {
  const mine = agencyOf.get(lead)
  const writers = [...new Set(entries.map(([, , , by]) => by))].filter(by => agencyOf.get(by) !== mine)
  const last = Math.min(days.at(-1) ?? -1, -1)
  const ended: Pick<Share, 'ended'> = closed ? { ended: [Math.min(last + 4, -1), lead, roll.pick(['Case closed', 'Closed; nothing further to share', 'Work done'])] } : {}
  const byAgency = new Map(writers.map(by => [from(agencyOf, by), by]))
  const given: Share[] = [...byAgency].map(([agency, by]) => ({
    to: writers.filter(w => agencyOf.get(w) === agency).length === 1 && roll.chance(0.25) ? by : agency,
    tier: 'contribute', by: lead, day: opened, until: closed ? last + 200 : roll.between(4, 120), reason: roll.pick(reasons), ...ended,
  }))
  const more: Share[] = (arc.also ?? []).filter(([to, tier]) => to !== mine && (tier === 'lead' || !byAgency.has(to))).map(([to, tier, reason]) => ({
    to, tier, by: lead, day: opened, until: closed ? last + 200 : roll.between(3, 100), reason: fill(reason, blanks, roll), ...ended,
  }))
  const beds = (share: Share) => mine === 'quayside-shelter' || share.to === 'quayside-shelter'
  return [...given, ...more].map(share => (beds(share) ? { ...share, agreement: 'emergency-beds' } : share))
}

function kinOf(telling: Telling): Relationship[] {
  const { arc } = telling
  const [head = '', ...rest] = Object.keys(telling.cast)
  return rest.filter(key => roleOf(arc, key).startsWith('=')).map(key => ({
    from: someone(telling, head).slug,
    to: someone(telling, key).slug,
    kind: roleOf(arc, key).includes('partner') ? 'partner of' : 'relative of',
  }))
}

const first = (slug: Slug) => slug.slice(0, 1).toUpperCase() + slug.slice(1, slug.indexOf('-'))
const someone = ({ cast }: Telling, key: string) => must(cast[key], key)
const ageOf = (arc: Arc, key: string) => must(arc.people[key], key)[1]
const roleOf = (arc: Arc, key: string) => must(arc.people[key], key)[0]

/** Goes round a list in order, so that nothing comes twice before everything has come once. */
function leastUsed<T>(list: readonly T[]): () => T {
  let next = 0
  return () => nth(list, next++)
}
