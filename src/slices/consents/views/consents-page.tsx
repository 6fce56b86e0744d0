/** Consent in a case: what somebody agreed to, with whom it may be shared, and whether it still holds. */
import {
  Card,
  Columns,
  day,
  dayAndTime,
  Details,
  EmptyState,
  LinkButton,
  Marks,
  nameOf,
  Prose,
  Stack,
  SummaryList,
  Tag,
} from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { type CaseHead, CasePage, WhoCanRead } from '../../cases/index.ts'
import { consentsLink, withdrawalLink } from '../links.ts'
import type { Consent, Resting } from '../queries.ts'
import { capacityWords, giverWords, stateOf } from '../words.ts'

type Named = { id: string; shortName: string }
type Props = { head: CaseHead; consents: Consent[]; resting: Resting[]; agencies: Named[]; now: Date }

/** The Consent tab. */
export function ConsentsPage({ head, consents, resting, agencies, now }: Props) {
  return (
    <CasePage head={head} here="consents">
      <Columns aside={<Aside head={head} />}>
        {consents.length === 0 ? (
          <Card>
            <EmptyState icon="pencil" title="No consent is recorded here">
              When somebody in this case agrees that an agency may be told, write down what they were shown, and it will be listed here.
            </EmptyState>
          </Card>
        ) : (
          <Stack>
            {consents.map(consent => (
              <OneConsent
                head={head}
                consent={consent}
                resting={resting.filter(one => one.consentId === consent.id)}
                agencies={agencies}
                now={now}
              />
            ))}
          </Stack>
        )}
      </Columns>
    </CasePage>
  )
}

function Aside({ head }: { head: CaseHead }) {
  return (
    <Card title="Consent">
      <Prose>
        <p>Most sharing here rests on law, and needs no consent. Where a share rests on consent, it ends when the consent does.</p>
      </Prose>
      {head.mayContribute ? (
        <LinkButton href={consentsLink(head.id, 'new')} icon="plus">
          Record a consent
        </LinkButton>
      ) : null}
    </Card>
  )
}

function OneConsent({ head, consent, resting, agencies, now }: Omit<Props, 'consents'> & { consent: Consent }) {
  const state = stateOf(consent, now)
  return (
    <Card
      title={nameOf(consent)}
      id={`consent-${consent.id}`}
      actions={
        <>
          <Marks mark={{ side: consent.side }} sides={programmeOf(head).sides} />
          <Tag kind={state.kind}>{state.words}</Tag>
          {consent.withdrawnAt || !head.mayWithdraw ? null : <a href={withdrawalLink(head.id, consent.id)}>Withdraw</a>}
        </>
      }
    >
      <SummaryList
        facts={[
          ...factsOf(consent, agencies),
          { name: 'Shared on it', value: <SharedOnIt {...{ head, consent, resting, agencies, now }} /> },
        ]}
      />
      <Details summary={`The words that were shown${consent.wording ? ` (${consent.wording})` : ''}`} id={`words-${consent.id}`}>
        <p>{consent.wordsShown}</p>
      </Details>
      <p class="kith-provenance">
        <WhoCanRead what="consent" id={consent.id} />
      </p>
    </Card>
  )
}

/** The next step, for whoever may take it. */
function SharedOnIt({ head, consent, resting, agencies, now }: Omit<Props, 'consents'> & { consent: Consent }) {
  const named = agencies.filter(one => consent.agencies.includes(one.id) && !resting.some(share => share.principalId === one.id))
  const offered = head.mayLead && stateOf(consent, now).words === 'Holds' ? named : []
  return (
    <>
      {resting.map(one => one.name).join(', ') || 'Nothing at the moment'}
      {offered.map(one => (
        <>
          {' ·\u00a0'}
          <a href={`/cases/${head.id}/sharing/new?with=${one.id}`}>Share with {one.shortName}</a>
        </>
      ))}
    </>
  )
}

function factsOf(consent: Consent, agencies: Named[]) {
  const names = consent.agencies.map(one => agencies.find(agency => agency.id === one)?.shortName ?? 'Another recipient')
  return [
    { name: 'May be told', value: names.join(', ') },
    { name: 'What for', value: consent.purposes },
    { name: 'Given', value: `${day(consent.givenOn)}, ${consent.channel}, ${giverWords(consent)}` },
    { name: 'Capacity', value: capacityWords(consent) },
    { name: 'Ends', value: day(consent.expiresOn) },
    { name: 'Recorded by', value: `${consent.recordedByName}, ${dayAndTime(consent.recordedAt)}` },
    ...(consent.withdrawnAt
      ? [{ name: 'Withdrawn', value: `${dayAndTime(consent.withdrawnAt)}, recorded by ${consent.withdrawnByName}. ${consent.withdrawal}` }]
      : []),
  ]
}
