/** Takes the location, and everything else that a camera writes beside the picture, out of photos. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { FileRefused } from './refused.ts'

const cleaned = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff', 'image/gif']
/** A picture of this size takes about 200 MB to turn upright. */
const mostPixels = 60_000_000
/** Where a JPEG keeps what is not the picture: Exif, XMP, IPTC, a second picture, and words. */
const beside = ['Exif\0\0', 'http://ns.adobe.com/x', 'Photoshop 3.0', 'MPF\0', 'ftyp'].map(words => Buffer.from(words, 'latin1'))

/** Whether files of a type are cleaned before they are kept. */
export const isPhoto = (type: string): boolean => cleaned.includes(type)

/**
 * The same picture, upright, with nothing written beside it. One that has nothing beside it comes back untouched.
 * @example await withoutLocation(bytes, 'image/jpeg')
 */
export function withoutLocation(bytes: Buffer, type: string): Promise<Buffer> {
  const mine = queue.then(() => clean(bytes, type))
  queue = mine.catch(() => undefined)
  return mine
}

// One picture at a time: several large ones at once would not fit in memory.
let queue: Promise<unknown> = Promise.resolve()

async function clean(bytes: Buffer, type: string): Promise<Buffer> {
  try {
    const about = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
    if (!hasMoreThanPicture(bytes, type, about)) return bytes
    const several = (about.pages ?? 1) > 1
    const picture = sharp(bytes, { limitInputPixels: mostPixels, pages: several ? -1 : 1, failOn: 'error' })
    return await inTheSameForm(several ? picture : picture.autoOrient(), type).toBuffer()
  } catch (error) {
    throw new FileRefused(sentence(error), { cause: error })
  }
}

function hasMoreThanPicture(bytes: Buffer, type: string, about: Metadata): boolean {
  if (type === 'image/tiff' || about.exif || about.xmp || about.iptc || about.comments?.length) return true
  if (type !== 'image/jpeg') return bytes.includes('XMP') || bytes.includes('eXIf')
  const endsWithPicture = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9
  return !endsWithPicture || beside.some(words => bytes.includes(words))
}

function inTheSameForm(picture: Sharp, type: string): Sharp {
  if (type === 'image/jpeg') return picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  if (type === 'image/png') return picture.png()
  if (type === 'image/webp') return picture.webp({ quality: 95 })
  if (type === 'image/avif') return picture.avif({ quality: 80 })
  if (type === 'image/gif') return picture.gif()
  return picture.tiff({ compression: 'lzw' })
}

function sentence(error: unknown): string {
  const tooLarge = error instanceof Error && /pixel limit/.test(error.message)
  return tooLarge
    ? 'This picture is too large to take its location out. Save it with fewer than 60 million dots and add it again.'
    : 'This picture is damaged, so its location cannot be taken out. Open it, save it again as JPEG and add that.'
}
