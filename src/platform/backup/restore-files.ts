// Puts the stored files and the secrets of a backup back into a data folder.
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditKey } from '../audit-key.ts'
import type { Config } from '../config.ts'
import { diskSentence } from '../disk.ts'
import { keptLines } from '../secrets.ts'
import { Stop } from '../stop.ts'
import { readFiles } from './check.ts'
import { type Manifest, markOf } from './manifest.ts'

/**
 * Throws a Stop when the settings hold other secrets than the backup was made with.
 * @example refuseOtherSecrets(manifest, config)
 */
export function refuseOtherSecrets(manifest: Manifest, config: Config): void {
  const { secrets, secretMarks } = manifest
  if (!secrets.secret && secretMarks.secret !== markOf(config.secret))
    throw new Stop(
      'KITH_SECRET is not the one that this backup was made with: set that one, or nobody could sign in with their second step.',
    )
  if (!secrets.fileKey && secretMarks.fileKey !== markOf(config.fileKey))
    throw new Stop('KITH_FILE_KEY is not the one that this backup was made with: set that one, or no file could be opened.')
  const given = [
    !config.secretIsKept && secrets.secret && secrets.secret !== config.secret,
    !config.fileKeyIsKept && secrets.fileKey && secrets.fileKey !== config.fileKey,
  ]
  if (given.some(Boolean))
    throw new Stop(
      'This backup brings its own secrets: leave KITH_SECRET and KITH_FILE_KEY out, or set them to those of the system it was made on.',
    )
}

/**
 * Writes the stored files, each under its final name only when it is whole.
 * @example await restoreFiles({ path, manifest, folder: config.filesDir })
 */
export async function restoreFiles({ path, manifest, folder }: { path: string; manifest: Manifest; folder: string }): Promise<void> {
  try {
    await readFiles(path, manifest, async (file, content) => {
      const target = inside(folder, file.path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(content), createWriteStream(`${target}.part`, { mode: 0o600, flush: true }))
      await rename(`${target}.part`, target)
    })
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(diskSentence(folder, error))
  }
}

/**
 * Keeps the secrets that came with the backup, and gives the one that the database roles are derived from.
 * @example const secret = await restoreSecrets(manifest, config)
 */
export async function restoreSecrets({ secrets, auditKeys }: Manifest, config: Config): Promise<string> {
  const strange = auditKeys.filter(name => name !== auditKey(config.auditKey).name && !config.auditPastKeys.includes(name))
  // What another key signed stays proven by it; from here on this system signs with its own.
  if (strange.length > 0)
    await keep(config.dataDir, 'audit-past-keys', [...keptLines(config.dataDir, 'audit-past-keys'), ...strange].join('\n'))
  if (secrets.secret && config.secretIsKept) await keep(config.dataDir, 'secret', secrets.secret)
  if (secrets.fileKey && config.fileKeyIsKept) await keep(config.dataDir, 'file-key', secrets.fileKey)
  return secrets.secret ?? config.secret
}

async function keep(dataDir: string, name: string, secret: string): Promise<void> {
  const path = join(dataDir, name)
  await writeFile(`${path}.part`, `${secret}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
}

// A path in a file that somebody else may have made must not lead out of the folder.
function inside(folder: string, path: string): string {
  const target = normalize(join(folder, path))
  if (target.startsWith(folder + sep)) return target
  throw new Stop('The backup is damaged: it holds a file that would lie outside the folder for files.')
}
