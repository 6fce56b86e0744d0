/** On Today: what an agency has still to destroy or return. */
import { Card, LinkButton, Rows, When } from '../../../ui/index.ts'
import { confirmationLink, recallsLink } from '../links.ts'
import type { Recall } from '../queries.ts'
import { whatEnded } from './words.ts'

/** Nothing when nothing waits. */
export function WaitingRecalls({ recalls, now }: { recalls: Recall[]; now: Date }) {
  if (recalls.length === 0) return null
  return (
    <Card title="Called back" actions={<a href={recallsLink}>All</a>} flush attention>
      <Rows
        label="Called back"
        rule={['recalls']}
        rows={recalls.map(one => ({
          id: `recall-${one.id}`,
          title: `${whatEnded(one)}: ${one.reference}`,
          about: (
            <>
              {one.ownerName} ·&nbsp;
              <When at={one.endedAt} now={now} short />
            </>
          ),
          end: (
            <LinkButton href={confirmationLink(one.id)} small>
              Say what you did
            </LinkButton>
          ),
        }))}
      />
    </Card>
  )
}
