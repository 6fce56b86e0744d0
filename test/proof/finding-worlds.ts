/** Worlds in which it shows what somebody may find: some for each rule that may be forgotten. */
import fc from 'fast-check'
import { type Question, recognitions, searches } from './finding.ts'
import { works } from './model.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

/** Everything that is asked in a world. */
export const questionsOf = (of: World) => [...searches(of), ...recognitions(of).records, ...recognitions(of).pointers]
/** Those that give rows, and not whom to ask. */
export const rowsOnly = (of: World) => searches(of).length + recognitions(of).records.length

/** Told of a world in which a rule has nothing to hold on to, the model answers as if it did not know that rule. */
export const forgotten: Record<string, (of: World) => World> = {
  'from when until when a share runs': of => ({ ...of, grants: of.grants.map(share => ({ ...share, when: 'now' })) }),
  'which sides a share opens': of => ({ ...of, grants: of.grants.map(share => ({ ...share, sides: null })) }),
  'conflicts of interest': of => ({ ...of, conflicts: of.conflicts.map(one => ({ ...one, lifted: true })) }),
  'that what is sensitive finds nobody': of => ({ ...of, contacts: of.contacts.map(fact => ({ ...fact, category: null })) }),
  'that what is restricted is not filed': of => ({ ...of, documents: of.documents.map(one => ({ ...one, readers: null })) }),
  'that some cases are kept from the subject': of => ({
    ...of,
    cases: of.cases.map(one => ({ ...one, programme: one.programme === 'da-marac' ? 'mediation' : one.programme })),
  }),
  'that a team keeps its case to itself': of => ({ ...of, cases: of.cases.map(one => ({ ...one, team: null })) }),
  'that an agreement must be in force': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, when: 'now', suspended: false })),
  }),
  'that an agreement must cover the programme': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, programmes: ['asb', 'mediation', 'da-marac'] })),
  }),
  'that both must have signed': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, parties: of.agencies.map((_, agency) => ({ agency, when: 'now' as const })) })),
  }),
  'that a suspended agency tells nothing': of => ({ ...of, agencies: of.agencies.map(() => ({ suspended: false })) }),
  'that somebody has left a case': of => ({ ...of, casePeople: of.casePeople.map(link => ({ ...link, ended: false })) }),
}

/** The same of whom a search is told to: of the rules that it shares with finding, and of its own. */
export const forgottenOfTelling: Record<string, (of: World) => World> = {
  ...Object.fromEntries(
    Object.entries(forgotten).filter(([rule]) => /share runs|kept from the subject|agreement|signed|has left/.test(rule)),
  ),
  'that of a closed case nobody is told': of => ({ ...of, cases: of.cases.map(one => ({ ...one, closed: false })) }),
  'that what is shared with the searcher is no secret': of => ({ ...of, grants: [] }),
}

/** What the model allows in answer to some questions, for those who ask in a world. */
const allowedIn = (of: World, told: World, questions: Question[]): string =>
  JSON.stringify(of.asking.map(worker => works(told, worker) && questions.map(({ allowed }) => allowed(told, worker))))

/** Of some thousand worlds, those in which it shows whether a rule is known: some by what is found, and some by whom one is sent to. */
export function tellingWorlds(): World[] {
  const drawn = fc.sample(world, { numRuns: 1500, seed: 7 })
  const kinds = [(of: World) => questionsOf(of).slice(0, rowsOnly(of)), (of: World) => recognitions(of).pointers]
  const chosen = Object.values(forgotten).flatMap(forgetting =>
    kinds.flatMap(questions => {
      const tells = (of: World) => allowedIn(of, of, questions(of)) !== allowedIn(of, forgetting(of), questions(of))
      return [...drawn.values().filter(tells).take(5)]
    }),
  )
  return [...new Set(chosen)]
}
