// npm run look: builds Kith and takes pictures of its pages, to be looked at.
import { ready, root } from './ensure.mjs'

await ready(import.meta.url)
const { freshBuild } = await import('./open.mjs')
const { bundle } = await import('./bundle.mjs')
await freshBuild()
await bundle(root, { main: 'test/look/main.ts' }, 'dist/look')
await import(new URL('../dist/look/main.js', import.meta.url).href)
