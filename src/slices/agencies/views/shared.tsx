/** Small parts that the pages of agencies, teams and workers share. */
import { sentenceFor } from '../../../sentences.ts'
import type { Child } from '#jsx/element'
import { Card, type Choice, PageHead, Rows, When } from '../../../ui/index.ts'
import { agenciesLink, teamsLink } from '../links.ts'
import type { Deed } from '../queries.ts'

/** The head of the two lists of who is who: agencies and teams. */
export function WhoIsWho({ title, here, actions }: { title: string; here: string; actions: Child }) {
  const items = [
    { label: 'Agencies', href: agenciesLink },
    { label: 'Teams', href: teamsLink },
  ]
  return <PageHead title={title} subnav={{ label: 'Who is who', here, items }} actions={actions} />
}

/** What was done lately, for those who may know; nothing when there is nothing to tell. */
export function Deeds({ deeds }: { deeds: Deed[] }) {
  if (deeds.length === 0) return null
  return (
    <Card title="What was done" flush>
      <Rows
        label="What was done"
        rule={['events']}
        rows={deeds.map(deed => ({
          title: `${deed.by} ${sentenceFor(deed) ?? 'changed something'}`,
          about: <When at={deed.at} />,
        }))}
      />
    </Card>
  )
}

/** People as choices of a list, with enough to tell two of the same name apart. */
export const workerChoices = (workers: { id: string; name: string; jobTitle?: string; agencyName?: string }[]): Choice[] =>
  workers.map(one => ({ value: one.id, label: [one.name, one.jobTitle, one.agencyName].filter(Boolean).join(', ') }))
