/** One aim: putting it in other words, and saying that it is reached. */
import type { Invalid } from '../../../platform/errors.ts'
import { Button, ButtonRow, Card, ConflictChoice, Form, PostButton, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { aimLink, planLink } from '../links.ts'
import type { Aim } from '../queries.ts'

/** The page `/cases/:id/aims/:aim`. */
export function AimPage({ head, aim, invalid }: { head: CaseHead; aim: Aim; invalid?: Invalid | undefined }) {
  const here = aimLink(head.id, aim.id)
  return (
    <CasePage head={head} here="plan">
      <Card title="Change the aim">
        <Form action={here} refused={invalid} draft={`aim:${aim.id}`} values={{ title: aim.title }}>
          <input type="hidden" name="version" value={aim.version} />
          <TextField name="title" label="What should be different?" />
          <ButtonRow>
            <Button>Save the aim</Button>
            <a href={planLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
      <Card title={aim.endedAt ? 'Take it up again' : 'Is it reached?'}>
        {aim.endedAt ? (
          <>
            <p>This aim was marked as reached.</p>
            <PostButton action={`${here}/reopening`} kind="secondary">
              Work on it again
            </PostButton>
          </>
        ) : (
          <>
            <p>A reached aim moves to the end of the plan. Its tasks stay as they are.</p>
            <PostButton action={`${here}/ending`} kind="secondary" icon="check">
              Mark as reached
            </PostButton>
          </>
        )}
      </Card>
    </CasePage>
  )
}

type ConflictProps = {
  head: CaseHead
  aim: Aim
  yours: Record<string, string>
  by: { by: string; agency: string; at: Date } | undefined
  now: Date
  action: string
}

/** A colleague changed the aim first: both versions, and a choice. */
export function AimConflictPage({ head, aim, yours, by, now, action }: ConflictProps) {
  return (
    <CasePage head={head} here="plan">
      <ConflictChoice
        action={action}
        what="this aim"
        cancelHref={planLink(head.id)}
        now={now}
        fields={{ title: yours.title ?? '', version: String(aim.version) }}
        theirs={{ by: by?.by ?? 'A colleague', agency: by?.agency, at: by?.at, facts: factsOf(aim.title) }}
        yours={{ by: 'You', facts: factsOf(yours.title ?? '') }}
      />
    </CasePage>
  )
}

const factsOf = (title: string) => [{ name: 'What should be different', value: title }]
