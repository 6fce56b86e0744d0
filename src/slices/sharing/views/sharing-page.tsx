/** Who can see a case, and why: open shares, inherited ones, those shut for now, and those that have ended. */
import {
  Button,
  ButtonRow,
  Card,
  Columns,
  Details,
  EmptyState,
  Form,
  Page,
  PageHead,
  Prose,
  Rows,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { sharingLink, whyLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { KeptOut } from './kept-out.tsx'
import { type Reach, shareRow } from './share-rows.tsx'

type Seen = { shares: Share[]; reach: Reach; keptOut: { id: string; name: string; agencyName: string }[] }
type Props = Seen & { head: CaseHead; governs: boolean }

/** The Sharing tab. */
export function SharingPage({ head, governs, ...seen }: Props) {
  return (
    <CasePage head={head} here="sharing">
      <Columns aside={<Aside head={head} governs={governs} />}>
        <ShareLists {...seen} can={{ caseId: head.id, head, mayEnd: head.mayLead || governs, mayShare: head.mayLead }} />
      </Columns>
    </CasePage>
  )
}

/** The same, for an information-governance lead who may not see the case itself. */
export function GovernedSharingPage({ id, reference, ...seen }: Seen & { id: string; reference: string }) {
  return (
    <Page title={`Who can see ${reference}`} here="/looks">
      <PageHead
        title={`Who can see ${reference}`}
        kind="You see the shares of your agency’s case, and nothing of the case itself"
        back={{ href: '/looks', label: 'The record' }}
      />
      <p class="kith-parts">
        <a href={`/cases/${id}/looks`}>Who looked at it</a>
        <a href={`/cases/${id}/recalls`}>What was called back</a>
      </p>
      <ShareLists {...seen} can={{ caseId: id, mayEnd: true, mayShare: false }} />
    </Page>
  )
}

type ListProps = Seen & { can: Parameters<typeof shareRow>[2] }

function ShareLists({ shares, reach, keptOut, can }: ListProps) {
  const rows = (wanted: (share: Share) => boolean) => shares.filter(wanted).map(share => shareRow(share, reach, can))
  const inherited = rows(share => share.inherited && share.standing === 'open')
  const waiting = rows(share => share.standing === 'later' || share.standing === 'shut')
  const ended = rows(share => share.standing === 'ended')
  return (
    <Stack>
      <Card title="Who can see this case" flush>
        <Rows label="Who can see this case" rule={['grants']} rows={rows(share => !share.inherited && share.standing === 'open')} />
      </Card>
      {inherited.length > 0 ? (
        <Card title={`Through ${shares.find(share => share.inherited)?.originTitle ?? 'a case above'}`} flush>
          <Rows label="Who can see it through a case above" rule={['grants']} rows={inherited} />
        </Card>
      ) : null}
      <KeptOut keptOut={keptOut} />
      {waiting.length > 0 ? (
        <Card title="Not open at the moment" flush>
          <Rows label="Not open at the moment" rule={['grants']} rows={waiting} />
        </Card>
      ) : null}
      {ended.length > 0 ? (
        <Details summary={`What has ended (${ended.length})`} id="ended">
          <Rows label="What has ended" rule={['grants']} rows={ended} />
        </Details>
      ) : null}
    </Stack>
  )
}

function Aside({ head, governs }: { head: CaseHead; governs: boolean }) {
  return (
    <>
      {head.mayLead ? (
        <Card title="Share with …">
          <Form action={sharingLink(head.id, 'new')} method="get">
            <TextField name="q" label="An agency, a team or a worker" type="search" autocomplete="off" />
            <ButtonRow>
              <Button>Find</Button>
              <a href={sharingLink(head.id, 'new')}>See them all</a>
            </ButtonRow>
          </Form>
        </Card>
      ) : (
        <Card title="Share with others">
          <EmptyState title="Ask whoever leads it">{`${head.leadWorkerName}, ${head.ownerAgencyName}, can share this case.`}</EmptyState>
        </Card>
      )}
      <Card title="Trust">
        <Prose>
          <p>
            <a href={whyLink(head.id)}>Why can I see this?</a>
          </p>
          {head.mayLead || governs ? (
            <>
              <p>
                <a href={`/cases/${head.id}/looks`}>Who looked at this case</a>
              </p>
              <p>
                <a href={`/cases/${head.id}/recalls`}>What was called back</a>
              </p>
            </>
          ) : null}
        </Prose>
      </Card>
    </>
  )
}
