/** Cards of what is known about a person; each fact says where it comes from, and can be ended by those who may. */
import type { Child } from '#jsx/element'
import { capital, Card, classes, day, Icon, LinkButton, Marks, nameOf, PostButton, unbroken } from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { type RowKind, WhoCanRead } from '../../cases/index.ts'
import type { FactPart } from '../facts.ts'
import { factEndingLink, personLink, personPartLink } from '../links.ts'
import type { Known, Origin, Person } from '../queries.ts'

type CardFor<K extends keyof Known> = { person: Person; mayAdd: boolean } & { [key in K]: Known[K] }

/** How and where to reach them. */
export function ContactsCard({ person, contacts, mayAdd }: CardFor<'contacts'>) {
  return (
    <Facts
      title="How to reach them"
      part="contacts"
      add="Add a way to reach them"
      none="No address, number or e-mail recorded."
      {...{ person, mayAdd }}
      facts={contacts}
      show={one => (
        <>
          <span class="kith-fact__kind">{contactKinds[one.kind] ?? one.kind}</span> <strong>{one.value}</strong>
          {one.postcode && !one.value.includes(one.postcode) ? `, ${one.postcode}` : ''}
          {one.note ? (
            <div class="kith-fact__rule">
              <Icon name="warning" size={14} /> {one.note}
            </div>
          ) : null}
        </>
      )}
      from={one => one.source}
    />
  )
}

const contactKinds: Record<string, string> = { address: 'Address', mobile: 'Mobile', phone: 'Phone', email: 'E-mail', other: 'Other' }

/** What they need to be reached and understood. */
export function NeedsCard({ person, needs, mayAdd }: CardFor<'needs'>) {
  return (
    <Facts
      title="Needs"
      part="needs"
      add="Add a need"
      none="None recorded."
      {...{ person, mayAdd }}
      facts={needs}
      show={one => (
        <>
          <span class="kith-fact__kind">{capital(one.kind)}</span> {one.detail}
        </>
      )}
    />
  )
}

/** Warnings stand at the top of the page; here they are looked after. */
export function WarningsCard({ person, warnings, mayAdd }: CardFor<'warnings'>) {
  return (
    <Facts
      title="Warnings"
      part="warnings"
      add="Give a warning"
      none="None in force."
      {...{ person, mayAdd }}
      facts={warnings}
      show={one => (
        <>
          <strong>{one.instruction}</strong>
        </>
      )}
      from={one => `look again ${day(one.reviewOn)}`}
    />
  )
}

/** Other names they go by. */
export function NamesCard({ person, names, mayAdd }: CardFor<'names'>) {
  return (
    <Facts
      title="Other names"
      part="names"
      add="Add another name"
      none="None recorded."
      {...{ person, mayAdd }}
      facts={names}
      show={one => (
        <>
          <strong>{one.name}</strong> <span class="kith-none">{one.kind}</span>
        </>
      )}
    />
  )
}

/** Who they are to whom. */
export function RelationshipsCard({ person, relationships, mayAdd }: CardFor<'relationships'>) {
  return (
    <Facts
      title="Related to"
      part="relationships"
      add="Add a relationship"
      none="Nobody recorded."
      {...{ person, mayAdd }}
      facts={relationships.map(one => ({ ...one, by: null, agency: null }))}
      show={one =>
        one.personId === person.id ? (
          <>
            {capital(kindOf(one))} of <a href={personLink(one.bId)}>{nameOf({ givenName: one.bGiven, familyName: one.bFamily })}</a>
            {one.note ? ` (${one.note})` : ''}
          </>
        ) : (
          <>
            {capital(kindOf(one))}: <a href={personLink(one.personId)}>{nameOf({ givenName: one.aGiven, familyName: one.aFamily })}</a>
            {one.note ? ` (${one.note})` : ''}
          </>
        )
      }
    />
  )
}

/** Some write “mother”, others “mother of”. */
const kindOf = ({ kind }: { kind: string }) => kind.replace(/ of$/, '')

type FactsProps<T extends Origin> = {
  title: string
  part: FactPart
  add: string
  none: string
  person: Person
  mayAdd: boolean
  facts: T[]
  show: (fact: T) => Child
  from?: (fact: T) => string
}

function Facts<T extends Origin>({ title, part, add, none, person, mayAdd, facts, show, from }: FactsProps<T>) {
  return (
    <Card
      title={title}
      actions={
        mayAdd ? (
          <LinkButton href={personPartLink(person.id, part)} kind="quiet" small icon="plus">
            {add}
          </LinkButton>
        ) : undefined
      }
    >
      {facts.length === 0 ? (
        <p class="kith-none">{none}</p>
      ) : (
        <ul class="kith-plain-list">
          {facts.map(fact => (
            <li class={classes('kith-fact', fact.category === 'safe address' && 'kith-not-on-paper')}>
              <div>
                {show(fact)} <Marks mark={fact} sides={sidesOf(fact)} />
              </div>
              <div class="kith-provenance">
                <span>
                  {unbroken(
                    [
                      from?.(fact),
                      fact.by && `${fact.by}${fact.agency ? `, ${fact.agency}` : ''}`,
                      fact.recordedAt && day(fact.recordedAt),
                      fact.reference && `learnt in ${fact.reference}`,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  )}
                </span>
                <WhoCanRead what={rowKinds[part]} id={fact.id} />
                {mayAdd ? (
                  <PostButton action={factEndingLink(person.id, part, fact.id)} kind="quiet" small>
                    No longer so
                  </PostButton>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const rowKinds: Record<FactPart, RowKind> = {
  names: 'name',
  contacts: 'contact',
  warnings: 'warning',
  needs: 'need',
  relationships: 'relationship',
}

/** The sides of the case in which something was learnt. */
export const sidesOf = ({ programme, programmeVersion }: Origin) =>
  programme && programmeVersion ? programmeOf({ programme, programmeVersion }).sides : undefined
