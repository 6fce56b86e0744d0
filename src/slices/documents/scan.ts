/** Makes one PDF of photographed pages: upright, small enough to share, without anything that the camera wrote beside them. */
import sharp from 'sharp'
import { FileRefused } from '../../platform/files.ts'

export interface ScannedPage {
  jpeg: Buffer
  width: number
  height: number
}

/**
 * One page from a photo, large enough to read small print.
 * @example await pageFrom(photo, 'page 1.jpg')
 */
export async function pageFrom(photo: Buffer, name: string): Promise<ScannedPage> {
  try {
    const picture = sharp(photo, { limitInputPixels: 60_000_000, failOn: 'error' })
      .autoOrient()
      .resize({ width: 2200, height: 2200, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColorspace('srgb')
      .jpeg({ quality: 80 })
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height }
  } catch (error) {
    throw new FileRefused(`“${name}” is not a photo that can become a page. Take it again, or save it as JPEG.`, { cause: error })
  }
}

/**
 * A PDF with a picture on each A4 page. Source: ISO 32000-1.
 * @example scanToPdf([await pageFrom(photo, 'page 1.jpg')])
 */
export function scanToPdf(pages: ScannedPage[]): Buffer {
  const objects = [
    plain('<< /Type /Catalog /Pages 2 0 R >>'),
    plain(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')}] >>`),
    ...pages.flatMap((page, index) => pageObjects(page, 3 + index * 3)),
  ]
  return written(objects)
}

function pageObjects({ jpeg, width, height }: ScannedPage, number: number): Buffer[] {
  const [wide, high] = width > height ? [842, 595] : [595, 842]
  const scale = Math.min(wide / width, high / height)
  const [w, h] = [width * scale, height * scale]
  const drawing = `q ${round(w)} 0 0 ${round(h)} ${round((wide - w) / 2)} ${round((high - h) / 2)} cm /Page Do Q`
  return [
    plain(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${number + 1} 0 R /Resources << /XObject << /Page ${number + 2} 0 R >> >> >>`,
    ),
    streamed('', plain(drawing)),
    streamed(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
      jpeg,
    ),
  ]
}

function written(objects: Buffer[]): Buffer {
  const parts = [plain('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([plain(`${index + 1} 0 obj\n`), object, plain('\nendobj\n')])
    places.push(length)
    length += part.length
    parts.push(part)
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    plain(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const plain = (text: string) => Buffer.from(text, 'latin1')
const streamed = (about: string, bytes: Buffer) =>
  Buffer.concat([plain(`<< ${about}/Length ${bytes.length} >>\nstream\n`), bytes, plain('\nendstream')])
const round = (value: number) => value.toFixed(2)
