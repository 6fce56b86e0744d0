/** Makes every generated file from a freshly migrated database: the check compares them, `npm run generate` writes them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { accessPage } from './access.ts'
import { onMigratedDatabase } from './database.ts'
import { readme } from './readme.ts'
import { schemaPage, tableComments } from './schema.ts'

/** Each generated file with the text that it should have. */
export function generated(): Promise<Map<string, string>> {
  return onMigratedDatabase(
    async (client, url) =>
      new Map([
        ['db/schema.sql', await schemaPage(client)],
        ['db/access.md', accessPage(await tableComments(client))],
        ['src/platform/tables.ts', tables(url)],
        ...readme(),
      ]),
  )
}

function tables(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-tables-'))
  const file = join(folder, 'tables.ts')
  const options = [
    '--camel-case',
    '--dialect',
    'postgres',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--type-mapping',
    '{"int8":"number"}',
  ]
  const { status, stderr } = spawnSync(join(root, 'node_modules/.bin/kysely-codegen'), [...options, '--url', url, '--out-file', file], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const text = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  return text
}
