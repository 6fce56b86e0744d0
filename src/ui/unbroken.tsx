// References such as 7KQM-4RTX stay in one piece where a line ends.
import type { Child } from '#jsx/element'

const reference = /\b([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})\b/

/**
 * The same words, with each reference in them kept whole. What is not text is left as it is.
 * @example unbroken('Suspect in 7KQM-4RTX')
 */
export function unbroken(words: Child): Child {
  if (typeof words !== 'string' || !reference.test(words)) return words
  return <>{words.split(reference).map((part, index) => (index % 2 ? <span class="kith-whole">{part}</span> : part))}</>
}
