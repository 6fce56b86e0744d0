// Turns the operating system's complaints about a folder into one clear sentence.

/**
 * The system's short code for what went wrong (ENOSPC, EACCES, …), if there is one.
 * @example if (reasonOf(error) === 'ENOENT') return undefined
 */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * One sentence about a folder that cannot be used.
 * @example throw new Stop(diskSentence('/srv/kith/.kith', error))
 */
export function diskSentence(folder: string, error: unknown): string {
  const code = reasonOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return fullSentence(folder)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return readOnlySentence(folder)
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} is not a folder: choose another with KITH_DATA_DIR.`
  return `The data folder ${folder} cannot be used (${code ?? String(error)}).`
}

/**
 * The sentence for a full disk.
 * @example fullSentence('/srv/kith/.kith')
 */
export function fullSentence(folder: string): string {
  return `The disk that holds ${folder} is full: make room, or choose another folder with KITH_DATA_DIR.`
}

function readOnlySentence(folder: string): string {
  return `Kith may not write in ${folder}: change who owns it, or choose another folder with KITH_DATA_DIR.`
}
