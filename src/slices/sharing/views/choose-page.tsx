/** The first step of sharing: with whom. */
import { Button, ButtonRow, Card, EmptyState, Form, type Row, Rows, Stack, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import type { Recipient } from '../choice-queries.ts'
import { sharingLink, shareWithLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { tiers } from '../tiers.ts'

type ChooseProps = { head: CaseHead; said: string; recipients: Recipient[]; shares: Share[] }

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
              <Button>Find</Button>
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
