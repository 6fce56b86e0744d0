/** The case pack as words in order, for its PDF. */
import type { Block, PdfContent } from '../../platform/pdf.ts'
import { day, dayAndTime, isoDay } from '../../ui/index.ts'
import { type CaseHead, type SafeContact, safeIn } from '../cases/index.ts'
import type { ReadEntry } from '../chronology/index.ts'
import { ageLine } from '../people/index.ts'
import { type PackPart, packParts } from './inputs.ts'
import type { ListedDocument, PackPlan } from './queries.ts'
import { taskState } from './views/words.ts'

export interface Pack {
  head: CaseHead
  parts: PackPart[]
  plan: PackPlan
  entries: ReadEntry[]
  documents: ListedDocument[]
  /** Safe addresses and numbers that stay out of it. */
  safe: SafeContact[]
  by: { name: string; agencyName: string }
  now: Date
}

/**
 * The pack as makePdf takes it, with the parts that the worker chose.
 * @example await makePdf(packContent(pack))
 */
export function packContent(pack: Pack): PdfContent {
  const { head, by, now } = pack
  const filled: Record<PackPart, () => Block[]> = {
    people: () =>
      list(
        pack.plan.people.map(one => personLine(one, now)),
        'Nobody is recorded.',
      ),
    places: () => list(pack.plan.places.map(placeLine), 'No places are recorded.'),
    plan: () => planBlocks(pack.plan),
    chronology: () => (pack.entries.length > 0 ? pack.entries.flatMap(entryBlocks) : [words('Nothing is written yet.')]),
    documents: () =>
      list(
        pack.documents.map(one => `${one.title} (${one.kind}, ${day(one.addedAt)}, ${one.agencyName})`),
        'No documents.',
      ),
  }
  return {
    title: `Case pack: ${head.title}`,
    agencyName: by.agencyName,
    marking: head.marking,
    footer: `${head.reference} · made by ${by.name}, ${dayAndTime(now)}`,
    blocks: [
      { kind: 'heading', level: 1, text: head.title },
      {
        kind: 'words',
        tone: 'quiet',
        text: `${head.programmeName} · ${head.reference} · ${head.stageName} · ${head.ownerAgencyName}, ${head.leadWorkerName}`,
      },
      words(head.summary),
      ...packParts
        .filter(part => pack.parts.includes(part.value))
        .flatMap((part): Block[] => [{ kind: 'heading', level: 2, text: part.label }, ...filled[part.value]()])
        .map(block => without(block, pack.safe)),
    ],
  }
}

/** A line that gives a safe address or number away is left out whole, and says so. */
function without(block: Block, safe: SafeContact[]): Block {
  const keep = (text: string) => (safeIn(text, safe).length > 0 ? 'Left out: a safe address or number.' : text)
  return 'items' in block ? { ...block, items: block.items.map(keep) } : 'text' in block ? { ...block, text: keep(block.text) } : block
}

const words = (text: string): Block => ({ kind: 'words', text })
const list = (items: string[], none: string): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : [words(none)])

/** Born as surely as it is known: who was born about 2002 has no birthday on paper. */
function personLine(one: PackPlan['people'][number], now: Date): string {
  const born = one.bornOn ? `, ${ageLine(one, isoDay(now))}` : ''
  const warnings = one.warnings.map(warning => ` Warning: ${warning}`).join('')
  return `${one.givenName} ${one.familyName}${born}: ${one.role}. ${one.basis}${warnings}`
}

function placeLine(one: PackPlan['places'][number]): string {
  const address = [one.name, one.line1, one.town, one.postcode].filter(Boolean).join(', ')
  return `${address}: ${one.role}${one.grade ? `, grade ${one.grade}` : ''}${one.gradeReason ? ` (${one.gradeReason})` : ''}`
}

function planBlocks({ aims, tasks }: PackPlan): Block[] {
  const groups = [...aims, { id: null, title: aims.length > 0 ? 'Other tasks' : 'Tasks' }]
  return groups.flatMap((aim): Block[] => {
    const own = tasks.filter(task => task.aimId === aim.id)
    if (own.length === 0 && aim.id === null) return []
    return [
      { kind: 'heading', level: 3, text: aim.title },
      ...list(
        own.map(task => `${task.title}: ${taskState(task)}`),
        'No tasks yet.',
      ),
    ]
  })
}

function entryBlocks(entry: ReadEntry): Block[] {
  const corrected = entry.correctionReason
    ? [words(`Corrected: ${entry.correctionReason.replace(/\.$/, '')}. It said before: ${entry.oldBody}`)]
    : []
  return [
    { kind: 'heading', level: 3, text: `${dayAndTime(entry.occurredAt)} · ${entry.kind}` },
    words(entry.body),
    ...corrected,
    { kind: 'words', tone: 'quiet', text: `${entry.authorName}, ${entry.agencyName}` },
  ]
}
