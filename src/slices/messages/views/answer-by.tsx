/** On an urgent message: by when it is to be answered. */
import { Tag, timeOf, When } from '../../../ui/index.ts'

type Urgent = { answerBy: Date | null; read: boolean; opened?: boolean }

/** Nothing on others. Red when its time has passed and nobody has opened it. */
export function AnswerBy({ message: { answerBy, read, opened = read }, now }: { message: Urgent; now: Date }) {
  if (!answerBy) return null
  return (
    <Tag kind={answerBy > now ? 'warm' : opened ? 'plain' : 'red'}>
      Answer by {timeOf(answerBy)} <When at={answerBy} now={now} time={false} short />
    </Tag>
  )
}
