// kith restore: a backup into an empty database.
import { checkBackup } from '../platform/backup/check.ts'
import { restoreFiles, restoreSecrets, refuseOtherSecrets } from '../platform/backup/restore-files.ts'
import { restoreTables } from '../platform/backup/restore.ts'
import { migrate } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, fileFrom, readLine } from './command.ts'
import { recordHere } from './record-here.ts'
import { type Opened, withDatabase } from './with-kith.ts'

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  does: 'Put a backup into an empty database.',
  more: `The whole file is checked before anything is changed, and all of it goes in or nothing.
Kith must not be running. To try a backup out, give it a folder of its own:

  KITH_DATA_DIR=/srv/kith-copy npm run kith -- restore FILE`,
  async run(args) {
    const path = fileFrom(readLine(this, args, {}, 1).positionals[0] ?? '')
    const manifest = await checkBackup(path)
    await withDatabase('kith restore', opened => restoreAll(path, manifest, opened))
    console.log(
      `Restored the backup of ${manifest.madeAt.slice(0, 16).replace('T', ', ')}: ${manifest.tables.length} tables and ${manifest.files.length} files.`,
    )
  },
}

// Files first: without the rows that name them they are harmless, and the rows without them are not.
async function restoreAll(
  path: string,
  manifest: Awaited<ReturnType<typeof checkBackup>>,
  { ownerUrl, config, running }: Opened,
): Promise<void> {
  if (running) throw new Stop('Kith is running: end it before you restore a backup.')
  refuseOtherSecrets(manifest, config)
  await restoreTables({ ownerUrl, path, manifest, beforeCommit: () => restoreFiles({ path, manifest, folder: config.filesDir }) })
  await migrate(ownerUrl, await restoreSecrets(manifest, config), config.bankHolidays)
  await recordHere(ownerUrl, 'backup_restored')
}
