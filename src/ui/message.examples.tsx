// Examples of what Kith says: warnings, notices, the next step, a conflict, a question, an error.
import { Confirm } from './confirm.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { ErrorMessage } from './error-page.tsx'
import { type Example, hostile, huge, now } from './example.ts'
import { Flash, Notice } from './flash.tsx'
import { Marking } from './marking.tsx'
import { NextStep } from './next-step.tsx'
import { PostButton } from './button.tsx'
import { Warning, Warnings } from './warning.tsx'

export const examples: Example[] = [
  {
    name: 'warnings',
    show: () => (
      <>
        <Warnings
          warnings={[
            { instruction: 'Visit in twos.', reason: 'Dog kept loose.', author: 'Tom Reed', agency: 'Police', reviewOn: '2027-01-10' },
            { instruction: hostile, reason: huge, author: hostile },
          ]}
        />
        <Warning instruction="Never leave a voicemail." />
      </>
    ),
  },
  {
    name: 'notices',
    show: () => (
      <>
        <Flash message={{ text: 'Note saved.' }} />
        <Notice>Only you can see this draft.</Notice>
        <Notice kind="attention" title="Review due" actions={<a href="#review">Review</a>}>
          Housing’s access ends on Friday.
        </Notice>
        <Notice kind="problem">{hostile}</Notice>
      </>
    ),
  },
  {
    name: 'the next step',
    show: () => (
      <>
        <NextStep title="Ring Mrs Okafor back" about="Due today" action={<PostButton action="/tasks/1/completion">Done</PostButton>} />
        <NextStep title={hostile} about={huge} />
      </>
    ),
  },
  {
    name: 'two at once',
    show: () => (
      <ConflictChoice
        action="/tasks/1"
        what="this task"
        cancelHref="#back"
        fields={{ title: hostile, version: '4' }}
        now={now}
        theirs={{
          by: 'Tom Reed',
          agency: 'Police',
          at: new Date('2026-11-22T09:02:00Z'),
          facts: [
            { name: 'What', value: 'Ring on Monday' },
            { name: 'Who', value: 'You' },
          ],
        }}
        yours={{
          by: 'you',
          facts: [
            { name: 'What', value: hostile },
            { name: 'Who', value: 'You' },
          ],
        }}
      />
    ),
  },
  {
    name: 'asking once more',
    show: () => (
      <Confirm
        title="End Fallowgate’s access?"
        action="/grants/1/end"
        button="End access"
        kind="danger"
        cancelHref="#back"
        fields={{ from: hostile }}
      >
        <p>They will no longer see anything of this case, and what waits for them is taken back.</p>
      </Confirm>
    ),
  },
  { name: 'not there', show: () => <ErrorMessage status={404} reference="k7f3-22q" /> },
  {
    name: 'not allowed',
    show: () => <ErrorMessage status={403} reference="k7f3-22q" back={{ href: '#case', label: 'Go back to the case' }} />,
  },
  { name: 'too big', show: () => <ErrorMessage status={413} reference="k7f3-22q" /> },
  { name: 'too many tries', show: () => <ErrorMessage status={429} reference="k7f3-22q" /> },
  { name: 'our mistake, and where to try again', show: () => <ErrorMessage status={500} reference="k7f3-22q" again="#again" /> },
  { name: 'our mistake', show: () => <ErrorMessage status={500} reference={hostile} text={hostile} /> },
  {
    name: 'markings',
    show: () => (
      <>
        <Marking name="OFFICIAL" />
        <Marking name="OFFICIAL-SENSITIVE" />
      </>
    ),
  },
]
