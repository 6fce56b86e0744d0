/** Enough about a person in two lines to tell them from another of the same name. */
import { isoDay } from '../../../ui/index.ts'
import { ageLine } from '../born-words.ts'
import type { Match } from '../matches.ts'

/**
 * Age, other names, an address, and their roles.
 * @example <AboutPerson person={match} />
 */
export function AboutPerson({ person, now }: { person: Omit<Match, 'reasons'> & { reasons?: string[] }; now: Date }) {
  const parts = [
    ageLine(person, isoDay(now)),
    person.otherNames.length > 0 && `also ${person.otherNames.slice(0, 3).join(', ')}`,
    person.contacts[0],
    person.roles.slice(0, 3).map(role => `${role.role} in ${role.reference}`).join(', '),
  ]
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {person.reasons?.length ? <span class="kith-found__why"> — {person.reasons.join('; ')}</span> : null}
    </>
  )
}
