/** Finds out what a file is by its bytes, never by what the browser says, and refuses what could do harm. */
import { isUtf8 } from 'node:buffer'
import { fileTypeFromBuffer } from 'file-type'
import { FileRefused } from './refused.ts'

/** How many of the first bytes are looked at. */
export const headForSniffing = 1024 * 1024

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** What may be kept, and the ending that its name gets when it is downloaded. */
const kept: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'application/vnd.ms-outlook': 'msg',
  'message/rfc822': 'eml',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  [`${openXml}.wordprocessingml.document`]: 'docx',
  [`${openXml}.spreadsheetml.sheet`]: 'xlsx',
  [`${openXml}.presentationml.presentation`]: 'pptx',
  [`${openDocument}.text`]: 'odt',
  [`${openDocument}.spreadsheet`]: 'ods',
  [`${openDocument}.presentation`]: 'odp',
  [`${openDocument}.graphics`]: 'odg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/tiff': 'tif',
  'image/bmp': 'bmp',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'text/vtt': 'vtt',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/x-m4v': 'm4v',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/matroska': 'mkv',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
  'video/vnd.avi': 'avi',
  'video/mpeg': 'mpg',
  'video/ogg': 'ogv',
}

/** Older Office files and mail share one container, so among these alone the name decides. */
const older: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}
const texts: Record<string, string> = { csv: 'text/csv', eml: 'message/rfc822', ics: 'text/calendar', vcf: 'text/vcard' }
const runnable =
  /^(html?|xhtml|xht|mht|mhtml|svg|xml|xsl|js|mjs|jse|vbs|vbe|wsf|wsh|hta|bat|cmd|com|ps1|psm1|sh|bash|command|lnk|url|desktop|reg|scr|inf|jar|py|php|msi|exe|dll)$/i
const looksLikePage = /^\s*(<\?xml|<!doctype\s+(html|svg)|<html\b|<svg\b|<script\b|<head\b|<body\b|#!)/i
const unzip = 'Kith does not open packed files. Unpack it on your computer and add the files in it one by one.'
const packed = /zip|x-tar|rar|gzip|bzip2|7z|x-xz|zstd|lz4|lzip|lzh|cab-compressed|x-arj|x-cpio|x-compress|iso9660|diskimage/

/**
 * The type of a file, by its first bytes; throws FileRefused with a sentence when it may not be kept.
 * @example await sniff(head, 'order.pdf') // "application/pdf"
 */
export async function sniff(head: Buffer, name: string): Promise<string> {
  if (head.length === 0) throw new FileRefused('This file is empty. Choose another, or save it again where it was made.')
  const found = (await fileTypeFromBuffer(head))?.mime.split(';')[0]
  const type = found === undefined ? textType(head, name) : nearest(found, name)
  if (type in kept || type.startsWith('text/')) return type
  throw new FileRefused(refusal(type))
}

/**
 * The ending that belongs to a type, so that nothing is downloaded under a name that would run it.
 * @example endingFor('application/pdf') // "pdf"
 */
export const endingFor = (type: string): string => kept[type.split(';')[0] ?? ''] ?? 'bin'

function nearest(found: string, name: string): string {
  if (found === 'application/x-cfb') return older[ending(name)] ?? found
  if (found === 'image/apng') return 'image/png'
  return found
}

function textType(head: Buffer, name: string): string {
  const charset = charsetOf(head)
  if (!charset) return 'unknown'
  if (runnable.test(ending(name)) || looksLikePage.test(head.subarray(0, 1000).toString('latin1'))) return 'page'
  const type = texts[ending(name)] ?? 'text/plain'
  return type.startsWith('text/') ? `${type}; charset=${charset}` : type
}

/** How text is written down; undefined when it is not text. The head may end in the middle of a letter. */
function charsetOf(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no text has are what is looked for
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head.toString('latin1'))) return undefined
  const mayBeCut = head.length >= headForSniffing ? 4 : 1
  for (let cut = 0; cut < mayBeCut; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return 'utf-8'
  return 'windows-1252'
}

function refusal(type: string): string {
  if (/^image\/hei[cf]/.test(type))
    return 'Kith cannot take the location out of this kind of photo (HEIC). Save it as JPEG and add it again.'
  if (type === 'page' || type === 'application/xml')
    return 'Kith does not keep web pages, drawings or scripts that could run. Print it to PDF and add that.'
  if (packed.test(type)) return unzip
  if (type.includes('macroenabled')) return 'This document has a program inside (macros). Save it without macros and add it again.'
  if (/msdownload|x-elf|mach-binary|java|android|shortcut|regedit|htmlhelp|x-deb|x-rpm|wasm/.test(type))
    return 'This is a program. Kith does not keep programs.'
  return 'Kith does not keep this kind of file. Save it as PDF, or as a picture, text, sound or film of a common kind, and add that.'
}

const ending = (name: string): string => /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
