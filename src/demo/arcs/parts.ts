// Who does which job where: turns a part in an arc into a worker who was there at the time.
import type { Dice } from '../dice.ts'
import type { Slug } from '../shape.ts'
import type { Part } from './arc.ts'

const inland: Record<Exclude<Part, '@'>, Slug[]> = {
  police: ['tom-garside', 'shabnam-akhtar', 'leon-whitlock'],
  council: ['owen-price'],
  housing: ['martin-sedge', 'dionne-clarke'],
  sustain: ['agnieszka-wolska'],
  fire: ['emily-stroud', 'wayne-ackroyd'],
  nurse: ['samuel-eze'],
  triage: ['anna-lindqvist', 'samuel-eze'],
  memory: ['rajesh-pillai'],
  adults: ['adewale-bankole', 'farah-siddiqui'],
  safeguarding: ['farah-siddiqui'],
  children: ['naomi-feldman'],
  'early-help': ['kirsty-muir', 'naomi-feldman'],
  'youth-justice': ['paul-denholm'],
  recovery: ['gareth-lomax', 'tanya-birch'],
  'victim-care': ['deborah-quill', 'imran-chaudhry'],
  school: ['michael-asante', 'louise-kemp'],
  probation: ['michelle-tarrant', 'darren-coyle'],
  advocate: ['ruth-penhale', 'yasmin-haddad'],
  environment: ['rukhsana-mir'],
  panel: ['priya-nair'],
  'rough-sleeping': ['ben-hallam', 'gareth-lomax'],
  missing: ['beth-lovell', 'grace-adeyemi'],
}

const coast: Partial<typeof inland> = {
  police: ['callum-reyes'],
  council: ['jamal-harris', 'carol-wintle'],
  environment: ['sian-bevan'],
}

const coastal = new Set(['Saltreach', 'Thornmouth', 'Hallowby'])

/** Somebody who does that job in that town and had already joined. */
export function whoDoes(part: Exclude<Part, '@'>, town: string, opened: number, joined: Map<Slug, number>, roll: Dice): Slug {
  const local = (coastal.has(town) ? coast[part] : undefined) ?? inland[part]
  const there = local.filter(slug => (joined.get(slug) ?? 0) < opened)
  return roll.pick(there.length ? there : inland[part].filter(slug => (joined.get(slug) ?? 0) < opened))
}

export const isCoastal = (town: string) => coastal.has(town)
