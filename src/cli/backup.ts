// kith backup: one file with everything in it.
import { stat } from 'node:fs/promises'
import { makeBackup } from '../platform/backup/make.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, fileFrom, readLine } from './command.ts'
import { recordHere } from './record-here.ts'
import { withDatabase } from './with-kith.ts'

export const backup: Command = {
  name: 'backup',
  takes: 'FILE [--replace]',
  does: 'Write everything (the database and the stored files) to one file.',
  more: `Works while Kith runs: the file holds everything as it stood at one moment.
A file that is there already is kept as it is, unless you say --replace.

Keep the file as safely as the database. It holds every record in the clear, and the secrets
that Kith made for itself, save the key that signs the record. KITH_SECRET and KITH_FILE_KEY are not
in it when they are set: keep them apart, because a restored system needs the same two,
also when they have been changed since (docs/keys.md).

E-mails that wait to be sent are left out: a backup that is tried out must not write to anybody.`,
  async run(args) {
    const { values, positionals } = readLine(this, args, { replace: { type: 'boolean' } }, 1)
    const path = fileFrom(positionals[0] ?? '')
    if (!values.replace && (await isFile(path)))
      throw new Stop(`${path} is there already: name another file, or say --replace to write over it.`)
    const { tables, files } = await withDatabase('kith backup', async ({ ownerUrl, config }) => {
      await recordHere(ownerUrl, 'backup_made')
      return makeBackup({ ownerUrl, config, path })
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Wrote ${path}: ${rows} rows of ${tables.length} tables, and ${files.length} files.`)
  },
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )
