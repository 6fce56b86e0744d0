/** Why a file could not be taken: each message is a sentence that says what to do instead. */

/** This file cannot be taken: too large, empty, damaged, or of a kind that could do harm. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** Nothing can be stored just now: the disk is full, or may not be written. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

/** The bytes on the disk are not the bytes that were stored. */
export class FileDamaged extends Error {
  override name = 'FileDamaged'
}
