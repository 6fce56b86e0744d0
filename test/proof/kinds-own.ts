/** What somebody keeps for themself, and nobody else changes. */
import { day, idOf } from './ids.ts'
import type { Kind, OfKinds } from './kind.ts'
import { size } from './sizes.ts'
import type { World } from './world.ts'
import { add, change, changeWhere, remove, type Statement } from './write.ts'

const whose = ({ one }: OfKinds) => one % size.workers

const ofOwn = (writes: (worker_id: string, deed: OfKinds) => Statement): Kind => ({
  allows: (_, deed) => whose(deed) === deed.by,
  writes: (_, deed) => writes(idOf('workers', whose(deed)), deed),
  likely: (_: World, { by }) => ({ one: by }),
})

export const own: Record<string, Kind> = {
  'own: change a draft': ofOwn(worker_id => changeWhere('drafts', { worker_id, key: 'a note' }, { body: {}, saved_at: 'now' })),
  'own: throw a draft away': ofOwn(worker_id => remove('drafts', { worker_id, key: 'a note' })),
  'own: choose reminders': ofOwn(worker_id => add('reminder_choices', { worker_id, kinds: '{}' })),
  'own: choose other reminders': ofOwn(worker_id => changeWhere('reminder_choices', { worker_id }, { kinds: '{}', chosen_at: 'now' })),
  'own: note a reminder': ofOwn(worker_id => add('digests', { worker_id, day: day(0) })),
  'own: end an interest': ofOwn((_, deed) => change('interests', whose(deed), { ended_at: 'now' })),
  'own: note that one was told': {
    allows: (world, deed) => {
      const alert = world.alerts[deed.one % 3]
      return alert !== undefined && alert.worker === deed.by && !alert.mailed
    },
    writes: (_, deed) => change('urgent_alerts', deed.one % 3, { mailed_at: 'now' }),
    likely: (world, { one }) => {
      const alert = world.alerts[one % 3]
      return alert ? { by: alert.worker } : {}
    },
  },
}
