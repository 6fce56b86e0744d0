/** What is said on a receipt: understood, an answer, and what was done. */
import { Button, Card, Form, type Refused, Select, TextArea } from '../../../ui/index.ts'
import { receiptLink } from '../links.ts'
import type { Receipt } from '../queries.ts'
import { actedWords, confirmWords, stepOf } from '../words.ts'

export interface DoneTask {
  id: string
  title: string
}

type Props = { receipt: Receipt; refused?: Refused | undefined }

export function UnderstandingForm({ receipt, refused }: Props) {
  return (
    <Card title="Say that you have understood it" narrow>
      <Form
        id="understanding"
        action={receiptLink(receipt.id, 'understanding')}
        refused={refused}
        draft={`understanding:${receipt.caseId}`}
      >
        <TextArea
          name="question"
          label="Is there something you need to ask?"
          optional
          hint={`${receipt.sentByName ?? 'Whoever shared it'} reads this.`}
          rows={2}
          limit={1000}
        />
        <Button icon="check">{confirmWords(receipt)}</Button>
      </Form>
    </Card>
  )
}

export function AnswerForm({ receipt, refused }: Props) {
  return (
    <Card title={`${receipt.toName} asks: ${stepOf(receipt, 'understood')?.words ?? ''}`} narrow attention>
      <Form id="answer" action={receiptLink(receipt.id, 'answer')} refused={refused} draft={`answer:${receipt.caseId}`}>
        <TextArea name="answer" label="Your answer" rows={3} limit={1000} />
        <Button>Send the answer</Button>
      </Form>
    </Card>
  )
}

export function ActionForm({ receipt, tasks, refused }: Props & { tasks: DoneTask[] }) {
  return (
    <Card title="Say what you did" narrow>
      <Form id="action" action={receiptLink(receipt.id, 'action')} refused={refused} draft={`action:${receipt.caseId}`}>
        <TextArea name="done" label="What was done because of it?" rows={3} limit={1000} />
        {tasks.length > 0 ? (
          <Select
            name="task"
            label="Or a task that is done"
            optional
            empty="None"
            choices={tasks.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <Button kind={stepOf(receipt, 'understood') ? 'primary' : 'secondary'}>{actedWords(receipt)}</Button>
      </Form>
    </Card>
  )
}
