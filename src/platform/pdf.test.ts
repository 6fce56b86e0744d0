/** PDFs as their readers get them: what was written, tagged, with the marking on every page; and text of any script. */
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { type Block, makePdf } from './pdf.ts'

const made = (blocks: Block[], more = {}) =>
  makePdf({ title: 'A letter “to” ŵ', agencyName: 'Wexmoor Police', marking: 'OFFICIAL-SENSITIVE', footer: '7KQM-4RTX', blocks, ...more })
const pagesOf = async (bytes: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(bytes)))).text
const words = (text: string): Block => ({ kind: 'words', text })
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

test('what was written can be read out of the file, also in Welsh and Polish', async () => {
  const text = 'Mae Siân yn ŵyr i’r tŷ: £45, 20 °C, “noise” – often…\nZażółć gęślą jaźń\nПривіт, Ελλάδα'
  const [page = ''] = await pagesOf(await made([{ kind: 'heading', level: 1, text: 'Noise at Fern Court' }, words(text)]))
  for (const line of ['Noise at Fern Court', ...text.split('\n')]) expect(flat(page)).toContain(line)
})

test('it has its title, its language, and headings, paragraphs and lists that a screen reader finds', async () => {
  const bytes = await made([{ kind: 'heading', level: 1, text: 'Noise' }, words('One'), { kind: 'list', items: ['first', 'second'] }])
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await pdf.getMetadata()
  expect((info as { Title: string }).Title).toBe('A letter “to” ŵ')
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  expect(bytes.toString('latin1')).toContain('/Lang (en-GB)')
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
  for (const role of ['Document', 'H1', 'P', 'L', 'LI', 'LBody']) expect(tree).toContain(`"role":"${role}"`)
})

test('marking at the top and at the foot, agency and page x of y stand on every page', async () => {
  const pages = await pagesOf(await made(Array.from({ length: 90 }, (_, index) => words(`Line ${index}`))))
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, page] of pages.entries()) {
    expect(page.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2)
    expect(flat(page)).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(page).toContain('Wexmoor Police')
    expect(page).toContain('7KQM-4RTX')
  }
})

test('no text breaks it: Arabic, Bengali, Punjabi, emoji, words longer than a line, broken letters, nothing at all', async () => {
  const text = [
    'مرحبا بالعالم (اللغة) 123',
    'Mixed مرحبا in English',
    'বাংলা ভাষা',
    'ਪੰਜਾਬੀ',
    'हिन्दी',
    '😀 👩‍👩‍👧 🇬🇧',
    'x'.repeat(500),
    '\ud800 \u0007\t\u202e',
    '',
    ' ',
    '漢字'.repeat(80),
  ]
  const pages = await pagesOf(await made([...text.map(words), { kind: 'list', items: [] }, { kind: 'heading', level: 2, text: '' }]))
  expect(flat(pages.join(' ')).replaceAll(' ', '')).toContain('x'.repeat(100))
  expect(pages.join(' ')).toContain('بالعالم')
})

test('a letter that no font has is shown as such, with a note; where all can be printed there is none', async () => {
  expect(flat((await pagesOf(await made([words('Called 漢 by friends')]))).join())).toContain('Called [?] by friends')
  expect((await pagesOf(await made([words('Called 漢')]))).join()).toContain('could not be printed')
  expect((await pagesOf(await made([words('Called Han')]))).join()).not.toContain('could not be printed')
})
