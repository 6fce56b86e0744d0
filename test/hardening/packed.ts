/** Packed files, made for tests: a zip of any entries, a bomb, and the first bytes of other kinds. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

interface Entry {
  name: string
  bytes: Buffer
}

/**
 * A zip, as programs write it.
 * @example zip([{ name: 'a.txt', bytes: Buffer.from('a') }])
 */
export function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const [packed, file] = [deflateRawSync(bytes, { level: 9 }), Buffer.from(name)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, file, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, rest, file]))
    parts.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** So many megabytes of nothing. */
export const nothing = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024)

/** Kinds of packed file by their names. */
export function packedFiles(): Record<string, Buffer> {
  const tar = Buffer.alloc(1024)
  tar.write('a.txt')
  tar.write('0000644\0', 100)
  tar.write('00000000001\0', 124)
  tar.write('0', 156)
  tar.write('ustar\x0000', 257, 'latin1')
  tar.write('        ', 148)
  tar.write(
    `${tar
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  const begins = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(600, 7)])
  const bomb = zip([{ name: 'zeros.txt', bytes: nothing(60) }])
  return {
    'a zip': zip([{ name: 'a.txt', bytes: Buffer.from('a') }]),
    'a zip with a program in it': zip([{ name: 'run.exe', bytes: Buffer.from('MZ and a program') }]),
    'a zip whose entry climbs out': zip([{ name: '../../etc/passwd', bytes: Buffer.from('root') }]),
    'a zip bomb': bomb,
    'a bomb in a bomb': zip(Array.from({ length: 10 }, (_, n) => ({ name: `${n}.zip`, bytes: bomb }))),
    'a gzip bomb': gzipSync(nothing(60)),
    'a tar': tar,
    'a 7z': begins('377abcaf271c0004'),
    'a rar': begins('526172211a070100'),
    'a bzip2': begins('425a683931415926'),
    'an xz': begins('fd377a585a000004'),
    'a zstd': begins('28b52ffd'),
    'a cabinet': begins('4d53434600000000'),
  }
}

const xml = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Office documents whose list of contents unfolds to so many megabytes, before or after the words that name the kind. */
export function documentBombs(megabytes: number): Buffer[] {
  const part = `<Override PartName="/word/document.xml" ContentType="${word}"/>`
  const padding = Buffer.alloc(megabytes * 1024 * 1024, ' ')
  const contents = [
    Buffer.concat([Buffer.from(xml), padding, Buffer.from(`${part}</Types>`)]),
    Buffer.concat([Buffer.from(xml + part), padding]),
  ]
  return contents.map(bytes =>
    zip([
      { name: '[Content_Types].xml', bytes },
      { name: 'word/document.xml', bytes: Buffer.from('<w:document/>') },
    ]),
  )
}
