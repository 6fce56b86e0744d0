/** The words of a look at the file of a document, by which it is told from the look at its page. */

/** @example fileLook(2, true) // "version 2, saved" */
export const fileLook = (number: number, isSaved: boolean): string => `version ${number}, ${isSaved ? 'saved' : 'opened'}`

/** A page that shows its file leaves two looks, the page's and the file's: whoever counts openings leaves out those of files. Of other kinds the words may be typed by anybody. */
export const isFileLook = ({ kind, words }: { kind: string; words: string }): boolean =>
  ['document', 'download'].includes(kind) && /^version \d+, (opened|saved)$/.test(words)
