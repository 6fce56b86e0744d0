/** The queue: pairs of records that may be one person. */
import { Card, EmptyState, nameOf, Page, PageHead, Rows, Tag } from '../../../ui/index.ts'
import { type listOpenPairs, pairLink } from '../../matching/index.ts'
import { peopleLink } from '../../people/index.ts'

/** @example <PairsPage pairs={await listOpenPairs(db)} /> */
export function PairsPage({ pairs }: { pairs: Awaited<ReturnType<typeof listOpenPairs>> }) {
  return (
    <Page title="Same person?" here={peopleLink}>
      <PageHead title="These may be the same person" back={{ href: peopleLink, label: 'People' }} />
      <Card flush>
        <Rows
          label="Pairs to look at"
          rule={['person_pairs']}
          empty={
            <EmptyState icon="people" title="Nothing to look at">
              When two records look like one person, after an import or when somebody is added, they are listed here.
            </EmptyState>
          }
          rows={pairs.map(pair => ({
            title: `${nameOf({ givenName: pair.oneGiven, familyName: pair.oneFamily })} and ${nameOf({ givenName: pair.otherGiven, familyName: pair.otherFamily })}`,
            href: pairLink(pair.id),
            about: 'Compare them field by field, then say whether they are one',
            end: pair.answer ? <Tag kind="quiet">Not sure</Tag> : undefined,
          }))}
        />
      </Card>
    </Page>
  )
}
