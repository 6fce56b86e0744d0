// What stays together where a line ends: references such as 7KQM-4RTX, and a word with the point after it.
import type { Child } from '#jsx/element'

const reference = /\b([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})\b/

/**
 * The same words, with each reference in them kept whole, and no line beginning with the point between two things. What is not text is left as it is.
 * @example unbroken('Suspect in 7KQM-4RTX · County Council')
 */
export function unbroken(text: Child): Child {
  if (typeof text !== 'string') return text
  const words = text.replaceAll(' · ', '\u00a0· ')
  if (!reference.test(words)) return words
  return <>{words.split(reference).map((part, index) => (index % 2 ? <span class="kith-whole">{part}</span> : part))}</>
}
