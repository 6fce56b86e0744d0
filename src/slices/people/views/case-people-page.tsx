/** The People tab of a case: who and what is in it, in which role, and how we know. */
import { Card, Count, Details, EmptyState, Icon, isoDay, LinkButton, Marks, nameOf, Stack, Tag, unbroken, When } from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { type CaseHead, CasePage, WhoCanRead } from '../../cases/index.ts'
import { ageLine } from '../born-words.ts'
import type { CaseObject, CasePerson } from '../case-queries.ts'
import { foundLink, newCasePersonLink, personLink, roleEndingLink } from '../links.ts'
import { ObjectsCard, type ObjectsProps } from './objects-card.tsx'

type CasePeopleProps = { head: CaseHead; people: CasePerson[]; objects: CaseObject[]; now: Date } & Pick<ObjectsProps, 'invalid'>

/** The whole tab. */
export function CasePeoplePage({ head, people, objects, now, invalid }: CasePeopleProps) {
  const here = people.filter(person => person.here)
  const gone = people.filter(person => !person.here)
  return (
    <CasePage head={head} here="people">
      <Stack>
        <Card title="People" count={here.length} flush actions={head.mayContribute ? <Adding head={head} /> : undefined}>
          {here.length === 0 ? (
            <Empty head={head} />
          ) : (
            <ul class="kith-rows" aria-label="People in this case">
              {here.map(person => (
                <InCase head={head} person={person} now={now} />
              ))}
            </ul>
          )}
        </Card>
        {gone.length > 0 ? (
          <Details
            summary={
              <>
                No longer in this case <Count value={gone.length} />
              </>
            }
          >
            <ul class="kith-rows">
              {gone.map(person => (
                <InCase head={head} person={person} now={now} />
              ))}
            </ul>
          </Details>
        ) : null}
        <ObjectsCard head={head} objects={objects} invalid={invalid} />
      </Stack>
    </CasePage>
  )
}

function Adding({ head }: { head: CaseHead }) {
  return (
    <div class="kith-adding">
      <LinkButton href={foundLink(head.id)} small icon="plus">
        Person found
      </LinkButton>
      <LinkButton href={newCasePersonLink(head.id)} kind="primary" small icon="plus">
        Add a person
      </LinkButton>
    </div>
  )
}

function InCase({ head, person, now }: { head: CaseHead; person: CasePerson; now: Date }) {
  return (
    <li class="kith-row kith-row--top" id={`person-${person.id}`}>
      <div class="kith-row__words">
        <a class="kith-row__title" href={personLink(person.id)}>
          {nameOf(person)}
        </a>
        <div class="kith-row__about">
          {unbroken(
            [ageLine(person, isoDay(now)), person.otherNames.length > 0 && `also ${person.otherNames.join(', ')}`, ...person.needs]
              .filter(Boolean)
              .join(' · '),
          )}
        </div>
        {person.warnings.map(warning => (
          <p class="kith-fact__rule">
            <Icon name="warning" size={14} /> <strong>{warning.instruction}</strong>{' '}
            <Marks mark={besides(person, warning)} sides={programmeOf(head).sides} />
          </p>
        ))}
        <ul class="kith-plain-list">
          {person.roles.map(role => (
            <RoleLine head={head} role={role} />
          ))}
        </ul>
      </div>
    </li>
  )
}

/** The mark of a warning, without the side on which its person stands. */
const besides = ({ roles }: CasePerson, { side, category }: { side: string | null; category: string | null }) => ({
  side: roles.every(role => role.side === side) ? null : side,
  category,
})

function RoleLine({ head, role }: { head: CaseHead; role: CasePerson['roles'][number] }) {
  return (
    <li class="kith-fact">
      <Tag kind={role.endedAt ? 'quiet' : 'pine'}>{role.endedAt ? `was ${role.role}` : role.role}</Tag>{' '}
      <Marks mark={{ side: role.side }} sides={programmeOf(head).sides} /> {role.basis}
      <div class="kith-provenance">
        <span>
          {role.addedByName} ·&nbsp;
          <When at={role.addedAt} time={false} />
        </span>
        {role.endedAt ? (
          <span>
            ended <When at={role.endedAt} time={false} /> by {role.endedByName}: {role.endReason}
          </span>
        ) : null}
        <WhoCanRead what="person" id={role.id} />
        {!role.endedAt && head.mayContribute ? <a href={roleEndingLink(head.id, role.id)}>End this role</a> : null}
      </div>
    </li>
  )
}

function Empty({ head }: { head: CaseHead }) {
  return (
    <EmptyState
      icon="people"
      title="Nobody added yet"
      action={head.mayContribute ? <LinkButton href={newCasePersonLink(head.id)}>Add a person</LinkButton> : undefined}
    >
      Everybody whom this case is about will be listed here: their role, how we know, and what to mind.
    </EmptyState>
  )
}
