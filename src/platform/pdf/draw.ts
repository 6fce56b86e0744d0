/** Draws a PDF: A4, tagged for screen readers, fonts within it, the marking at the top and foot of every page. */
import PDFDocument from 'pdfkit'
import type { Block, PdfContent } from './content.ts'
import { startsAtRight, visualOrder } from './direction.ts'
import { Faces, missing, shapingOf } from './faces.ts'
import { breakLines } from './lines.ts'

interface Look {
  size: number
  bold?: boolean
  grey?: boolean
  indent?: number
  before: number
}

const looks: Record<string, Look> = {
  h1: { size: 18, bold: true, before: 10 },
  h2: { size: 14, bold: true, before: 16 },
  h3: { size: 11, bold: true, before: 10 },
  words: { size: 11, before: 6 },
  strong: { size: 11, bold: true, before: 6 },
  quiet: { size: 9, grey: true, before: 2 },
  item: { size: 11, before: 3, indent: 14 },
}
const margin = { side: 62, top: 74, foot: 74 }
const spacing = 1.38

/** Runs where a thread of its own has no database and no request: everything that it needs comes with the content. */
export async function drawPdf(content: PdfContent): Promise<Uint8Array<ArrayBuffer>> {
  const doc = newDocument(content)
  const bytes = Array.fromAsync(doc as unknown as AsyncIterable<Buffer>)
  const write = new Writer(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  for (const block of content.blocks) write.block(whole, block)
  if (write.faces.someMissing)
    write.block(whole, {
      kind: 'words',
      tone: 'quiet',
      text: `${missing} stands for a letter that could not be printed here. Read it in Kith.`,
    })
  whole.end()
  frameEveryPage(doc, content, write)
  doc.end()
  return new Uint8Array(Buffer.concat(await bytes))
}

function newDocument({ title, agencyName }: PdfContent): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    margins: { top: margin.top, bottom: 0, left: margin.side, right: margin.side },
    info: { Title: title, Author: agencyName, Creator: 'Kith', Producer: 'Kith' },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    // Page x of y is known at the end.
    bufferPages: true,
  })
}

class Writer {
  readonly faces: Faces
  readonly #doc: PDFKit.PDFDocument
  readonly #widths = new Map<string, number>()
  #at = margin.top

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.faces = new Faces(doc)
  }

  block(parent: PDFKit.PDFStructureElement, one: Block): void {
    if (one.kind === 'heading') this.#paragraph(parent, `H${one.level}`, one.text, looks[`h${one.level}`] as Look)
    else if (one.kind === 'list') this.#list(parent, one.items)
    else for (const text of one.text.split('\n')) if (text.trim()) this.#paragraph(parent, 'P', text, looks[one.tone ?? 'words'] as Look)
  }

  #list(parent: PDFKit.PDFStructureElement, items: string[]): void {
    const list = this.#doc.struct('L')
    parent.add(list)
    for (const text of items) {
      const item = this.#doc.struct('LI')
      list.add(item)
      this.#paragraph(item, 'LBody', `•  ${text}`, looks.item as Look)
      item.end()
    }
    list.end()
  }

  #paragraph(parent: PDFKit.PDFStructureElement, tag: string, text: string, look: Look): void {
    const clean = cleanText(text)
    const left = margin.side + (look.indent ?? 0)
    const width = this.#doc.page.width - margin.side - left
    const lines = breakLines(clean, width, part => this.#widthOf(part, look))
    const fromRight = startsAtRight(clean)
    // A heading at the foot of a page would stand without what it heads.
    this.#makeRoom(look.before + look.size * spacing * (tag.startsWith('H') ? 4 : 1))
    this.#at += this.#at > margin.top ? look.before : 0
    parent.add(
      this.#doc.struct(tag, {}, () => {
        for (const line of lines) {
          this.#makeRoom(look.size * spacing)
          this.#line(line, look, fromRight, left, width)
          this.#at += look.size * spacing
        }
      }),
    )
  }

  #makeRoom(height: number): void {
    if (this.#at + height <= this.#doc.page.height - margin.foot) return
    this.#doc.continueOnNewPage()
    this.#at = margin.top
  }

  #line(line: string, look: Look, fromRight: boolean, left: number, width: number): void {
    let x = fromRight ? left + width - this.#widthOf(line, look) : left
    for (const { face, text } of visualOrder(line, fromRight, this.faces)) {
      this.#doc
        .font(this.faces.open(face, Boolean(look.bold)))
        .fontSize(look.size)
        .fillColor(look.grey ? '#444444' : '#000000')
      // On one base line: typefaces have tops of different heights.
      this.#doc.text(text, x, this.#at + look.size, { lineBreak: false, baseline: 'alphabetic', ...shapingOf(face) })
      x += this.#doc.widthOfString(text, shapingOf(face))
    }
  }

  #widthOf(text: string, look: Look): number {
    const key = `${look.size}${look.bold ? 'b' : ''}${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    let width = 0
    for (const { face, text: part } of this.faces.stretches(text)) {
      this.#doc.font(this.faces.open(face, Boolean(look.bold))).fontSize(look.size)
      width += this.#doc.widthOfString(part, shapingOf(face))
    }
    this.#widths.set(key, width)
    return width
  }

  /** One line outside of the text, at a height of its own. */
  aside(text: string, y: number, where: 'left' | 'centre' | 'right', bold = false): void {
    const look = { size: 9, bold, before: 0 }
    const room = this.#doc.page.width - 2 * margin.side
    const [line = ''] = breakLines(cleanText(text), where === 'centre' ? room : room * 0.7, part => this.#widthOf(part, look))
    const spare = room - this.#widthOf(line, look)
    this.#at = y
    this.#line(line, look, false, margin.side + spare * { left: 0, centre: 0.5, right: 1 }[where], room)
  }
}

/** Marking, agency and page number: artifacts, which screen readers pass over. */
function frameEveryPage(doc: PDFKit.PDFDocument, { marking, agencyName, footer }: PdfContent, write: Writer): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    write.aside(marking, 26, 'centre', true)
    write.aside(agencyName, 42, 'left')
    write.aside(footer, doc.page.height - 54, 'left')
    write.aside(`Page ${page + 1} of ${count}`, doc.page.height - 54, 'right')
    write.aside(marking, doc.page.height - 36, 'centre', true)
    doc.endMarkedContent()
  }
}

/** Line ends and tabs become spaces, letters are put together as fonts have them, and what no printer can take is left out. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
}
