/** Every access rule with its English sentence, read from the rules themselves: what db/access.md prints, and what a page says of who can read what it lists. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './platform/root.ts'
import { sliceOrder } from './slices.ts'

export interface Rule {
  slice: string
  table: string
  name: string
  does: string
  who: string
  sentence: string
}

const verbs: Record<string, string> = {
  select: 'see',
  insert: 'add',
  update: 'change',
  delete: 'remove',
  all: 'see, add, change and remove',
}

/** Every policy that the slices state, with the sentence above it. */
export function rules(): Rule[] {
  return sliceOrder.flatMap(slice => {
    const text = readFileSync(join(root, 'src/slices', slice, 'policies.sql'), 'utf8')
    const found = text.matchAll(/((?:^-- .*\n)*)^create policy (\w+) on (\w+)(?:\s+as restrictive)?(?:\s+for (\w+))?(?:\s+to (\w+))?/gm)
    return [...found].map(([, comment = '', name = '', table = '', verb = 'all', who = 'everybody']) => ({
      slice,
      table,
      name,
      who,
      does: verbs[verb] ?? verb,
      sentence: comment.replaceAll(/^-- /gm, '').replaceAll('\n', ' ').trim(),
    }))
  })
}

let kept: Map<string, Rule[]> | undefined

/**
 * Which workers see the rows of a table, in the words that stand above the rule which decides it. Throws for a table that no worker sees.
 * @example whoSees('agencies') // "Everybody signed in can see which agencies take part."
 */
export function whoSees(table: string): string {
  kept ??= Map.groupBy(
    rules().filter(rule => rule.who === 'kith_app' && rule.does.startsWith('see')),
    rule => rule.table,
  )
  const sentences = kept.get(table)?.map(rule => rule.sentence)
  if (!sentences) throw new Error(`No rule says which workers see ${table}.`)
  return sentences.join(' ')
}
