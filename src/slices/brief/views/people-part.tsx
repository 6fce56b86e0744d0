/** Who they are, how to speak with them, and how to reach them safely. */
import type { Programme } from '../../../programmes/index.ts'
import { AskWho, capital, Card, day, isoDay, Marks, type Moment, nameOf, Tag, unbroken } from '../../../ui/index.ts'
import { whoLink } from '../../cases/index.ts'
import { type BriefPerson, mostPeople } from '../people.ts'
import type { Brief } from '../queries.ts'

type PeopleProps = { brief: Brief; now: Date; sides: Programme['sides'] }

/** The people of the case, each with needs and ways to reach them. */
export function People({ brief, now, sides }: PeopleProps) {
  return (
    <Card title="Who and where">
      {brief.people.length === 0 ? <p class="kith-none">Nobody has been added to this case.</p> : null}
      {brief.people.slice(0, 8).map(person => (
        <Person {...{ person, brief, now, sides }} />
      ))}
      {brief.people.length > 8 ? (
        <p class="kith-none">
          And {brief.people.length < mostPeople ? brief.people.length - 8 : `at least ${mostPeople - 8}`} more on the case.
        </p>
      ) : null}
      {brief.places.length > 0 ? <Places brief={brief} sides={sides} /> : null}
    </Card>
  )
}

/** Under a heading of their own: they are the case's, and not of whoever stands last. */
function Places({ brief, sides }: Pick<PeopleProps, 'brief' | 'sides'>) {
  return (
    <div class="kith-brief__person">
      <h3>Places</h3>
      <ul class="kith-brief__list">
        {brief.places.map(place => (
          <li>
            <strong>{place.role}:</strong> {unbroken([place.name, place.line1, place.town, place.postcode].filter(Boolean).join(', '))}{' '}
            <Marks mark={{ side: place.side }} sides={sides} /> <AskWho who={whoLink('place', place.roleId)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Person({ person, brief, now, sides }: PeopleProps & { person: BriefPerson }) {
  const needs = brief.needs.filter(need => need.personId === person.id)
  const contacts = brief.contacts.filter(contact => contact.personId === person.id)
  return (
    <div class="kith-brief__person">
      <h3>
        <a href={`/people/${person.id}`}>{nameOf(person)}</a>{' '}
        <span class="kith-none">{unbroken([person.roles.join(', '), ageOf(person, now)].filter(Boolean).join(' · '))}</span>{' '}
        {person.sides.map(side => (
          <Marks mark={{ side }} sides={sides} />
        ))}
      </h3>
      <AskWho href={`/people/${person.id}`} />
      <ul class="kith-brief__list">
        {needs.map(need => (
          <li>
            {need.kind === 'safe contact' ? <Tag kind="warm">Safe contact</Tag> : <strong>{capital(need.kind)}:</strong>} {need.detail}{' '}
            <Marks mark={besides(person, need)} sides={sides} /> <AskWho who={whoLink('need', need.id)} />
          </li>
        ))}
        {contacts.map(contact => (
          <li class={contact.category === 'safe address' ? 'kith-not-on-paper' : undefined}>
            {capital(contact.kind)}: {unbroken([contact.value, contact.postcode].filter(Boolean).join(', '))}{' '}
            <Marks mark={besides(person, contact)} sides={sides} />
            {contact.note ? <em> {contact.note}</em> : null} <AskWho who={whoLink('contact', contact.id)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The mark of what is known about somebody, without the side that they are on themselves. */
const besides = ({ sides }: BriefPerson, { side, category }: { side: string | null; category: string | null }) => ({
  side: side && sides.length === 1 && sides[0] === side ? null : side,
  category,
})

/** "34, born 4 May 1992"; only the year, or about, where no more is known. */
function ageOf({ bornOn, bornPrecision }: BriefPerson, now: Date): string {
  if (!bornOn) return ''
  if (bornPrecision === 'day') return `${yearsOld(bornOn, now)}, born ${day(bornOn).slice(4)}`
  if (bornPrecision === 'month') return `born ${day(bornOn).split(' ').slice(2).join(' ')}`
  return `${bornPrecision === 'about' ? 'born about' : 'born'} ${bornOn.slice(0, 4)}`
}

function yearsOld(bornOn: string, now: Moment): number {
  const today = isoDay(now)
  const hadBirthday = today.slice(5) >= bornOn.slice(5)
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (hadBirthday ? 0 : 1)
}
