/** The cast as a world that the model can answer for, and a handful of cases that between them use every rule. */
import { nothingAround } from '../surroundings.ts'
import type { Case, Grant, Mark, Tier, World } from '../world.ts'

/** Places in the world, in the order of test/cast.ts. */
const [police, housing, health, charity, outside, suspended, ended] = [0, 1, 2, 3, 4, 5, 6]
const [tom, ingrid, sam, grace, noor, aisha, owen, stefan, pat] = [0, 1, 2, 3, 5, 6, 7, 9, 11]
export const lena = 8
const [hub, slaveryTeam] = [0, 1]

/** The cases: what each is there for. */
const [shared, below, sided, kept, ofHealth, ofOutside, ofHousing, leftBehind] = [0, 1, 2, 3, 4, 5, 6, 7]

const worker = (agency: number, more: Partial<World['workers'][number]> = {}) => ({
  agency,
  standing: 'here' as const,
  role: null,
  ...more,
})
const aCase = (lead: number, more: Partial<Case> = {}): Case => ({
  programme: 'asb',
  lead,
  team: null,
  parent: null,
  closed: false,
  ...more,
})
const grant = (which: number, to: Grant['to'], tier: Tier, more: Partial<Grant> = {}): Grant => ({
  case: which,
  to,
  tier,
  sides: null,
  categories: null,
  agreement: 0,
  consent: null,
  emergency: false,
  subCases: false,
  when: 'now',
  revoked: false,
  ...more,
})
const everyone: Mark = { side: null, category: null }
const victim: Mark = { side: 'victim', category: null }
const subject: Mark = { side: 'subject', category: null }
const illness: Mark = { side: null, category: 'health' }
const safe: Mark = { side: 'victim', category: 'safe address' }
/** Every mark that a row can carry, each in the case where it counts, and a row of each of the other cases. */
const marked = [
  { case: shared, lead: tom, ...everyone },
  { case: shared, lead: tom, ...illness },
  { case: sided, lead: tom, ...everyone },
  { case: sided, lead: tom, ...victim },
  { case: sided, lead: tom, ...subject },
  { case: sided, lead: tom, ...safe },
  { case: below, lead: tom, ...everyone },
  { case: kept, lead: sam, ...everyone },
  { case: ofHealth, lead: noor, ...everyone },
  { case: ofOutside, lead: owen, ...everyone },
  { case: ofHousing, lead: grace, ...everyone },
]
const written = [
  ...marked.map(({ lead, ...row }) => ({ ...row, author: lead, readers: null })),
  { case: shared, author: tom, readers: [grace], ...everyone },
  { case: sided, author: tom, readers: [], ...victim },
]

export const county: World = {
  ...nothingAround,
  asking: [],
  deeds: [],
  agencies: [police, housing, health, charity, outside, suspended, ended].map(which => ({ suspended: which === suspended })),
  workers: [
    worker(police),
    worker(police, { role: 'information_governance_lead' }),
    worker(police),
    worker(housing),
    worker(housing, { role: 'agency_administrator' }),
    worker(health),
    worker(charity),
    worker(outside),
    worker(housing, { standing: 'left' }),
    worker(suspended),
    worker(ended),
    worker(police, { role: 'partnership_administrator' }),
  ],
  teams: [
    {
      agency: null,
      ended: false,
      members: [
        { worker: aisha, when: 'now' },
        { worker: noor, when: 'now' },
      ],
    },
    { agency: police, ended: false, members: [{ worker: sam, when: 'now' }] },
  ],
  agreements: [
    {
      programmes: ['asb', 'da-marac'],
      when: 'now',
      suspended: false,
      parties: [police, housing, health, charity, suspended].map(agency => ({ agency, when: 'now' })),
    },
    { programmes: ['asb'], when: 'over', suspended: false, parties: [police, ended].map(agency => ({ agency, when: 'over' })) },
  ],
  cases: [
    aCase(tom),
    aCase(tom, { parent: shared }),
    aCase(tom, { programme: 'da-marac' }),
    aCase(sam, { team: slaveryTeam }),
    aCase(noor),
    aCase(owen),
    aCase(grace, { closed: true }),
    aCase(lena),
  ],
  consents: [
    { case: ofHousing, side: null, person: 3, state: 'stands' },
    { case: ofHousing, side: null, person: 3, state: 'withdrawn' },
    { case: shared, side: null, person: 0, state: 'stands' },
  ],
  conflicts: [
    { worker: aisha, person: 5, case: ofHealth, lifted: false, declaredBy: null },
    { worker: pat, person: null, case: shared, lifted: false, declaredBy: null },
    { worker: tom, person: 1, case: shared, lifted: true, declaredBy: null },
  ],
  grants: [
    grant(shared, ['agency', housing], 'contribute', { subCases: true }),
    grant(shared, ['agency', health], 'read', { categories: [] }),
    grant(shared, ['agency', charity], 'headline'),
    grant(shared, ['agency', outside], 'pointer', { agreement: null }),
    grant(shared, ['agency', ended], 'read', { agreement: 1 }),
    grant(shared, ['agency', suspended], 'contribute'),
    grant(shared, ['worker', lena], 'lead', { agreement: null }),
    grant(sided, ['agency', housing], 'contribute', { sides: ['victim'], categories: ['health'] }),
    grant(sided, ['agency', health], 'contribute', { sides: ['subject'] }),
    grant(sided, ['worker', aisha], 'read', { categories: [] }),
    grant(sided, ['agency', outside], 'headline', { agreement: null, when: 'over' }),
    grant(kept, ['worker', grace], 'read', { when: 'over' }),
    grant(ofHealth, ['agency', police], 'read', { revoked: true }),
    grant(ofHealth, ['agency', housing], 'lead', { when: 'to come' }),
    grant(ofHealth, ['team', hub], 'lead'),
    grant(ofOutside, ['worker', tom], 'headline', { agreement: null }),
    grant(ofOutside, ['worker', pat], 'pointer', { agreement: null }),
    grant(ofHousing, ['worker', aisha], 'contribute', { agreement: null }),
    grant(ofHousing, ['worker', stefan], 'lead', { agreement: null }),
    grant(ofHousing, ['worker', ingrid], 'headline', { agreement: null }),
    grant(ofHousing, ['worker', sam], 'read', { agreement: null, consent: 0 }),
    grant(ofHousing, ['agency', health], 'contribute', { agreement: null, consent: 1 }),
    grant(ofHousing, ['worker', pat], 'read', { agreement: null, emergency: true }),
  ],
  requests: [
    { by: tom, to: housing, agreement: 0, case: shared, handedTo: grace, answered: false },
    { by: noor, to: police, agreement: 0, case: null, handedTo: null, answered: false },
    { by: grace, to: health, agreement: 0, case: null, handedTo: null, answered: true },
  ],
  recalls: [
    { case: ofHealth, agency: police, kind: 'share', subject: 12, confirmed: false },
    { case: shared, agency: housing, kind: 'person', subject: 2, confirmed: false },
    { case: kept, agency: housing, kind: 'share', subject: 11, confirmed: true },
  ],
  copies: [
    { recall: 0, worker: sam, case: ofHealth, ...everyone },
    { recall: 2, worker: grace, case: kept, ...everyone },
  ],
  emergencies: [
    { by: pat, case: ofHousing, reviewed: false },
    { by: sam, case: shared, reviewed: false },
    { by: sam, case: kept, reviewed: true },
  ],
  notices: [
    { to: ['agency', housing], case: shared },
    { to: ['worker', tom], case: sided },
    { to: ['worker', pat], case: leftBehind },
  ],
  searches: [{ case: ofHealth, by: tom }],
  // Health reads of the one and not of the other.
  merges: [{ kept: 6, absorbed: 7 }],
  pairs: [{ one: 2, other: 6 }],
  flags: [
    { worker: sam, reviewed: false },
    { worker: ingrid, reviewed: false },
    { worker: noor, reviewed: false },
  ],
  people: [null, null, police, housing, null, null, null, null].map(heldBy => ({ heldBy })),
  casePeople: [
    { case: shared, person: 0, side: null, ended: false },
    { case: shared, person: 1, side: null, ended: false },
    { case: shared, person: 2, side: null, ended: true },
    { case: shared, person: 6, side: null, ended: false },
    { case: below, person: 7, side: null, ended: false },
    { case: sided, person: 0, side: 'victim', ended: false },
    { case: sided, person: 1, side: 'subject', ended: false },
    { case: sided, person: 4, side: null, ended: false },
    { case: kept, person: 4, side: null, ended: false },
    { case: ofHealth, person: 1, side: null, ended: false },
    { case: ofHealth, person: 5, side: null, ended: false },
    { case: ofOutside, person: 5, side: null, ended: false },
    { case: ofHousing, person: 3, side: null, ended: false },
  ],
  contacts: [
    ...marked.map(({ lead: _, ...row }, index) => ({ ...row, person: index % 2 })),
    { person: 2, case: null, ...everyone },
    { person: 3, case: null, ...everyone },
  ],
  entries: written.map((row, index) => ({ ...row, about: index % 5 })),
  documents: written,
  tasks: [
    ...marked.map(({ lead, ...row }) => ({ ...row, to: ['worker', lead] as Grant['to'], done: false })),
    { case: shared, to: ['agency', charity], done: false, ...everyone },
    { case: sided, to: ['worker', grace], done: false, ...victim },
    { case: sided, to: ['agency', health], done: false, ...subject },
  ],
  messages: [
    ...marked.map(({ lead, ...row }) => ({ ...row, author: lead, reader: null, to: null })),
    { case: shared, author: tom, reader: null, to: ['agency', housing], ...everyone },
    { case: sided, author: tom, reader: null, to: ['worker', grace], ...victim },
    { case: sided, author: tom, reader: null, to: ['agency', health], ...subject },
  ],
}
