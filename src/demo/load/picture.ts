// Draws a rough plan as a PNG: one box for each place named, in a row, with its name in small capitals.
import { crc32, deflateSync } from 'node:zlib'

/** Letters of five rows of three dots, each row a digit from 0 to 7. */
const glyphs: Record<string, string> = {
  a: '25755', b: '65656', c: '34443', d: '65556', e: '74647', f: '74644', g: '34553', h: '55755', i: '72227', j: '11152', k: '55655', l: '44447', m: '57755', n: '65555', o: '25552',
  p: '65644', q: '25563', r: '65655', s: '34216', t: '72222', u: '55557', v: '55552', w: '55775', x: '55255', y: '55222', z: '71247', 0: '75557', 1: '26227', 2: '61247', 3: '61216',
  4: '55711', 5: '74616', 6: '34757', 7: '71222', 8: '75757', 9: '75716', '+': '02720',
}
const scale = 3
const box = { width: 190, height: 130, gap: 16 }
const ink = 60
const paper = 244

/** A plan of rooms or places, named from left to right with bars between them. */
export function plan(content: string): Buffer {
  const names = content.split('|')
  const size = { width: box.gap + names.length * (box.width + box.gap), height: box.height + box.gap * 2 }
  const dots = Buffer.alloc(size.width * size.height, paper)
  names.forEach((name, n) => {
    const left = box.gap + n * (box.width + box.gap)
    outline(dots, size.width, left, box.gap)
    write(dots, size.width, name, left + 10, box.gap + box.height / 2 - 8)
  })
  return png(dots, size)
}

function outline(dots: Buffer, stride: number, left: number, top: number): void {
  for (let x = 0; x < box.width; x++) for (const y of [0, 1, box.height - 2, box.height - 1]) dots[(top + y) * stride + left + x] = ink
  for (let y = 0; y < box.height; y++) for (const x of [0, 1, box.width - 2, box.width - 1]) dots[(top + y) * stride + left + x] = ink
}

function write(dots: Buffer, stride: number, words: string, left: number, top: number): void {
  ;[...words.toLowerCase()].forEach((letter, n) => {
    const glyph = glyphs[letter] ?? '00000'
    for (let y = 0; y < 5 * scale; y++) {
      for (let x = 0; x < 3 * scale; x++) {
        const lit = (Number(glyph[Math.floor(y / scale)]) >> (2 - Math.floor(x / scale))) & 1
        if (lit) dots[(top + y) * stride + left + n * 4 * scale + x] = ink
      }
    }
  })
}

function png(dots: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const lines = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.of(0), dots.subarray(y * width, (y + 1) * width)])))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
