/** The beginning of a text file as text, for its preview. */
import { openForWorker } from './open.ts'

const most = 200_000

/**
 * The words of a text file, its first 200,000 bytes at most; undefined when it is no text.
 * @example await textOf({ sha256, size, type: 'text/plain; charset=utf-8' })
 */
export async function textOf({ sha256, size, type }: { sha256: string; size: number; type: string }): Promise<string | undefined> {
  if (!type.startsWith('text/') && type !== 'message/rfc822') return undefined
  const charset = /charset=([\w-]+)/.exec(type)?.[1] ?? 'utf-8'
  const bytes = Buffer.concat(await Array.fromAsync((await openForWorker(sha256)).bytes(0, most)))
  const text = new TextDecoder(charset).decode(bytes)
  return size > most ? `${text}\n\n… The file goes on. Save a copy to read the rest.` : text
}
