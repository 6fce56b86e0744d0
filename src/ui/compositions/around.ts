// Who is looking and what their rail holds, shared by the example pages.
import type { SurroundingsValue } from '../index.ts'

export { now } from '../example.ts'

export const around: SurroundingsValue = {
  actor: { workerId: 'w1', name: 'Priya Shah', agencyName: 'Wexby Borough Council' },
  nav: [
    { label: 'Today', href: '/', icon: 'today', count: 4 },
    { label: 'Cases', href: '/cases', icon: 'cases' },
    { label: 'People', href: '/people', icon: 'people' },
    { label: 'Desks', href: '/desks', icon: 'desk', count: 2 },
    { label: 'Panels', href: '/panels', icon: 'panel' },
    { label: 'Places', href: '/places', icon: 'place' },
    { label: 'Insights', href: '/insights', icon: 'chart' },
    { label: 'Admin', href: '/admin', icon: 'admin' },
  ],
  start: [
    { label: 'Case', href: '/cases/new' },
    { label: 'Person', href: '/people/new' },
    { label: 'Message', href: '/messages/new' },
  ],
  alerts: 3,
  demonstration: true,
}
