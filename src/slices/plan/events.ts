/** What happens to aims and tasks, each with its sentence. */
import type { EventLine, Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  aim_added: () => 'added an aim to the plan',
  aim_changed: () => 'changed an aim of the plan',
  aim_reached: () => 'marked an aim of the plan as reached',
  aim_reopened: () => 'took up an aim of the plan again',
  task_given: line => (isOwn(line) ? 'took on a task' : `gave ${to(line)} a task`),
  task_changed: () => 'changed a task',
  task_handed_on: line => (isOwn(line) ? 'took a task over' : `handed a task to ${to(line)}`),
  task_moved: () => 'moved the date of a task',
  task_noted: () => 'wrote how a task is going',
  task_done: () => 'did a task',
  task_cancelled: () => 'cancelled a task',
  task_reopened: () => 'opened a task again',
}

const isOwn = ({ about, by }: EventLine): boolean => Boolean(by) && about === by

const to = ({ about }: EventLine): string => about ?? 'somebody'
