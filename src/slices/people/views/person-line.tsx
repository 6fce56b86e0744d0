/** Enough about a person in two lines to tell them from another of the same name. */
import { isoDay, Tag, unbroken } from '../../../ui/index.ts'
import { ageLine } from '../born-words.ts'
import { casePeopleLink } from '../links.ts'
import type { Match } from '../matches.ts'

/**
 * Age, other names, an address, and their roles.
 * @example <AboutPerson person={match} />
 */
export function AboutPerson({
  person,
  now,
  roles = true,
}: {
  person: Omit<Match, 'reasons'> & { reasons?: string[] }
  now: Date
  roles?: boolean
}) {
  const parts = [
    ageLine(person, isoDay(now)),
    person.otherNames.length > 0 && `also ${person.otherNames.slice(0, 3).join(', ')}`,
    person.contacts[0],
    roles &&
      person.roles
        .slice(0, 3)
        .map(role => `${role.role} in ${role.reference}`)
        .join(', '),
  ]
  return (
    <>
      {unbroken(parts.filter(Boolean).join(' · '))}
      {person.reasons?.length ? <div class="kith-why">{unbroken(person.reasons.join(' · '))}</div> : null}
    </>
  )
}

/** Their role in the most recently active of the reader's cases, and how many more there are. */
export function RoleTag({ person }: { person: Pick<Match, 'roles'> }) {
  const [first, ...more] = person.roles
  if (!first) return <Tag kind="quiet">Our own list</Tag>
  return (
    <>
      <Tag kind="blue">{first.role}</Tag> <a href={casePeopleLink(first.caseId)}>{unbroken(first.reference)}</a>
      {more.length > 0 ? ` and ${more.length} more` : ''}
    </>
  )
}
