/** All that other slices may use of documents. */
import { Hono } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { documents as files } from './routes.tsx'
import { writing } from './writing-routes.tsx'

export { addDocument, type Received } from './commands.ts'
export { isFileLook } from './file-looks.ts'
export { documentLink, documentsLink, packLink } from './links.ts'
export { type ListedDocument, listDocuments } from './queries.ts'

export const documents = new Hono<Kith>().route('/', files).route('/', writing)
