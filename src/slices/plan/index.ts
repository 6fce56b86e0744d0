/** All that other slices may use of plans. */
export { addAim } from './aims.ts'
export { completeTask, giveTask } from './commands.ts'
export { escalation } from './escalation.ts'
export { planLink, taskLink, tasksLink } from './links.ts'
export { listEscalatedTasks, listMyTasks, type MyTask } from './my-tasks.ts'
export { type ListedTask, listReached, listTasksOfCase, type Reached } from './queries.ts'
export { plan } from './routes.tsx'
export { toWhom } from './views/task-rows.tsx'
