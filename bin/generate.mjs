// npm run generate: writes the files that are made from a freshly migrated database.
import { join } from 'node:path'
import { ready, root, run } from './ensure.mjs'

await ready(import.meta.url)
process.exit(await run(process.execPath, [join(root, 'checks/generated.ts'), '--write']))
