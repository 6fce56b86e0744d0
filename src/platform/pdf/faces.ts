/** Which typeface can print which letters: Atkinson Hyperlegible first, then Noto for other scripts and for emoji. */
import { join } from 'node:path'
import { root } from '../root.ts'

/** A stretch of text that one typeface prints. */
export interface Stretch {
  face: string
  text: string
}

/** Printed for a letter that no typeface has. */
export const missing = '[?]'

const file = (family: string, part: string, weight = 400) =>
  join(root, 'node_modules/@fontsource', family, 'files', `${family}-${part}-${weight}-normal.woff`)

const main = 'atkinson-hyperlegible'
/** In the order in which they are asked. Those of the first two come in bold as well. */
const faces: Record<string, { path: string; bold?: string }> = {
  latin: { path: file(main, 'latin'), bold: file(main, 'latin', 700) },
  'latin-ext': { path: file(main, 'latin-ext'), bold: file(main, 'latin-ext', 700) },
  'noto-latin-ext': { path: file('noto-sans', 'latin-ext') },
  cyrillic: { path: file('noto-sans', 'cyrillic') },
  'cyrillic-ext': { path: file('noto-sans', 'cyrillic-ext') },
  greek: { path: file('noto-sans', 'greek') },
  vietnamese: { path: file('noto-sans', 'vietnamese') },
  devanagari: { path: file('noto-sans', 'devanagari') },
  arabic: { path: file('noto-sans-arabic', 'arabic') },
  bengali: { path: file('noto-sans-bengali', 'bengali') },
  gurmukhi: { path: file('noto-sans-gurmukhi', 'gurmukhi') },
  emoji: { path: file('noto-emoji', 'emoji') },
}

/** Letters that stand one after another and are all in the first typeface: almost every line, and cheap. */
const plainText = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/
const plain = new Set(['latin', 'latin-ext'])

/**
 * How the letters of a typeface are put together: those of most scripts as a whole line, those of Latin word by word, which pdfkit remembers.
 * Marks of Gurmukhi stay where they fall: the rules that place them cannot be read. A new object each time, because it is written to.
 */
export function shapingOf(face: string): PDFKit.Mixins.TextOptions {
  if (plain.has(face)) return {}
  return { features: (face === 'gurmukhi' ? { abvm: false, blwm: false } : []) as PDFKit.Mixins.OpenTypeFeatures[] }
}

/** Letters that print nothing by themselves: joiners, marks of direction, variants. */
const invisible = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufe0e|\ufe0f/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Chooses typefaces for text. Told once of a letter that cannot be printed, `someMissing` stays true.
 * @example new Faces(doc).stretches('Siân: مرحبا') // [{ face: 'latin', … }, { face: 'arabic', … }]
 */
export class Faces {
  someMissing = false
  readonly #doc: PDFKit.PDFDocument
  readonly #coverage = new Map<string, (codePoint: number) => boolean>()
  readonly #known = new Map<string, string | undefined>()
  readonly #shaped = new Map<string, boolean>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /** The file of a typeface. */
  open(face: string, bold: boolean): string {
    const { path, bold: boldPath } = faces[face] ?? { path: '' }
    return bold && boldPath ? boldPath : path
  }

  stretches(text: string): Stretch[] {
    if (plainText.test(text)) return text ? [{ face: 'latin', text }] : []
    return this.#joined(text).map(({ face, text: part }) =>
      plain.has(face) || this.#shapes(face, part) ? { face, text: part } : { face: 'latin', text: this.#gone() },
    )
  }

  #joined(text: string): Stretch[] {
    const found: Stretch[] = []
    for (const { segment } of graphemes.segment(text)) {
      const last = found.at(-1)
      // A space stays with the letters before it, where their typeface has one.
      const face = segment === ' ' && last && this.#has(last.face, 32) ? last.face : this.#faceFor(segment)
      const shown = face ? { face, text: this.#printable(face, segment) } : { face: 'latin', text: this.#gone() }
      if (last && last.face === shown.face) last.text += shown.text
      else if (shown.text) found.push(shown)
    }
    return found
  }

  #faceFor(letter: string): string | undefined {
    if (this.#known.has(letter)) return this.#known.get(letter)
    const visible = [...letter].filter(part => !invisible.test(part)).map(part => part.codePointAt(0) ?? 0)
    const face = Object.keys(faces).find(name => visible.every(point => this.#has(name, point)))
    this.#known.set(letter, face)
    return face
  }

  #has(face: string, codePoint: number): boolean {
    let covers = this.#coverage.get(face)
    if (!covers) {
      this.#doc.font(this.open(face, false))
      // What pdfkit opened knows which letters it has; its types keep that to themselves.
      const { font } = (this.#doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font
      covers = point => font.hasGlyphForCodePoint(point)
      this.#coverage.set(face, covers)
    }
    return covers(codePoint)
  }

  /** Whether a typeface can put these letters together: some rules of some typefaces break the program that reads them. */
  #shapes(face: string, text: string): boolean {
    const key = `${face} ${text}`
    const known = this.#shaped.get(key)
    if (known !== undefined) return known
    let sound = true
    try {
      this.#doc.font(this.open(face, false)).widthOfString(text, shapingOf(face))
    } catch {
      sound = false
    }
    this.#shaped.set(key, sound)
    return sound
  }

  #printable(face: string, letter: string): string {
    return [...letter].filter(part => !invisible.test(part) || this.#has(face, part.codePointAt(0) ?? 0)).join('')
  }

  #gone(): string {
    this.someMissing = true
    return missing
  }
}
