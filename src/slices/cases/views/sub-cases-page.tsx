/** The sub-cases of a case. */
import { Card, EmptyState, LinkButton, Rows, StageTag } from '../../../ui/index.ts'
import { caseLink, newCaseLink } from '../links.ts'
import type { CaseHead, listSubCases } from '../queries.ts'
import { CasePage } from './case-page.tsx'

type SubCase = Awaited<ReturnType<typeof listSubCases>>[number]

/** The page `/cases/:id/sub-cases`. */
export function SubCasesPage({ head, subCases }: { head: CaseHead; subCases: SubCase[] }) {
  const open = head.mayContribute ? (
    <LinkButton href={newCaseLink(`?parent=${head.id}`)} icon="plus">
      Open a sub-case
    </LinkButton>
  ) : null
  return (
    <CasePage head={head} here="sub-cases">
      <Card title="Sub-cases" count={subCases.length} actions={open} flush>
        <Rows
          label="Sub-cases"
          rows={subCases.map(row)}
          empty={
            <EmptyState icon="tree" title="No sub-cases">
              A big piece of work can be split: one sub-case for each premises, family member or strand. They will be listed here.
            </EmptyState>
          }
        />
      </Card>
    </CasePage>
  )
}

function row(one: SubCase) {
  return {
    title: one.title,
    href: caseLink(one.id),
    about: `${one.reference} · ${one.leadWorkerName}`,
    end: <StageTag stage={one.closedAt ? 'Closed' : one.stageName} closed={Boolean(one.closedAt)} />,
  }
}
