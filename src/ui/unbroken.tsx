// What stays together where a line ends: references such as 7KQM-4RTX, postcodes, dates, and the point between two things with what follows it.
import type { Child } from '#jsx/element'

const whole =
  /\b([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}(?:, \d\d:\d\d)?)\b/

/**
 * The same words, with each reference, postcode and date in them kept whole, and the point between two things with the second of them: no line ends in it. What is not text is left as it is.
 * @example unbroken('Suspect in 7KQM-4RTX · since Tue 24 Nov 2026')
 */
export function unbroken(text: Child): Child {
  if (typeof text !== 'string') return text
  const words = text.replaceAll(' · ', ' ·\u00a0')
  if (!whole.test(words)) return words
  return <>{words.split(whole).map((part, index) => (index % 2 ? <span class="kith-whole">{part}</span> : part))}</>
}
