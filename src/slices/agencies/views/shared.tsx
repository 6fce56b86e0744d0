/** Small parts that the pages of agencies, teams and workers share. */
import { sentenceFor } from '../../../sentences.ts'
import { Card, type Choice, Rows, When } from '../../../ui/index.ts'
import type { Deed } from '../queries.ts'

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
