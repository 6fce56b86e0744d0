// kith migrate: brings the database to this version of Kith.
import { migrate } from '../platform/migrate.ts'
import { type Command, readLine } from './command.ts'
import { withDatabase } from './with-kith.ts'

export const migrateDatabase: Command = {
  name: 'migrate',
  takes: '',
  does: 'Bring the database to this version of Kith (npm start does so by itself).',
  async run(args) {
    readLine(this, args, {}, 0)
    await withDatabase('kith migrate', ({ ownerUrl, config }) => migrate(ownerUrl, config.secret, config.bankHolidays))
    console.log('The database is up to date.')
  },
}
