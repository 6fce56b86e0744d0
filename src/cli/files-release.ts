// kith files release: gives back a file that was shut by mistake, once the scanner finds nothing in it any more.
import { config } from '../platform/config.ts'
import { harmIn } from '../platform/files/harm.ts'
import { giveBack, verdictOn } from '../platform/files/harmful.ts'
import { asidePathOf, filesAside } from '../platform/files/places.ts'
import { openSealed } from '../platform/files/sealed-file.ts'
import { migrate } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, readLine } from './command.ts'
import { answering } from './files-scan.ts'
import { recordHarm } from './record-harm.ts'
import { type Opened, withDatabase } from './with-kith.ts'

export const filesRelease: Command = {
  name: 'files release',
  takes: 'FILE',
  does: 'Give a file back that "files scan" shut by mistake.',
  more: `FILE is the beginning of its name as "files scan" printed it, 12 letters or more. The scanner is asked again:
only a file in which it finds nothing any more is given back, which is recorded. A scanner that goes on being wrong
is put right in its own settings (ClamAV: a list of files that it shall not mind).`,
  async run(args) {
    const name = readLine(this, args, {}, 1).positionals[0] ?? ''
    const scanner = await answering(config().virusScanner)
    const documents = await withDatabase('kith files release', async opened => {
      if (!opened.running) await migrate(opened.ownerUrl, opened.config.secret, opened.config.bankHolidays)
      return release(opened, scanner, name)
    })
    console.log(`Given back. Versions of documents that open again: ${documents}.`)
  },
}

/** Gives the number of versions of documents that open again. Recorded first: what cannot be recorded is not given back. */
async function release({ ownerUrl, config: { filesDir, fileKey, fileKeyBefore } }: Opened, scanner: string, name: string): Promise<number> {
  const sha256 = await fileShut(filesDir, name)
  const keys = fileKeyBefore ? [fileKey, fileKeyBefore] : [fileKey]
  const found = await openSealed(asidePathOf(filesDir, sha256), keys, sha256)
    .then(file => harmIn(file.bytes(), scanner))
    .catch(error => {
      throw new Stop(`It stays shut, because it could not be scanned to its end: ${error.message}`)
    })
  if (found !== undefined) throw new Stop(`The virus scanner still finds harm in it: ${found}. It stays shut.`)
  const places = await recordHarm(ownerUrl, sha256, (await verdictOn(filesDir, sha256))?.found ?? '', 'file_released')
  await giveBack(filesDir, sha256)
  return places.length
}

async function fileShut(folder: string, name: string): Promise<string> {
  const named = /^[0-9a-f]{12,64}$/.test(name) ? (await filesAside(folder)).filter(({ sha256 }) => sha256.startsWith(name)) : []
  if (named.length === 1 && named[0]) return named[0].sha256
  throw new Stop('No file that is shut has this name: type 12 letters of it or more, as "files scan" printed them.')
}
