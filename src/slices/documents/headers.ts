/** How a file is sent, so that nothing in it can run: as exactly what it is, alone in its own world, kept by no cache. */
import { ReadableStream as Stream } from 'node:stream/web'
import type { OpenFile } from '../../platform/files.ts'
import { contentDisposition, saveName } from './names.ts'

/** What a browser may show by itself; everything else is only ever saved. */
const shown = /^(image\/(jpeg|png|gif|webp|avif|bmp)|application\/pdf|text\/(plain|csv)|audio\/|video\/)/

/** Whether a preview can show a file of this type. */
export const canBeShown = (type: string): boolean => shown.test(type)

/** Text is sent as plain text whatever kind of text it is. */
const sentAs = (type: string) => (type.startsWith('text/') || type === 'message/rfc822' ? type.replace(/^[^;]+/, 'text/plain') : type)

// Chrome shows no PDF at all inside a sandbox. Its viewer is a sandbox of its own, and with nosniff the bytes can be nothing but a PDF.
// No style either: a browser then shows a picture that is opened by itself in its corner, and plain.
const alone = "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
const alonePdf = "default-src 'none'; object-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

export function fileHeaders({ type, name, save }: { type: string; name: string; save: boolean }): Record<string, string> {
  const inline = !save && canBeShown(type)
  return {
    'Content-Type': sentAs(type),
    'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', saveName(name, type)),
    'Content-Security-Policy': inline && type === 'application/pdf' ? alonePdf : alone,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    // No transform: a part of a file must be that part of its bytes.
    'Cache-Control': 'private, no-store, no-transform',
    'Accept-Ranges': 'bytes',
  }
}

/** The answer with the file, or with the one part of it that a player asked for. */
export function fileResponse(file: OpenFile, headers: Record<string, string>, range: string | undefined): Response {
  const part = partOf(range, file.size)
  if (part === 'outside') return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.size}` } })
  const [from, to] = part ?? [0, file.size]
  const about: Record<string, string> = { ...headers, 'Content-Length': String(to - from) }
  if (part) about['Content-Range'] = `bytes ${from}-${to - 1}/${file.size}`
  return new Response(Stream.from(file.bytes(from, to)) as ReadableStream, { status: part ? 206 : 200, headers: about })
}

function partOf(range: string | undefined, size: number): [number, number] | 'outside' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '')
  if (!asked || (!asked[1] && !asked[2])) return undefined
  const from = asked[1] ? Number(asked[1]) : Math.max(0, size - Number(asked[2]))
  const to = asked[1] && asked[2] ? Math.min(Number(asked[2]) + 1, size) : size
  return from < to ? [from, to] : 'outside'
}
