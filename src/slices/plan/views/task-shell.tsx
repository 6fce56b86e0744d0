/** The page around a task: the whole case for those who may read it, the headline alone for those who were only given the task. */
import type { Child } from '#jsx/element'
import { Notice, Page, PageHead, StageTag } from '../../../ui/index.ts'
import { type CaseHead, CasePage, type findHeadline } from '../../cases/index.ts'
import { tasksLink } from '../links.ts'

export type Headline = Awaited<ReturnType<typeof findHeadline>>
export type ShellProps = { head: CaseHead | undefined; headline: Headline; children?: Child }

/** @example <TaskShell head={head} headline={headline}>…</TaskShell> */
export function TaskShell({ head, headline, children }: ShellProps) {
  if (head)
    return (
      <CasePage head={head} here="plan">
        {children}
      </CasePage>
    )
  const { title, reference, programmeName, stageName, closedAt, leadWorkerName, leadWorkerPhone, ownerAgencyName } = headline
  return (
    <Page
      title={`${title} (${reference})`}
      here={tasksLink}
      marking={headline.marking === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL-SENSITIVE' : undefined}
    >
      <PageHead
        title={title}
        kind={programmeName}
        reference={reference}
        back={{ href: tasksLink, label: 'Tasks' }}
        tags={<StageTag stage={closedAt ? 'Closed' : stageName} closed={Boolean(closedAt)} />}
      />
      <Notice title="You were given a task in this case">
        You see its headline and this task, not the rest. To know more, ask {leadWorkerName}, {ownerAgencyName}
        {leadWorkerPhone ? `, on ${leadWorkerPhone}` : ''}.
      </Notice>
      {children}
    </Page>
  )
}
