/** Whether what is listed and counted for a worker is what the model lets them meet. */
import { idOf } from '../ids.ts'
import { at } from '../world.ts'
import { county } from './county.ts'
import { idsIn } from './pattern.ts'
import { secret } from './secrets.ts'
import type { Visitor } from './visit.ts'

/** Searches for a row by its own word; words that are one slip of the keys away come with it, if they are the worker's to meet. */
export async function searchedWrongly({ ask, name, sight }: Visitor, table: string, index: number): Promise<string[]> {
  const { body } = await ask(`/search?q=${secret(table, index)}`)
  const [main = ''] = body.match(/<main.*<\/main>/s) ?? []
  const isListed = idsIn(main).includes(idOf(table, shownAs(table, index, sight)))
  const mayBe = sight.has(`${table} ${index}`)
  // Documents that are restricted or sensitive are found by nobody.
  const mustBe = mayBe && table !== 'documents'
  const [total, listed] = [sum(countsIn(main)), (main.match(/class="kith-row[ "]/g) ?? []).length]
  return [
    ...(isListed && !mayBe ? [`${name} finds ${table} ${index}`] : []),
    ...(!isListed && mustBe ? [`${name} does not find ${table} ${index}`] : []),
    ...(total === listed ? [] : [`${name} is told of ${total} and shown ${listed}, searching for ${table} ${index}`]),
  ]
}

/** Whoever sees that two records are one person is shown the record that was kept. */
function shownAs(table: string, index: number, sight: Set<string>): number {
  const merge = county.merges.findIndex(({ absorbed }) => absorbed === index)
  return table === 'people' && sight.has(`person_merges ${merge}`) ? at(county.merges, merge).kept : index
}

/** Compares the numbers on a case's pages with the model's. */
export async function countedWrongly({ ask, name, sight }: Visitor, which: number): Promise<string[]> {
  const mine = (table: string, rows: { case: number; ended?: boolean }[]) =>
    rows.filter((row, index) => row.case === which && !row.ended && sight.has(`${table} ${index}`)).length
  const wanted = { people: mine('case_people', county.casePeople), documents: mine('documents', county.documents) }
  const found = await Promise.all(
    Object.entries(wanted).map(async ([tab, count]) => {
      const { status, body } = await ask(`/cases/${idOf('cases', which)}/${tab}`)
      const [shown = 0] = countsIn(body, tab)
      return status === 200 && shown !== count ? [`${name} is told of ${shown} ${tab} of case ${which}, and may meet ${count}`] : []
    }),
  )
  return found.flat()
}

const countsIn = (body: string, title = '[^<]+'): number[] =>
  [...body.matchAll(new RegExp(`__title">${title}<span class="kith-count">(\\d+)<`, 'gi'))].map(([, count]) => Number(count))

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
