// The demonstration county holds together: every name leads somewhere, every date is possible, nothing reads twice.
import { describe, expect, test } from 'vitest'
import { buildCounty } from './county.ts'
import { from, must } from './must.ts'
import type { Case, County, Entry, Grant, Moment, Slug } from './shape.ts'

const today = '2026-11-24'
const county = buildCounty(today)
const entries = county.cases.flatMap(c => c.entries)
const midnight = `${today}T00:00:00.000Z`

describe('what there is', () => {
  test('about twelve agencies, forty workers, three hundred people, ninety places and 150 cases', () => {
    expect(county.agencies.length).toBeGreaterThanOrEqual(12)
    expect(county.workers.length).toBeGreaterThanOrEqual(40)
    expect(county.people.length).toBeGreaterThanOrEqual(295)
    expect(county.places.length).toBeGreaterThanOrEqual(85)
    expect(county.cases.length).toBeGreaterThanOrEqual(150)
  })

  test('every tier is shared, some shares have ended, and tasks are overdue, done and coming', () => {
    const grants = county.cases.flatMap(c => c.grants)
    for (const tier of ['pointer', 'headline', 'read', 'contribute', 'lead']) expect(grants.some(g => g.tier === tier)).toBe(true)
    expect(grants.filter(g => g.ended).length).toBeGreaterThan(10)
    const tasks = county.cases.filter(c => c.status === 'open').flatMap(c => c.tasks)
    const waiting = tasks.filter(t => !t.done && !t.cancelled)
    expect(waiting.filter(t => t.dueOn < today).length).toBeGreaterThan(20)
    expect(waiting.filter(t => t.dueOn >= today).length).toBeGreaterThan(30)
    expect(tasks.filter(t => t.done).length).toBeGreaterThan(30)
  })

  test('cases of three programmes, open and closed, from this week to more than two years ago', () => {
    expect(new Set(county.cases.map(c => c.programme))).toEqual(new Set(['asb', 'modern-slavery', 'general-support']))
    const opened = county.cases.map(c => c.openedAt).sort()
    expect((opened[0] ?? '') < buildDay(-730)).toBe(true)
    expect((opened.at(-1) ?? '') > buildDay(-8)).toBe(true)
    expect(county.cases.filter(c => c.status === 'closed').length).toBeGreaterThan(40)
  })
})

describe('that it holds together', () => {
  test('every slug is used once', () => {
    const lists: { slug: Slug }[][] = [[...county.agencies, ...county.teams, ...county.workers], county.people, county.places, county.things, county.cases, entries]
    for (const list of lists) expect(list.length - new Set(list.map(x => x.slug)).size).toBe(0)
  })

  test('every name leads to somebody or something', () => {
    expect(dangling(county)).toEqual([])
  })

  test('everybody is in a case, and relatives in one together', () => {
    const inCases = county.cases.map(c => new Set(c.people.map(p => p.person)))
    expect(county.people.filter(p => !inCases.some(them => them.has(p.slug))).map(p => p.slug)).toEqual([])
    expect(county.relationships.filter(r => !inCases.some(them => them.has(r.from) && them.has(r.to)))).toEqual([])
  })

  test('whoever wrote in a case could, on the day they wrote', () => {
    for (const day of ['2026-11-24', '2026-11-27', '2026-11-28', '2027-02-01']) {
      const then = buildCounty(day)
      const strangers = then.cases.flatMap(c => c.entries.filter(e => !mayWrite(then, c, e)).map(e => `${e.slug} by ${e.by}`))
      expect(strangers, day).toEqual([])
    }
  })

  test('a share under an agreement is between agencies that signed it', () => {
    const unsigned = county.cases.flatMap(c => c.grants.filter(g => g.agreement && !signed(county, c, g)).map(g => g.slug))
    expect(unsigned).toEqual([])
  })
})

describe('dates', () => {
  test('nothing happens before its case opened, or after today began', () => {
    for (const c of county.cases) {
      const moments = [...c.entries.flatMap(e => [e.at, e.writtenAt]), ...c.messages.map(m => m.at), ...c.grants.map(g => g.from), ...c.documents.map(d => d.addedAt), ...c.looks.map(l => l.at), ...c.tasks.flatMap(t => [t.setAt, t.done?.at ?? t.setAt])]
      expect(moments.filter(at => at < c.openedAt), c.slug).toEqual([])
      expect(moments.filter(at => at >= midnight), c.slug).toEqual([])
    }
  })

  test('what somebody set down, they set down in the hours of a day’s work and not at midnight', () => {
    const { aims, outcomes } = { aims: county.cases.flatMap(c => c.aims), outcomes: county.cases.flatMap(c => c.outcomes) }
    const warnings = county.people.flatMap(p => p.warnings)
    const moments = [...aims.flatMap(a => [a.setAt, a.reachedAt ?? a.setAt]), ...outcomes.map(o => o.recordedAt), ...warnings.flatMap(w => [w.setAt, w.endedAt ?? w.setAt])]
    expect(moments.filter(at => /T(23|00):00:00/.test(at) || at >= midnight)).toEqual([])
  })

  test('an entry is written after it happened, in order, and nothing follows a closure', () => {
    for (const c of county.cases) {
      for (const e of c.entries) expect(e.writtenAt >= e.at, e.slug).toBe(true)
      expect(c.entries.map(e => e.at), c.slug).toEqual(c.entries.map(e => e.at).sort())
      if (c.closure) expect(c.entries.filter(e => e.writtenAt > (c.closure?.at ?? '')).map(e => e.slug)).toEqual([])
    }
  })

  test('nobody writes before they joined or after they left', () => {
    const workers = new Map(county.workers.map(w => [w.slug, w]))
    const early = entries.filter(e => e.at.slice(0, 10) < from(workers, e.by).joinedOn || e.at.slice(0, 10) > (from(workers, e.by).leftOn ?? today))
    expect(early.map(e => `${e.slug} by ${e.by}`)).toEqual([])
  })

  test('the same day makes the same county, and another day the same stories', () => {
    expect(JSON.stringify(buildCounty(today))).toBe(JSON.stringify(county))
    expect(buildCounty('2027-06-05').cases.map(c => c.slug)).toEqual(county.cases.map(c => c.slug))
  })
})

describe('that it reads as written by people', () => {
  test('fewer than two entries in a hundred share their exact words with two others', () => {
    const count = new Map<string, number>()
    for (const e of entries) count.set(e.text, (count.get(e.text) ?? 0) + 1)
    const repeated = entries.filter(e => (count.get(e.text) ?? 0) > 2).length
    expect(repeated / entries.length).toBeLessThan(0.02)
  })

  test('no long text appears twice, and no blank was left unfilled', () => {
    const long = entries.map(e => e.text).filter(text => text.length > 160)
    expect(long.length - new Set(long).size).toBe(0)
    const said = county.cases.flatMap(c => [c.title, c.summary, ...c.entries.map(e => e.text), ...c.tasks.flatMap(t => [t.words, t.done?.evidence ?? '']), ...c.messages.map(m => m.text), c.closure?.words ?? '', c.closure?.personsView ?? '', ...c.grants.map(g => g.reason), ...c.aims.map(a => a.words)])
    expect(said.filter(text => /[{}]|undefined|\|/.test(text))).toEqual([])
  })

  test('nothing in it is a real postcode, telephone number or e-mail address', () => {
    for (const place of county.places) expect(place.postcode).toMatch(/^WX\d \d[A-Z]{2}$/)
    const words = JSON.stringify(county)
    expect([...words.matchAll(/\b0\d{4} \d{6}\b/g)].map(String).filter(n => !/^(01632 960|07700 900)/.test(n))).toEqual([])
    expect([...words.matchAll(/@[a-z.-]+/g)].map(String).filter(domain => !domain.endsWith('.example'))).toEqual([])
  })
})

function buildDay(offset: number): string {
  return new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)
}

function dangling(c: County): string[] {
  const known = new Set([...c.agencies, ...c.teams, ...c.workers, ...c.people, ...c.places, ...c.things, ...c.cases, ...c.agreements].map(x => x.slug))
  const used: Slug[] = [
    ...c.memberships.flatMap(m => [m.worker, m.team]),
    ...c.relationships.flatMap(r => [r.from, r.to]),
    ...c.people.flatMap(p => [p.recordedBy, ...p.facts.flatMap(f => f.place ?? []), ...p.warnings.map(w => w.setBy)]),
    ...c.cast.map(m => m.worker),
    ...c.cases.flatMap(usedBy),
  ]
  return [...new Set(used.filter(slug => !known.has(slug)))]
}

function usedBy(c: Case): Slug[] {
  return [
    c.agency, c.lead, ...(c.parent ? [c.parent] : []), ...c.people.map(p => p.person), ...c.places.flatMap(p => [p.place, ...(p.subCase ? [p.subCase] : [])]), ...c.things.map(t => t.thing),
    ...c.entries.flatMap(e => [e.by, ...e.people, ...e.replaced.map(r => r.by)]), ...c.aims.map(a => a.setBy),
    ...c.tasks.flatMap(t => [t.setBy, ...Object.values(t.to), ...(t.done ? [t.done.by] : [])]), ...c.documents.map(d => d.addedBy),
    ...c.messages.flatMap(m => [m.by, ...m.to]), ...c.grants.flatMap(g => [g.grantedBy, ...Object.values(g.to), ...(g.agreement ? [g.agreement] : [])]),
    ...c.outcomes.flatMap(o => [o.agency, o.by, ...(o.person ? [o.person] : [])]), ...c.looks.map(l => l.worker), ...(c.closure ? [c.closure.by] : []),
  ]
}

function mayWrite(c: County, of: Case, entry: Entry): boolean {
  const agency = must(c.workers.find(w => w.slug === entry.by), entry.by).agency
  if (agency === of.agency && (!of.team || c.memberships.some(m => m.team === of.team && m.worker === entry.by))) return true
  const parent = c.cases.find(p => p.slug === of.parent)
  const grants = [...of.grants, ...(parent?.grants.filter(g => g.includesSubCases) ?? [])]
  return grants.some(g => (g.tier === 'contribute' || g.tier === 'lead') && inForce(g, entry.at) && reaches(c, g, entry.by, agency))
}

function inForce(g: Grant, at: Moment): boolean {
  const end = [g.until, g.ended?.at].filter(x => x !== undefined).sort()[0]
  return g.from.slice(0, 10) <= at.slice(0, 10) && (!end || at <= end)
}

function reaches(c: County, g: Grant, worker: Slug, agency: Slug): boolean {
  if ('worker' in g.to) return g.to.worker === worker
  if ('agency' in g.to) return g.to.agency === agency
  const { team } = g.to
  return c.memberships.some(m => m.team === team && m.worker === worker)
}

function signed(c: County, of: Case, g: Grant): boolean {
  const agreement = must(c.agreements.find(a => a.slug === g.agreement), 'agreement')
  const parties = agreement.parties.map(p => p.agency)
  const to = g.to
  const agencies = 'agency' in to ? [to.agency] : 'worker' in to ? [must(c.workers.find(w => w.slug === to.worker), to.worker).agency] : []
  return agreement.programmes.includes(of.programme) && [of.agency, ...agencies].every(a => parties.includes(a))
}
