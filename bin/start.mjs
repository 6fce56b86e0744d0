// npm start: installs, builds what changed, and runs Kith.
import { ready } from './ensure.mjs'

await ready(import.meta.url)
const { open } = await import('./open.mjs')
await open('main')
