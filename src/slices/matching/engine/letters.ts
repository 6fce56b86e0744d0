/** How near two words are by their letters: typing slips and spellings by ear. Pure functions. */

const rows = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)] as const

/**
 * How many slips of the keys turn one word into the other: a letter more, fewer, other, or two changed about. Counting ends past `most`.
 * @example slips('smith', 'simth') // 1
 */
export function slips(one: string, other: string, most = 99): number {
  if (one === other) return 0
  const [a, b] = [one.slice(0, 120), other.slice(0, 120)]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, above, row]: Uint8Array[] = [...rows] as [Uint8Array, Uint8Array, Uint8Array]
  for (let at = 0; at <= b.length; at++) (above as Uint8Array)[at] = at
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, before as Uint8Array, above as Uint8Array, row as Uint8Array) > most) return most + 1
    ;[before, above, row] = [above, row, before]
  }
  return (above as Uint8Array)[b.length] ?? 0
}

/** One row of the table of slips; gives back its least. */
function fillRow(a: string, b: string, i: number, before: Uint8Array, above: Uint8Array, row: Uint8Array): number {
  row[0] = i
  let least = i
  const letter = a.charCodeAt(i - 1)
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1)
    let best = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (letter === other ? 0 : 1))
    if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
      best = Math.min(best, (before[j - 2] as number) + 1)
    row[j] = best
    if (best < least) least = best
  }
  return least
}

/**
 * Jaro–Winkler nearness, from 0 (nothing alike) to 1 (the same); a common beginning counts more.
 * @example nearness('martha', 'marhta') // 0.961
 */
export function nearness(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [one.slice(0, 120), other.slice(0, 120)]
  const { shared, turned } = sharedLetters(a, b)
  if (shared === 0) return 0
  const jaro = (shared / a.length + shared / b.length + (shared - turned) / shared) / 3
  let start = 0
  while (start < 4 && start < a.length && a[start] === b[start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}

const mine = new Uint8Array(128)
const taken = new Uint8Array(128)

/** How many letters both words have at about the same place, and how many of those stand in another order. */
function sharedLetters(a: string, b: string): { shared: number; turned: number } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  taken.fill(0, 0, b.length)
  let shared = 0
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i)
    const end = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] || letter !== b.charCodeAt(j)) continue
      taken[j] = 1
      mine[shared++] = i
      break
    }
  }
  let turned = 0
  for (let j = 0, at = 0; j < b.length; j++) if (taken[j] && a.charCodeAt(mine[at++] as number) !== b.charCodeAt(j)) turned++
  return { shared, turned: turned / 2 }
}

const spellings: [RegExp, string][] = [
  [/^mac|^mc/, 'mk'],
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/ph/g, 'f'],
  [/gh(?=[^aeiou]|$)/g, ''],
  [/sch|sh|ch|tch/g, 'x'],
  [/ck|cc|q|c(?![eiy])/g, 'k'],
  [/c|z/g, 's'],
  [/dge?(?=[aeiy]|$)/g, 'j'],
  [/mb$/, 'm'],
  [/th/g, 't'],
]

/**
 * How a word sounds, roughly: names written down by ear come to the same.
 * @example soundOf('smyth') === soundOf('smith')
 */
export function soundOf(word: string): string {
  const spelt = spellings.reduce((text, [from, to]) => text.replace(from, to), word.replace(/[^a-z]/g, ''))
  const rest = spelt.slice(1).replace(/[aeiouyhw]/g, '')
  const first = spelt[0] ?? ''
  return (/[aeiouy]/.test(first) ? 'a' : first) + rest.replace(/(.)\1+/g, '$1')
}

/**
 * Lower case, without accents and apostrophes, one space between words.
 * @example plain("O’Brien-Şahin") // "obrien sahin"
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´ʼ.]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
