/** What one worker has seen, tried as another: every row in the place of every other, and rows that are not there at all. */
import { newId } from '../../../src/platform/db.ts'
import { everyOf, idsIn, patternOf, withIds } from './pattern.ts'
import { casesOfRows } from './more.ts'
import { knownBy } from './secrets.ts'
import type { Answer, Visitor } from './visit.ts'

/** The record says what others typed and were refused, which those who answer for them may read: it is crawled before anybody tries anything, and not again. */
const record = /^\/(looks|account\/trail)/

/** One address of each form, with every row there is in the place of its ids. */
export function everyAddress(seen: string[]): string[] {
  const firsts = new Map(seen.filter(address => !record.test(address)).map(address => [patternOf(address), address]))
  return [...new Set([...firsts.values()].flatMap(address => everyOf(address, rowsFor)))].sort()
}

const rowsFor = (table: string) => casesOfRows(table).map((which, index) => ({ index, case: which }))

/** How many addresses of one form each worker tries; all of them when asked for: KITH_CRAWL=whole npm test test/proof/crawl.test.ts */
const most = process.env.KITH_CRAWL === 'whole' ? Number.POSITIVE_INFINITY : 2

/** What one worker tries of all addresses: of each form, those that are not theirs to meet before those that are, and not every worker the same. */
export function turnOf({ sight }: Visitor, place: number, addresses: string[]): string[] {
  const forms = Map.groupBy(addresses, patternOf)
  return [...forms.values()].flatMap(alike => {
    const turned = alike.map((_, index) => alike[(index + place * 3) % alike.length] ?? '')
    return [
      ...turned.filter(address => hiddenIn(address, sight).length > 0),
      ...turned.filter(address => hiddenIn(address, sight).length === 0),
    ].slice(0, most)
  })
}

const hiddenIn = (address: string, sight: Set<string>): string[] => idsIn(address).filter(id => !sight.has(knownBy(id)))

/** Asks for an address and, when a row in it is hidden, also for the same address without that row: one sentence for each way in which the answers differ. */
export async function tellsHiddenFromAbsent({ name, sight, ask }: Visitor, address: string): Promise<string[]> {
  const answer = await ask(address)
  const hidden = hiddenIn(address, sight)
  if (hidden.length === 0) return []
  const absent = await ask(withIds(address, id => (hidden.includes(id) ? newId() : id)))
  const [is, wouldBe] = [bare(answer), bare(absent)]
  return (Object.keys(is) as (keyof Answer)[])
    .filter(part => is[part] !== wouldBe[part])
    .map(part => `${name} can tell by the ${part} of ${address} that it is there: ${firstDifference(`${is[part]}`, `${wouldBe[part]}`)}`)
}

/** An answer without what differs in every answer: ids that were asked for, the reference to quote, the date. */
function bare({ status, headers, body, statements }: Answer): Record<keyof Answer, string | number> {
  const plain = (text: string) =>
    text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '{id}').replaceAll(/\b[0-9a-f]{8}\b/g, '{reference}')
  const kept = headers.filter(([header]) => header !== 'date')
  return { status, headers: plain(`${kept}`), body: plain(body), statements }
}

function firstDifference(some: string, other: string): string {
  const at = [...some].findIndex((letter, index) => letter !== other[index])
  return `“${some.slice(at, at + 60)}” and “${other.slice(at, at + 60)}”`
}
