/** Whether every row of a page says who can read it, once the page is asked: a list that is made later, and forgets it, shows here. */

/** Lists of what is no record of anybody's: choices in a form, the reader's own ways to sign in, and a comparison of what is asked about elsewhere. */
const notAsked = [
  'Your passkeys',
  'Devices',
  'Other agencies',
  'Your own agency',
  'Rows of the list',
  'Both records, side by side',
  'Field by field',
]

/** Pages whose rows are not asked: what tells who can read something is the answer itself, and a preview is a page of somebody else's. */
const isAnswer = /^\/who\/|^\/cases\/[^/]+\/(why|sharing\/preview)/

/**
 * What has no answer on a page: asked, each list in which some row has none; not asked, the lists of a page that does not offer to be.
 * @example forgotten('/cases?readers=yes', body) // ['Cases']
 */
export const forgotten = (address: string, body: string): string[] =>
  isAnswer.test(address) || (body.includes('class="kith-who"') && !address.includes('readers=yes')) ? [] : unanswered(body)

/**
 * The names of the lists in which some row has no answer.
 * @example unanswered(body) // ['Cases']
 */
export function unanswered(body: string): string[] {
  const [main = ''] = body.match(/<main.*<\/main>/s) ?? []
  const lists = main.split(/(?=<ul class="kith-rows"|<table class="govuk-table)/).slice(1)
  const lines = main.split(/(?=<div class="kith-entry kith-entry--system)/).slice(1)
  return [
    ...lists.filter(list => !notAsked.includes(nameOf(list)) && !answers(list)).map(nameOf),
    ...(lines.every(line => isAsked(line.split('</div>')[0] ?? '')) ? [] : ['lines of Kith’s own']),
  ]
}

const nameOf = (list: string): string =>
  (/aria-label="([^"]*)"/.exec(list.split('>')[0] ?? '') ?? /<caption[^>]*>([^<]*)/.exec(list))?.[1] ?? 'a list without a name'

/** Each of its rows leads to its answer, or one rule that all of them go by is told below. */
function answers(list: string): boolean {
  if (list.includes('class="kith-rule"')) return true
  const [, ...rows] = (list.split('<tbody>')[1] ?? list).split(/<li class="kith-row[ "]|<tr class="govuk-table__row"/)
  return rows.every(isAsked)
}

const isAsked = (row: string): boolean => /href="(?:\/who\/|\/cases\/[^"/]+\/why")/.test(row)
