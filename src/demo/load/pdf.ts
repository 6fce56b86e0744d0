// Makes a plain PDF of typed words: one fixed typeface, wrapped lines, as many pages as it takes.

const width = 78
const linesOnPage = 46

/** A PDF of a title and paragraphs. */
export function pdf(title: string, content: string): Buffer {
  const pages = inPages([title, '', ...content.split('\n').flatMap(wrapped)])
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, n) => page(lines, 5 + n * 2)),
  ]
  return written(objects)
}

function wrapped(paragraph: string): string[] {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.pop() ?? ''
    if (line.length + word.length < width) lines.push(line ? `${line} ${word}` : word)
    else lines.push(line, word)
  }
  return lines
}

function inPages(lines: string[]): string[][] {
  return Array.from({ length: Math.ceil(lines.length / linesOnPage) }, (_, n) => lines.slice(n * linesOnPage, (n + 1) * linesOnPage))
}

function page(lines: string[], contents: number): string[] {
  // The typeface has no letters beyond Western Europe's.
  const typed = lines.map(line => `(${line.replace(/[^ -~\u00a0-\u00ff]/g, '-').replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  const stream = `BT /F1 11 Tf 15 TL 64 778 Td\n${typed}\nET`
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`,
    `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
  ]
}

function written(objects: string[]): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
