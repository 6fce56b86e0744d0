// Keys and case references that are the same each time the county is loaded, so that a link to a case keeps leading there.
import { createHash } from 'node:crypto'
import type { Moment, Slug } from '../shape.ts'

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A UUIDv7 that carries the moment of its row, and for the rest the row's kind and slug. */
export function idOf(kind: string, slug: string, at: Moment = '2020-01-01T00:00:00.000Z'): string {
  const bytes = Buffer.concat([Buffer.alloc(6), digest(`${kind} ${slug}`).subarray(0, 10)])
  bytes.writeUIntBE(Date.parse(at), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Agencies, teams and workers share one id space: whatever a case can be shared with. */
export const principal = (slug: Slug): string => idOf('principal', slug)
export const agreementId = (slug: Slug): string => idOf('agreement', slug)
export const caseId = (slug: Slug): string => idOf('case', slug)
export const personId = (slug: Slug): string => idOf('person', slug)
export const placeId = (slug: Slug): string => idOf('place', slug)

/** A reference such as 7KQM-4RTX. */
export function referenceOf(slug: string): string {
  const code = [...digest(`reference ${slug}`).subarray(0, 8)].map(byte => letters[byte % letters.length]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

const digest = (words: string) => createHash('sha256').update(words).digest()
