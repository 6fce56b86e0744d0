/** All that other slices may use of places. */
import { Hono } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { imports } from './import-routes.tsx'
import { onePlace } from './place-routes.tsx'
import { casePlaces } from './routes.tsx'

export { placeLink } from './links.ts'
export type { CasePlace } from './queries.ts'
export { tidyPostcode } from './same.ts'
export { importWards, wardColumns } from './ward-import.ts'

// The import's addresses come before those of one place in a case, which would take its name for an id.
export const places = new Hono<Kith>().route('/', imports).route('/', casePlaces).route('/', onePlace)
