/** All that other slices may use of documents. */
import { Hono } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { documents as files } from './routes.tsx'
import { writing } from './writing-routes.tsx'

export { addDocument } from './commands.ts'
export { isFileLook } from './file-looks.ts'
export { documentLink } from './links.ts'
export { listDocuments } from './queries.ts'

export const documents = new Hono<Kith>().route('/', files).route('/', writing)
