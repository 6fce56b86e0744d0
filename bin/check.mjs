// npm run check [NAME …]: runs the machine checks in checks/ and shows how each one went.
import { ready } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(`npm run check [-- NAME …]   runs the machine checks, or those named: types, style, imports … (each is a file in checks/)`)
await ready(import.meta.url)
const { runChecks } = await import('./checks.mjs')
const { failures } = await runChecks(process.argv.slice(2))
process.exit(failures.length > 0 ? 1 : 0)
