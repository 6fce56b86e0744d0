// kith demo: loads the invented county into an empty database.
import { isEmpty, loadCounty } from '../demo/load/index.ts'
import { migrate } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, readLine } from './command.ts'
import { withDatabase } from './with-kith.ts'

export const demo: Command = {
  name: 'demo',
  takes: '',
  does: 'Load the invented county of Merrowshire into an empty database (npm start does so by itself).',
  more: 'It refuses in production, and wherever anything stands already.',
  async run(args) {
    readLine(this, args, {}, 0)
    await withDatabase('kith demo', async ({ ownerUrl, config }) => {
      if (config.production) throw new Stop('The demonstration is not loaded in production.')
      await migrate(ownerUrl, config.secret, config.bankHolidays)
      if (!(await isEmpty(ownerUrl)))
        throw new Stop('This database holds something already. The demonstration is loaded into an empty one only.')
      const { agencies, workers, people, cases, entries } = await loadCounty({ ownerUrl, production: config.production })
      console.log(
        `Merrowshire is loaded: ${agencies} agencies, ${workers} workers, ${people} people, ${cases} cases with ${entries} entries.`,
      )
    })
  },
}
