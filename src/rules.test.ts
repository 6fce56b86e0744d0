/** The sentences of rules: that each list which goes by one names a table that workers see, and that the sentence is the rule's own. */
import { expect, test } from 'vitest'
import { filesOf } from '../checks/say.ts'
import { rules, whoSees } from './rules.ts'

const named = filesOf('src/**/*.tsx').flatMap(({ path, text }) =>
  /\.examples\.tsx$/.test(path)
    ? []
    : [...text.matchAll(/\brule=\{\[([^\]]*)\]\}/g)].flatMap(([, inside = '']) => inside.match(/(?<=')\w+(?=')/g) ?? []),
)

test('each table that a page names has a sentence that says which workers see it', () => {
  expect(named.length).toBeGreaterThan(30)
  for (const table of new Set(named)) expect([table, whoSees(table)]).toEqual([table, expect.stringMatching(/^[A-Z].*\.$/s)])
})

test('it is what stands above the rule, of all rules where there are several', () => {
  const above = rules().filter(rule => rule.table === 'events' && rule.does === 'see' && rule.who === 'kith_app')
  expect(above.length).toBe(2)
  for (const { sentence } of above) expect(whoSees('events')).toContain(sentence)
})

test('a table that no worker sees has none', () => {
  expect(() => whoSees('search_index')).toThrow('No rule says')
})
