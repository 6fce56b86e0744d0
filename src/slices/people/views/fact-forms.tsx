/** Pages on which something is learnt about a person: one form each. */
import type { Child } from '#jsx/element'
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  capital,
  Card,
  DateField,
  EmptyState,
  Form,
  nameOf,
  Page,
  PageHead,
  Radios,
  Select,
  SensitivityChoice,
  SideChoice,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { FactPart } from '../facts.ts'
import { needKinds } from '../inputs.ts'
import { peopleLink, personLink, personPartLink } from '../links.ts'
import type { LearningPlaces, Person } from '../queries.ts'
import { LearntInField } from './person-fields.tsx'

export interface FactFormProps {
  person: Person
  places: LearningPlaces
  others: { id: string; name: string }[]
  invalid?: Invalid | undefined
}

const titles: Record<FactPart, [title: string, button: string]> = {
  names: ['Add another name', 'Add this name'],
  contacts: ['Add a way to reach them', 'Add it'],
  warnings: ['Give a warning', 'Give this warning'],
  needs: ['Add a need', 'Add this need'],
  relationships: ['Add a relationship', 'Add this relationship'],
}

/** The page of one kind of fact. */
export function FactPage({ part, ...props }: FactFormProps & { part: FactPart }) {
  const { person, places, invalid } = props
  const [title, button] = titles[part]
  const name = nameOf(person)
  return (
    <Page title={`${title}: ${name}`} here={peopleLink}>
      <PageHead title={title} kind={name} back={{ href: personLink(person.id), label: name }} />
      <Card>
        {places.cases.length === 0 && !places.ownList ? (
          <EmptyState icon="lock" title="You can read about this person, not add to what is known">
            Ask whoever leads a case that they are in to let you contribute to it.
          </EmptyState>
        ) : part === 'relationships' && props.others.length === 0 ? (
          <EmptyState icon="people" title={`Nobody else is in a case together with ${name} yet`}>
            Add the other person to the case first.
          </EmptyState>
        ) : (
          <Form action={personPartLink(person.id, part)} draft={`${part}:${person.id}`} refused={invalid}>
            {fields[part](props)}
            <LearntInField places={part === 'relationships' ? { ...places, ownList: false } : places} />
            <SideChoice sides={sidesOf(places)} unsaid="Those who may see that this person is in the case" />
            <SensitivityChoice />
            <ButtonRow>
              <Button>{button}</Button>
              <a href={personLink(person.id)}>Cancel</a>
            </ButtonRow>
          </Form>
        )}
      </Card>
    </Page>
  )
}

/** The sides that the worker works, of every case in which it may have been learnt. */
function sidesOf({ cases }: LearningPlaces) {
  const sides = cases.flatMap(one => programmeOf(one).sides?.filter(side => one.mySides.includes(side.key)) ?? [])
  return [...new Map(sides.map(side => [side.key, side])).values()]
}

const choice = (value: string, label: string, hint?: string) => ({ value, label, hint })

const fields: Record<FactPart, (props: FactFormProps) => Child> = {
  names: () => (
    <>
      <TextField name="name" label="The name" autocomplete="off" />
      <Radios
        name="kind"
        label="What kind of name is it?"
        inline
        value="alias"
        choices={[
          choice('alias', 'Also known as'),
          choice('nickname', 'Nickname'),
          choice('former', 'Former name'),
          choice('other script', 'In another script'),
        ]}
      />
    </>
  ),
  contacts: () => (
    <>
      <Radios
        name="kind"
        label="How?"
        inline
        choices={[
          choice('mobile', 'Mobile'),
          choice('phone', 'Phone'),
          choice('email', 'E-mail'),
          choice('address', 'Address'),
          choice('other', 'Other'),
        ]}
      />
      <TextField name="value" label="Number, address or e-mail" autocomplete="off" />
      <TextField name="postcode" label="Postcode" width={10} autocomplete="off" optional hint="For an address" />
      <TextField name="source" label="Who says so?" autocomplete="off" hint="Such as “told us”, “tenancy record”, “her sister”" />
      <TextArea
        name="note"
        label="Is there a rule for using it?"
        optional
        rows={2}
        limit={500}
        hint="Such as “ring before 3 pm only” or “never leave a message”"
      />
    </>
  ),
  warnings: () => (
    <>
      <TextField
        name="instruction"
        label="What must a worker do?"
        autocomplete="off"
        hint="An instruction, not a story: “Visit in twos”, “Ring before you come: dog kept loose”"
      />
      <TextArea name="reason" label="Why?" optional rows={3} limit={1000} />
      <DateField
        name="reviewOn"
        label="When must this be looked at again?"
        hint="A warning without a reason to go on is taken off. Most are looked at after 12 weeks."
      />
    </>
  ),
  needs: () => (
    <>
      <Select name="kind" label="What kind of need?" empty="Choose" choices={needKinds.map(kind => choice(kind, capital(kind)))} />
      <TextArea
        name="detail"
        label="What do they need?"
        rows={3}
        limit={500}
        hint="Such as “Vietnamese, southern dialect” or “Text first, ring after ten minutes”"
      />
    </>
  ),
  relationships: ({ person, others }) => (
    <>
      <Select name="other" label="Who?" empty="Choose a person" choices={others.map(other => choice(other.id, other.name))} />
      <TextField
        name="kind"
        label={`They are ${nameOf(person)}’s …`}
        width={20}
        autocomplete="off"
        hint="Such as mother, partner, former partner, landlord"
      />
      <TextField name="note" label="Anything else" optional autocomplete="off" />
    </>
  ),
}
