/** The second step of sharing: how far, on which lawful basis, why, and until when. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  Card,
  categories,
  Checkbox,
  Checkboxes,
  type Choice,
  DateTimeField,
  day,
  Form,
  nameOf,
  Radios,
  Select,
  TextArea,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import type { Grounds } from '../basis.ts'
import type { CoveringAgreement, findRecipient } from '../choice-queries.ts'
import { UrgentChoice } from '../../receipts/index.ts'
import { sharingLink } from '../links.ts'
import { tiers } from '../tiers.ts'
import { whoWords } from '../words.ts'

export type FormProps = {
  head: CaseHead
  recipient: Awaited<ReturnType<typeof findRecipient>>
  grounds: Grounds
  values: Record<string, unknown>
  invalid?: Invalid | undefined
}

/** Asks everything of a share on one page; what it opens can be looked at before the rest is filled in. */
export function ShareFormPage({ head, recipient, grounds, values, invalid }: FormProps) {
  const name = whoWords({ ...recipient, agencyName: recipient.about })
  return (
    <CasePage head={head} here="sharing">
      <Card title={`Share with ${name}`}>
        <Form action={sharingLink(head.id, 'new')} refused={invalid} values={invalid ? {} : values}>
          <input type="hidden" name="with" value={recipient.id} />
          <HowFar head={head} />
          <Why name={name} head={head} grounds={grounds} />
          <DateTimeField name="until" label="Until when?" hint="The last day. Leave the time empty for the end of that day." />
          <UrgentChoice />
          <ButtonRow>
            <Button>Check before sharing</Button>
            <Button kind="secondary" name="next" value="preview" icon="eye">
              See what they will see
            </Button>
            <a href={sharingLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

function HowFar({ head }: Pick<FormProps, 'head'>) {
  const sides = (programmeOf(head).sides ?? []).filter(one => head.mySides.includes(one.key))
  return (
    <>
      <Radios name="tier" label="What may they do?" choices={tiers.map(({ key, label, means }) => ({ value: key, label, hint: means }))} />
      {sides.length > 1 ? (
        <Checkboxes
          name="side"
          label="Which sides of the case?"
          hint="Tick only the sides that they work. The other side stays hidden from them, and so does that it exists. To change or close the case somebody has to work both."
          choices={sides.map(one => ({ value: one.key, label: one.name }))}
        />
      ) : null}
      <Radios name="sensitive" label="Does sensitive information go with it?" choices={sensitiveChoices} />
      {head.isOurs ? <Checkbox name="subCases" label="Its sub-cases too, also those opened later" /> : null}
    </>
  )
}

function Why({ name, head, grounds }: Pick<FormProps, 'head' | 'grounds'> & { name: string }) {
  const clauses = clauseChoices(grounds.agreements)
  return (
    <>
      <Radios name="basis" label="What makes it lawful?" choices={basisChoices(head, grounds)} hint={basisHint(name, grounds)} />
      {clauses.length > 0 ? (
        <Select name="clause" label="Which clause does it rest on?" optional empty="No clause in particular" choices={clauses} />
      ) : null}
      <TextArea name="reason" label="Why do they need it?" hint={`${name} can read this.`} rows={3} limit={1000} />
    </>
  )
}

const kinds = categories.map(({ key, name }) => ({ value: key, label: name }))
const sensitiveChoices: Choice[] = [
  { value: 'none', label: 'No', hint: 'They see that part as if it were not there.' },
  { value: 'some', label: 'Only some of it', reveal: <Checkboxes name="category" label="Which?" inline choices={kinds} /> },
  { value: 'all', label: 'Yes, all of it' },
]

const basisHint = (name: string, { agreements }: Grounds) =>
  `${agreements.length === 0 ? `No agreement covers sharing cases of this kind with ${name}. ` : ''}An Act lets you share what is needed, without an agreement.`

function basisChoices(head: CaseHead, { agreements, consents }: Grounds): Choice[] {
  return [
    ...agreements.map(one => ({
      value: `agreement:${one.id}`,
      label: one.name,
      hint: `${one.gateway}. In force until ${day(one.endsOn)}.`,
    })),
    ...programmeOf(head).sharing.gateways.map(gateway => ({ value: `gateway:${gateway}`, label: gateway })),
    ...consents.map(one => ({
      value: `consent:${one.id}`,
      label: `Consent of ${nameOf(one)}`,
      hint: `For: ${one.purposes}. Ends when they take it back, and by ${day(one.expiresOn)}.`,
    })),
    { value: 'vital', label: 'Vital interests', hint: 'Somebody’s life or safety is at risk, and there is no time for another way.' },
  ]
}

function clauseChoices(covering: CoveringAgreement[]): Choice[] {
  return covering.flatMap(one =>
    one.clauses.map(clause => ({
      value: `${one.id}:${clause.number}`,
      label: `${covering.length > 1 ? `${one.name}, ` : ''}${clause.number} ${clause.words.slice(0, 90)}${clause.words.length > 90 ? ' …' : ''}`,
    })),
  )
}
