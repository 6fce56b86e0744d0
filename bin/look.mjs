// npm run look: builds Kith and takes pictures of its pages, to be looked at.
import { ready, root } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(`npm run look [-- OPTION …]   pictures of every kind of page, to be looked at

  --as NAME,…        whose pages: "Tom Garside,Priya Nair" (everybody of the demonstration)
  --state STATE,…    usual, readers, wrong, refused, empty, full or outside (usual)
  --width PIXELS,…   how wide the screen is (1440,1024,390)
  --theme THEME,…    light or dark (light,dark)
  --only WORDS       only pages whose name has the words: plan
  --axe              asks axe about each page as well
  --at ADDRESS       a Kith that runs already, and not one of its own
  --into FOLDER      where the pictures go (.kith/look/pictures)

CONTRIBUTING.md says what each state is.`)
await ready(import.meta.url)
const { freshBuild } = await import('./open.mjs')
const { bundle } = await import('./bundle.mjs')
await freshBuild()
await bundle(root, { main: 'test/look/main.ts' }, 'dist/look')
await import(new URL('../dist/look/main.js', import.meta.url).href)
