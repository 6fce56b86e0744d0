// kith files scan: the virus scanner looks at every kept file, and whatever it finds harmful is shut.
import { config } from '../platform/config.ts'
import { diskSentence } from '../platform/disk.ts'
import { harmIn, NoVerdict } from '../platform/files/harm.ts'
import { moveAside, shut } from '../platform/files/harmful.ts'
import { filesAside } from '../platform/files/places.ts'
import { type Scanned, scanKept } from '../platform/files/scan-kept.ts'
import { migrate } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, readLine } from './command.ts'
import { placesOf, recordHarm } from './record-harm.ts'
import { recordHere } from './record-here.ts'
import { type Opened, withDatabase } from './with-kith.ts'

export const filesScan: Command = {
  name: 'files scan',
  takes: '',
  does: 'Have the virus scanner look at every file that is kept, and shut the harmful ones.',
  more: `For files that came in before KITH_VIRUS_SCANNER named a scanner, or before the scanner knew a virus;
also after a backup was restored. Kith may run meanwhile.

From the moment it is found nobody can open a harmful file: its document says so, and the record too. Nothing
is thrown away: it lies encrypted in the folder "harmful" beside the others, and "files release" gives it back
when it was shut by mistake. Documents are named by their ids, and never by a title or the name of a file.

Whatever ends this, typing it again begins with the first file: what the scanner knows may be new, so that only
a run from the first file to the last says anything. What was found until then stays shut.`,
  async run(args) {
    readLine(this, args, {}, 0)
    const scanner = await answering(config().virusScanner)
    await withDatabase('kith files scan', async opened => {
      if (!opened.running) await migrate(opened.ownerUrl, opened.config.secret, opened.config.bankHolidays)
      await scan(opened, scanner)
    })
  },
}

/**
 * The scanner of the settings, when there is one and it answers.
 * @example const scanner = await answering(config().virusScanner)
 */
export async function answering(scanner: string | undefined): Promise<string> {
  if (!scanner) throw new Stop('KITH_VIRUS_SCANNER names no virus scanner: set it, for example to /run/clamav/clamd.ctl.')
  await harmIn([Buffer.from('Kith')], scanner).catch(error => {
    throw error instanceof NoVerdict ? new Stop(silent(scanner)) : error
  })
  return scanner
}

const silent = (scanner: string): string =>
  `The virus scanner at ${scanner} does not answer: see that it runs, and that whoever runs Kith may use it.`

interface Told {
  seen: number
  harmful: number
  unread: number
}

async function scan(opened: Opened, scanner: string): Promise<void> {
  const { filesDir: folder, fileKey, fileKeyBefore } = opened.config
  const before = (await filesAside(folder)).length
  const told: Told = { seen: 0, harmful: 0, unread: 0 }
  try {
    const keys = fileKeyBefore ? [fileKey, fileKeyBefore] : [fileKey]
    for await (const one of scanKept({ folder, keys, scanner })) await take(opened, one, told)
  } catch (error) {
    throw new Stop(`${reasonFor(error, scanner, folder)} ${inWords(told)} The others were not seen: type this again.`)
  } finally {
    await recordHere(opened.ownerUrl, 'files_scanned', { ...told })
  }
  const all = `${inWords(told)} Shut by earlier runs: ${before}.`
  if (told.harmful + told.unread > 0) throw new Stop(all)
  console.log(all)
}

async function take({ ownerUrl, config: { filesDir } }: Opened, { sha256, found, unread }: Scanned, told: Told): Promise<void> {
  told.seen += 1
  if (found !== undefined) {
    told.harmful += 1
    // Shut before anything else can fail, and moved last: a run that is ended between finds it where it was.
    await shut(filesDir, sha256, found)
    say(sha256, `harmful: ${found}`, await recordHarm(ownerUrl, sha256, found))
    await moveAside(filesDir, sha256)
  }
  if (unread) {
    told.unread += 1
    say(sha256, unread, await placesOf(ownerUrl, sha256))
  }
}

/** By id and fingerprint only: a terminal and its history are read by people who may know nothing of any case. */
function say(sha256: string, what: string, places: readonly { documentId: string; number: number }[]): void {
  const where = places.map(({ documentId, number }) => `document ${documentId}, version ${number}`)
  console.log(`File ${sha256.slice(0, 12)}, ${where.join('; ') || 'in no document'}: ${what}`)
}

function reasonFor(error: unknown, scanner: string, folder: string): string {
  if (error instanceof NoVerdict) return silent(scanner)
  if (error instanceof Error && 'code' in error) return diskSentence(folder, error)
  throw error
}

const inWords = ({ seen, harmful, unread }: Told): string =>
  `Files seen: ${seen.toLocaleString('en-GB')}. Harmful, and shut now: ${harmful}. Not seen to the end: ${unread}.`
