// kith audit seal: seals what has been recorded up to now.
import { auditKey } from '../platform/audit-key.ts'
import { urlFor } from '../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../platform/system-db.ts'
import { sealAll } from '../slices/audit/index.ts'
import { type Command, readLine } from './command.ts'
import { withKith } from './with-kith.ts'

export const auditSeal: Command = {
  name: 'audit seal',
  takes: '',
  does: 'Seal the record of who did what up to now (Kith does so by itself every minute).',
  async run(args) {
    readLine(this, args, {}, 0)
    const rows = await withKith('kith audit seal', async ({ ownerUrl, config }) => {
      connectSystem({ connectionString: urlFor(ownerUrl, 'kith_clock', config.secret), max: 1 })
      return sealAll(auditKey(config.auditKey)).finally(disconnectSystem)
    })
    console.log(rows === 0 ? 'Nothing waits to be sealed.' : `Sealed ${rows.toLocaleString('en-GB')} rows.`)
  },
}
