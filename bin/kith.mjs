// npm run kith -- …: the administrator's command line.
import { ready } from './ensure.mjs'

await ready(import.meta.url)
const { open } = await import('./open.mjs')
await open('cli')
