// npm run generate: writes the files that are made from a freshly migrated database.
import { join } from 'node:path'
import { ready, root, run } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(
  'npm run generate   writes db/schema.sql, db/access.md, src/platform/tables.ts and what else is made from a freshly migrated database',
)
await ready(import.meta.url)
process.exit(await run(process.execPath, [join(root, 'checks/generated.ts'), '--write']))
