// Puts the stored files and the secrets of a backup back into a data folder.
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditKey } from '../audit-key.ts'
import type { Config } from '../config.ts'
import { diskSentence, mustBeFolder } from '../disk.ts'
import { forgetBefore, keptLines } from '../secrets.ts'
import { Stop } from '../stop.ts'
import { readFiles } from './check.ts'
import { type Manifest, markOf } from './manifest.ts'

/**
 * Throws a Stop when the settings hold other secrets than the backup was made with.
 * @example refuseOtherSecrets(manifest, config)
 */
export function refuseOtherSecrets(manifest: Manifest, config: Config): void {
  const { secrets, secretMarks: marks } = manifest
  if (!secrets.secret)
    refuseWithout({ now: marks.secret, before: marks.secretBefore }, [config.secret, config.secretBefore], {
      name: 'KITH_SECRET',
      or: 'nobody could sign in with their second step',
    })
  if (!secrets.fileKey)
    refuseWithout({ now: marks.fileKey, before: marks.fileKeyBefore }, [config.fileKey, config.fileKeyBefore], {
      name: 'KITH_FILE_KEY',
      or: 'no file could be opened',
    })
  const given = [
    !config.secretIsKept && secrets.secret && secrets.secret !== config.secret,
    !config.fileKeyIsKept && secrets.fileKey && secrets.fileKey !== config.fileKey,
  ]
  if (given.some(Boolean))
    throw new Stop(
      'This backup brings its own secrets: leave KITH_SECRET and KITH_FILE_KEY out, or set them to those of the system it was made on.',
    )
}

function refuseWithout(
  marks: { now: string; before: string | undefined },
  secrets: readonly (string | undefined)[],
  { name, or }: { name: string; or: string },
): void {
  const known = secrets.map(secret => secret && markOf(secret))
  if (!known.includes(marks.now))
    throw new Stop(
      `${name} is not the one that this backup was made with: set that one (or, beside a newer one, as ${name}_BEFORE), or ${or}.`,
    )
  if (marks.before && !known.includes(marks.before))
    throw new Stop(
      `This backup was made while ${name} was being changed: set the one it had then and, as ${name}_BEFORE, the one before that, or ${or}.`,
    )
}

/**
 * Writes the stored files, each under its final name only when it is whole.
 * @example await restoreFiles({ path, manifest, folder: config.filesDir })
 */
export async function restoreFiles({ path, manifest, folder }: { path: string; manifest: Manifest; folder: string }): Promise<void> {
  mustBeFolder(folder, 0o700, 'KITH_FILES_DIR')
  try {
    await readFiles(path, manifest, async (file, content) => {
      const target = inside(folder, file.path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(content), createWriteStream(`${target}.part`, { mode: 0o600, flush: true }))
      await rename(`${target}.part`, target)
    })
  } catch (error) {
    throw new Stop(diskSentence(folder, error, 'KITH_FILES_DIR'))
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
  if (secrets.secret && config.secretIsKept) await keepBoth(config.dataDir, 'secret', secrets.secret, secrets.secretBefore)
  if (secrets.fileKey && config.fileKeyIsKept) await keepBoth(config.dataDir, 'file-key', secrets.fileKey, secrets.fileKeyBefore)
  return secrets.secret ?? config.secret
}

async function keepBoth(dataDir: string, name: string, secret: string, before: string | undefined): Promise<void> {
  if (before) await keep(dataDir, `${name}-before`, before)
  else forgetBefore(dataDir, name)
  await keep(dataDir, name, secret)
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
