/** Why a file could not be taken: each message is a sentence that says what to do instead. */

/** This file cannot be taken: too large, empty, damaged, or of a kind that could do harm. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** A virus scanner found harm in this file, and gave it a name. */
export class FileHarmful extends FileRefused {
  override name = 'FileHarmful'
  readonly found: string
  constructor(found: string) {
    super('This file holds something harmful and was not saved. Tell your IT team.')
    this.found = found
  }
}

/** No file can be taken just now, whatever it is; `status` is what the answer carries. */
export abstract class NotNow extends Error {
  abstract readonly status: 503 | 507
}

/** Nothing can be stored just now: the disk is full, or may not be written. */
export class NoRoom extends NotNow {
  override name = 'NoRoom'
  readonly status = 507
}

/** The virus scanner cannot be asked just now, and nothing is kept unseen. */
export class NotChecked extends NotNow {
  override name = 'NotChecked'
  readonly status = 503
}

/** Harm was found in this file after it had been kept: nobody can open it. */
export class FileShut extends Error {
  override name = 'FileShut'
  readonly at: Date
  constructor({ at }: { at: Date }) {
    super('This file was found to hold something harmful.')
    this.at = at
  }
}

/** The bytes on the disk are not the bytes that were stored. */
export class FileDamaged extends Error {
  override name = 'FileDamaged'
}
