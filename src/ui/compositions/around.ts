// Who is looking and what their rail holds, shared by the example pages.
import type { SurroundingsValue } from '../index.ts'

export { now } from '../example.ts'

export const around: SurroundingsValue = {
  actor: { workerId: 'w1', name: 'Priya Shah', agencyName: 'Wexby Borough Council' },
  nav: [
    { label: 'Today', href: '/', icon: 'today', count: 4 },
    { label: 'Cases', href: '/cases', icon: 'cases' },
    { label: 'People', href: '/people', icon: 'people' },
    { label: 'Tasks', href: '/tasks', icon: 'check' },
    { label: 'Requests', href: '/requests', icon: 'message', count: 2 },
    { label: 'Agencies', href: '/agencies', icon: 'group' },
    { label: 'Agreements', href: '/agreements', icon: 'share' },
    { label: 'Record', href: '/looks', icon: 'eye' },
  ],
  start: [
    { label: 'Open a case', href: '/cases/new' },
    { label: 'Ask another agency', href: '/requests/new' },
    { label: 'Open in an emergency', href: '/emergency' },
  ],
  alerts: 3,
  demonstration: true,
}
