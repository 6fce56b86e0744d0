/** Draws a PDF: A4, tagged for screen readers, fonts within it, the marking at the top and foot of every page. */
import PDFDocument from 'pdfkit'
import type { Block, PdfContent } from './content.ts'
import { startsAtRight, visualOrder } from './direction.ts'
import { missing, openFaces, shapingOf } from './faces.ts'
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
  const write = openWriter(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  for (const block of content.blocks) write.block(whole, block)
  if (write.someMissing())
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

type Writer = ReturnType<typeof openWriter>

function openWriter(doc: PDFKit.PDFDocument) {
  const faces = openFaces(doc)
  const widths = new Map<string, number>()
  const foot = doc.page.height - margin.foot
  let at = margin.top

  function block(parent: PDFKit.PDFStructureElement, one: Block): void {
    if (one.kind === 'heading') return paragraph(parent, `H${one.level}`, one.text, looks[`h${one.level}`] as Look)
    if (one.kind === 'words') {
      for (const text of one.text.split('\n')) if (text.trim()) paragraph(parent, 'P', text, looks[one.tone ?? 'words'] as Look)
      return
    }
    const list = doc.struct('L')
    parent.add(list)
    for (const text of one.items) {
      const item = doc.struct('LI')
      list.add(item)
      paragraph(item, 'LBody', `•  ${text}`, looks.item as Look)
      item.end()
    }
    list.end()
  }

  function paragraph(parent: PDFKit.PDFStructureElement, tag: string, text: string, look: Look): void {
    const clean = cleanText(text)
    const indent = look.indent ?? 0
    const width = doc.page.width - 2 * margin.side - indent
    const lines = breakLines(clean, width, part => widthOf(part, look))
    const fromRight = startsAtRight(clean)
    // A heading at the foot of a page would stand without what it heads.
    if (at + look.before + look.size * spacing * (tag.startsWith('H') ? 4 : 1) > foot) nextPage()
    at += at > margin.top ? look.before : 0
    parent.add(
      doc.struct(tag, {}, () => {
        for (const line of lines) {
          if (at + look.size * spacing > foot) nextPage()
          drawLine(line, look, fromRight, margin.side + indent, width)
          at += look.size * spacing
        }
      }),
    )
  }

  function nextPage(): void {
    doc.continueOnNewPage()
    at = margin.top
  }

  function drawLine(line: string, look: Look, fromRight: boolean, left: number, width: number): void {
    let x = fromRight ? left + width - widthOf(line, look) : left
    for (const { face, text } of visualOrder(line, fromRight, faces)) {
      doc
        .font(faces.open(face, Boolean(look.bold)))
        .fontSize(look.size)
        .fillColor(look.grey ? '#444444' : '#000000')
      doc.text(text, x, at, { lineBreak: false, ...shapingOf(face) })
      x += doc.widthOfString(text, shapingOf(face))
    }
  }

  function widthOf(text: string, look: Look): number {
    const key = `${look.size}${look.bold ? 'b' : ''}${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    let width = 0
    for (const { face, text: part } of faces.stretches(text)) {
      width += doc
        .font(faces.open(face, Boolean(look.bold)))
        .fontSize(look.size)
        .widthOfString(part, shapingOf(face))
    }
    widths.set(key, width)
    return width
  }

  /** One line outside of the text, at a height of its own. */
  function aside(text: string, y: number, where: 'left' | 'centre' | 'right', bold = false): void {
    const look = { size: 9, bold, before: 0 }
    const room = doc.page.width - 2 * margin.side
    const [line = ''] = breakLines(cleanText(text), where === 'centre' ? room : room * 0.7, part => widthOf(part, look))
    const spare = room - widthOf(line, look)
    at = y
    drawLine(line, look, false, margin.side + spare * { left: 0, centre: 0.5, right: 1 }[where], room)
  }

  return { block, aside, someMissing: () => faces.someMissing }
}

/** Marking, agency and page number: artifacts, which screen readers pass over. */
function frameEveryPage(doc: PDFKit.PDFDocument, { marking, agencyName, footer }: PdfContent, { aside }: Writer): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    aside(marking, 26, 'centre', true)
    aside(agencyName, 42, 'left')
    aside(footer, doc.page.height - 54, 'left')
    aside(`Page ${page + 1} of ${count}`, doc.page.height - 54, 'right')
    aside(marking, doc.page.height - 36, 'centre', true)
    doc.endMarkedContent()
  }
}

/** Line ends and tabs become spaces, letters are put together as fonts have them, and what no printer can take is left out. */
function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\x00-\x1f\x7f-\x9f]/g, '')
}
