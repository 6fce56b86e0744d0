/** Sharing step by step: with whom, and then how far, on which lawful basis, why and until when. */
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
  EmptyState,
  Form,
  Radios,
  type Row,
  Rows,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import type { CoveringAgreement, findRecipient, Recipient } from '../choice-queries.ts'
import { sharingLink, shareWithLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { tiers } from '../tiers.ts'
import { whoWords } from '../words.ts'

type ChooseProps = { head: CaseHead; said: string; recipients: Recipient[]; shares: Share[] }

/** The first step: with whom. */
export function ChoosePage({ head, said, recipients, shares }: ChooseProps) {
  const others = recipients.filter(one => !one.own)
  const own = recipients.filter(one => one.own)
  const row = (one: Recipient): Row => ({ title: one.name, href: shareWithLink(head.id, one.id), about: aboutWords(one, shares) })
  return (
    <CasePage head={head} here="sharing">
      <Stack>
        <Card title="Share with …">
          <Form action={sharingLink(head.id, 'new')} method="get" values={{ q: said }}>
            <TextField
              name="q"
              label="An agency, a team or a worker"
              type="search"
              autocomplete="off"
              hint="Type part of a name. Workers are shown once you type."
            />
            <ButtonRow>
              <Button kind="secondary">Find</Button>
              <a href={sharingLink(head.id)}>Cancel</a>
            </ButtonRow>
          </Form>
        </Card>
        <Card title="Other agencies" flush>
          <Rows
            label="Other agencies"
            rows={others.map(row)}
            empty={
              <EmptyState icon="search" title="Nobody has this name">
                Try part of it, or see how the agency calls itself under Agencies.
              </EmptyState>
            }
          />
        </Card>
        {own.length > 0 ? (
          <Card title="Your own agency" flush>
            <Rows label="Your own agency" rows={own.map(row)} />
          </Card>
        ) : null}
      </Stack>
    </CasePage>
  )
}

function aboutWords(one: Recipient, shares: Share[]): string {
  const has = shares.find(share => share.principalId === one.id && share.standing === 'open')
  const now = has && `now: ${tiers.find(tier => tier.key === has.tier)?.label.toLowerCase()}`
  return [one.about, now].filter(Boolean).join(' · ')
}

export type FormProps = {
  head: CaseHead
  recipient: Awaited<ReturnType<typeof findRecipient>>
  covering: CoveringAgreement[]
  values: Record<string, unknown>
  invalid?: Invalid | undefined
}

/** The second step: how far, on which basis, why, and until when. */
export function ShareFormPage({ head, recipient, covering, values, invalid }: FormProps) {
  const name = whoWords({ ...recipient, agencyName: recipient.about })
  const clauses = clauseChoices(covering)
  const sides = (programmeOf(head).sides ?? [])
    .filter(one => head.mySides.includes(one.key))
    .map(one => ({ value: one.key, label: one.name }))
  return (
    <CasePage head={head} here="sharing">
      <Card title={`Share with ${name}`}>
        <Form action={sharingLink(head.id, 'new')} refused={invalid} values={invalid ? {} : values}>
          <input type="hidden" name="with" value={recipient.id} />
          <Radios
            name="tier"
            label="What may they do?"
            choices={tiers.map(tier => ({ value: tier.key, label: tier.label, hint: tier.means }))}
          />
          <Radios
            name="basis"
            label="What makes it lawful?"
            choices={basisChoices(head, covering)}
            hint={covering.length === 0 ? noAgreement(name) : undefined}
          />
          {clauses.length > 0 ? (
            <Select name="clause" label="Which clause does it rest on?" optional empty="No clause in particular" choices={clauses} />
          ) : null}
          <TextArea name="reason" label="Why do they need it?" hint={`${name} can read this.`} rows={3} limit={1000} />
          <DateTimeField name="until" label="Until when?" hint="The last day. Leave the time empty for the end of that day." />
          {sides.length > 1 ? (
            <Checkboxes name="side" label="Which sides of the case?" choices={sides} hint="None ticked: all of them." />
          ) : null}
          <Radios name="sensitive" label="Does sensitive information go with it?" choices={sensitiveChoices} />
          <Checkboxes
            name="category"
            label="Which, if only some does?"
            inline
            choices={categories.map(one => ({ value: one.key, label: one.name }))}
          />
          <Checkbox name="subCases" label="Its sub-cases too, also those opened later" />
          <ButtonRow>
            <Button>Check before sharing</Button>
            <a href={sharingLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

const sensitiveChoices = [
  { value: 'all', label: 'Yes, all of it' },
  { value: 'some', label: 'Only some' },
  { value: 'none', label: 'No' },
]

const noAgreement = (name: string): string => `No agreement covers sharing cases of this kind with ${name}.`

function basisChoices(head: CaseHead, covering: CoveringAgreement[]): Choice[] {
  return [
    ...covering.map(one => ({ value: `agreement:${one.id}`, label: one.name, hint: `${one.gateway}. In force until ${day(one.endsOn)}.` })),
    ...programmeOf(head).sharing.gateways.map(gateway => ({
      value: `gateway:${gateway}`,
      label: gateway,
      hint: 'The law itself lets you share what is needed.',
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
