/** The words of a letter: from a template of the programme, filled in, and in order as they stand on paper. */
import type { Block, PdfContent } from '../../platform/pdf.ts'
import type { LetterTemplate } from '../../programmes/define.ts'
import { day } from '../../ui/index.ts'
import type { NewLetter } from './inputs.ts'

export interface Letterhead {
  agencyName: string
  contact: string
  name: string
  jobTitle: string
  phone: string
}

interface Sent {
  date: string
  reference: string
  marking: string
}

/**
 * A template with what Kith knows filled in; what only the worker knows stays as [fill in: …].
 * @example fillTemplate(template, head, '7KQM-4RTX')
 */
export function fillTemplate({ about, greeting, body }: LetterTemplate, from: Letterhead, reference: string) {
  const known: Record<string, string> = {
    reference,
    agency: from.agencyName,
    contact: from.contact,
    name: from.name,
    phone: from.phone,
    today: day(new Date()),
  }
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (field, name: string) => known[name] || `[fill in: ${field.slice(1, -1)}]`)
  return { title: fill(about), greeting: fill(greeting), body: fill(body) }
}

/**
 * The letter in order: letterhead, address, date and reference, greeting, subject, words, name.
 * @example letterBlocks(head, input, { date: 'Tue 24 Nov 2026', reference: '7KQM-4RTX', marking: 'OFFICIAL' })
 */
function letterBlocks(from: Letterhead, { to, title, greeting, body }: NewLetter, { date, reference }: Sent): Block[] {
  const blocks: Block[] = [
    { kind: 'words', tone: 'strong', text: from.agencyName },
    { kind: 'words', tone: 'quiet', text: from.contact },
    { kind: 'words', text: to },
    { kind: 'words', text: `${date}\nOur reference: ${reference}` },
    { kind: 'words', text: greeting },
    { kind: 'heading', level: 1, text: title },
    { kind: 'words', text: body },
    { kind: 'words', text: 'Yours sincerely' },
    { kind: 'words', text: [from.name, from.jobTitle, from.agencyName, from.phone].filter(Boolean).join('\n') },
  ]
  return blocks.filter(block => 'text' in block && block.text.trim() !== '')
}

/** The letter as makePdf takes it. */
export function letterContent(from: Letterhead, input: NewLetter, sent: Sent): PdfContent {
  const footer = `Our reference: ${sent.reference}`
  return { title: input.title, agencyName: from.agencyName, marking: sent.marking, footer, blocks: letterBlocks(from, input, sent) }
}
