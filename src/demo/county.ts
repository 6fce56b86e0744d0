// Merrowshire: a wholly fictional county, the same every time for the same day.
import { agencies } from './agencies.ts'
import { agreements } from './agreements.ts'
import { calendar } from './calendar.ts'
import { cast } from './cast.ts'
import { compose } from './compose.ts'
import { streets } from './arcs/streets.ts'
import { person } from './people/line.ts'
import { namedPlaces } from './places.ts'
import type { County, Day, Slug } from './shape.ts'
import { gradedPlaces, setPieces } from './stories/index.ts'
import { type Teller, tell } from './tell.ts'
import { joinedDaysAgo, leftDaysAgo, memberships, teams, workers } from './workers.ts'

export function buildCounty(today: Day): County {
  const cal = calendar(today)
  const everyAgency = agencies(cal)
  const everyTeam = teams()
  const everyWorker = workers(cal, new Map(everyAgency.map(a => [a.slug, a.emailDomain])))
  const agencyOfWorker = new Map(everyWorker.map(w => [w.slug, w.agency]))
  const teamSlugs = new Set(everyTeam.map(t => t.slug))
  const teller: Teller = {
    cal,
    kindOf: slug => (agencyOfWorker.has(slug) ? 'worker' : teamSlugs.has(slug) ? 'team' : 'agency'),
    agencyOf: worker => need(agencyOfWorker, worker),
  }
  const everyday = compose({
    joined: new Map(joinedDaysAgo),
    left: new Map(leftDaysAgo),
    agencyOf: agencyOfWorker,
  })
  const stories = [...setPieces.flatMap(piece => piece.stories), ...everyday.stories]
  const people = [...setPieces.flatMap(piece => piece.people), ...everyday.people]
  return {
    name: 'Merrowshire',
    today,
    agencies: everyAgency,
    teams: everyTeam,
    workers: everyWorker,
    memberships: memberships(cal),
    agreements: agreements(cal),
    people: people.map(line => person(line, cal)),
    relationships: [...setPieces.flatMap(piece => piece.relationships), ...everyday.relationships],
    places: [...namedPlaces, ...gradedPlaces, ...streets],
    things: setPieces.flatMap(piece => piece.things),
    cases: stories.map(story => tell(story, teller)),
    cast,
  }
}

function need(map: Map<Slug, Slug>, key: Slug): Slug {
  const found = map.get(key)
  if (!found) throw new Error(`Merrowshire has nobody called ${key}`)
  return found
}
