/** On Today: what began or ended without the worker, such as that somebody opened their case in an emergency. */
import { Card, type Row, Rows, When } from '../../../ui/index.ts'
import { openingsLink } from '../links.ts'
import type { NoticeRow } from '../queries.ts'

/** Nothing when there is nothing to tell. */
export function Notices({ notices, now }: { notices: NoticeRow[]; now: Date }) {
  if (notices.length === 0) return null
  return (
    <Card title="You should know" flush>
      <Rows
        label="You should know"
        rule={['notices']}
        rows={notices.map(notice => ({ id: `notice-${notice.id}`, end: <When at={notice.at} now={now} short />, ...said(notice) }))}
      />
    </Card>
  )
}

function said({ kind, reference, caseId, aboutId, aboutName, byName }: NoticeRow): Row {
  if (kind === 'case_opened_in_emergency')
    return {
      title: `${reference} was opened in an emergency`,
      href: openingsLink,
      about: 'By somebody who does not have it. See who, and why.',
    }
  if (kind === 'opening_reviewed')
    return { title: `Your emergency opening of ${reference} was reviewed`, href: openingsLink, about: 'See what was decided.' }
  if (kind === 'case_left_behind')
    return {
      title: `${reference} has nobody to lead it`,
      href: byName ? `/workers/${aboutId}/cases` : `/cases/${caseId}/edit`,
      about: `${aboutName} led it, and works there no more. ${byName ? 'Hand it on to a colleague' : 'Say which of you leads it from now on'}.`,
    }
  return {
    title: `A consent in ${reference} was taken back`,
    href: '/recalls',
    about: 'What was shared with you on it has ended. What you read until then was lawful; use no copies any more.',
  }
}
