/** Encrypts every stored file anew under another key, one after the other, so that it may be killed at any moment and go on later. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { markOf } from '../backup/manifest.ts'
import { filesAside, incoming, keptFiles, settle } from './places.ts'
import { FileDamaged } from './refused.ts'
import { openSealed, writeSealed, writtenWith } from './sealed-file.ts'

export interface Keys {
  readonly now: string
  readonly before: string
}

export interface StoredFiles {
  /** Where the files lie that are still under the key before. */
  readonly before: string[]
  /** Of those that open with neither key. */
  readonly neither: string[]
}

/**
 * What the connections of a running Kith are called, so that it can be seen which file key it writes with, and not the key.
 * @example const name = shownAs(config.fileKey)
 */
export const shownAs = (fileKey: string): string => `kith jobs, file key ${markOf(fileKey)}`

/**
 * Which files are under which key; reads the head of each and changes nothing.
 * @example const { before, neither } = await lookThrough(config.filesDir, { now, before })
 */
export async function lookThrough(folder: string, { now, before }: Keys): Promise<StoredFiles> {
  const found: [string[], string[], string[]] = [[], [], []]
  for await (const { path, sha256 } of allFiles(folder)) found.at(await writtenWith(path, [now, before], sha256))?.push(path)
  return { before: found[1], neither: found[2] }
}

/**
 * Encrypts these files under the new key and gives those that could not be read, which stay as they are. Each is whole under one key or the other at every moment.
 * @example const damaged = await changeFileKey(config.filesDir, { now, before }, found.before)
 */
export async function changeFileKey(folder: string, { now, before }: Keys, files: readonly string[]): Promise<string[]> {
  const damaged: string[] = []
  await mkdir(incoming(folder), { recursive: true, mode: 0o700 })
  for (const path of files) {
    await changeOne(folder, { now, before }, path).catch(error => {
      if (!(error instanceof FileDamaged)) throw error
      damaged.push(path)
    })
  }
  return damaged
}

async function changeOne(folder: string, { now, before }: Keys, path: string): Promise<void> {
  const sha256 = basename(path)
  const draft = join(incoming(folder), randomUUID())
  try {
    const { bytes } = await openSealed(path, [before, now], sha256)
    const written = await writeSealed(draft, now, bytes())
    if (written.sha256 !== sha256) throw new FileDamaged('This file is not the one that was stored under this name.')
    await settle(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Also those in which harm was found: one may turn out to be harmless, and the old key is thrown away. */
async function* allFiles(folder: string) {
  yield* keptFiles(folder)
  yield* await filesAside(folder)
}
