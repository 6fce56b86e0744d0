// npm start: installs, builds what changed, and runs Kith.
import { ready } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(`npm start   runs Kith: a demonstration on http://localhost:3000, unless settings say otherwise

  KITH_PORT=4000 npm start          on another port
  KITH_ENV=production npm start     real work; it says which settings are missing

README.md lists every setting.`)
await ready(import.meta.url)
const { open } = await import('./open.mjs')
await open('main')
