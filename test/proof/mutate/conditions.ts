/** The conditions in a piece of SQL, so that each can be left out in turn. */

interface Token {
  word: string
  at: number
  depth: number
}

const ends = new Set(
  'and or then else when end loop group order union limit offset returning where join left cross on for select into ;'.split(' '),
)

/**
 * A piece of SQL once for each of its conditions, with that one left out, and the condition in words.
 * @example withoutEach('select 1 where a = 1 and b = 2') // [{ left: 'a = 1', sql: 'select 1 where true and b = 2' }, …]
 */
export function withoutEach(sql: string): { left: string; sql: string }[] {
  const tokens = tokensIn(sql)
  return tokens.flatMap(({ word, at, depth }, index) => {
    if (word !== 'where' && (word !== 'and' || isOfBetween(tokens, index))) return []
    const from = at + word.length
    const next = tokens.slice(index + 1).find(token => token.depth < depth || (token.depth === depth && ends.has(token.word)))
    const until = next?.at ?? sql.length
    const left = sql.slice(from, until).replaceAll(/--.*$/gm, ' ').replaceAll(/\s+/g, ' ').trim()
    return left === 'true' || /\bcase$/.test(left) ? [] : [{ left, sql: `${sql.slice(0, from)} true ${sql.slice(until)}` }]
  })
}

/** "between 1 and 2" has an "and" of its own. */
function isOfBetween(tokens: Token[], index: number): boolean {
  const depth = tokens[index]?.depth
  for (const token of tokens.slice(0, index).reverse()) {
    if (token.depth < (depth ?? 0)) return false
    if (token.depth === depth && token.word === 'between') return true
    if (token.depth === depth && ends.has(token.word)) return false
  }
  return false
}

/** Words, semicolons and closing brackets with how deep in brackets they stand; nothing within quotation marks or remarks. */
function tokensIn(sql: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  for (const { 0: found, index } of sql.matchAll(/--.*$|'(?:[^']|'')*'|[a-z_]\w*|[();]/gim)) {
    if (found === '(') depth++
    else if (found === ')') tokens.push({ word: found, at: index, depth: --depth })
    else if (/^[a-z_;]/i.test(found)) tokens.push({ word: found.toLowerCase(), at: index, depth })
  }
  return tokens
}
