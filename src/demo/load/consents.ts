// Two consents of the county, each with the share that rests on it: one that holds, and one that was taken back.
import type { County, Moment, Slug } from '../shape.ts'
import { caseId, idOf, personId, principal } from './ids.ts'
import { linnetCase } from './linnet.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

interface Agreed {
  who: Slug
  inCase: string
  side: string | null
  lead: Slug
  given: Moment
  expires: Moment
  /** What was said. */
  words: Row
  share: Row
  ended?: { at: Moment; words: string }
}

export function addConsents({ today }: County, tables: Tables): void {
  const at = clock(today)
  add(tables, {
    who: 'tyler-blount', inCase: caseId('tyler-restorative'), side: null, lead: 'paul-denholm', given: at(22, '16:40'), expires: at(-90, '12:00'),
    words: {
      purposes: 'To ask the man whose shop it was whether he would like to read the letter', channel: 'in person', wording: 'RJ 1',
      words_shown: 'May Victim Care read what you and I have written here, so that they can talk to him about the letter? You can say no, and nothing changes. You can stop at any time, also afterwards.',
    },
    share: { reason: 'To prepare him for the letter, if he wants it', ends_at: at(-60, '23:59'), categories: [] },
  })
  add(tables, {
    who: 'esme-tolland', inCase: linnetCase, side: 'victim', lead: 'grace-adeyemi', given: at(14, '11:20'), expires: at(-160, '12:00'),
    words: {
      purposes: 'Help with court, and with what she has lost', channel: 'in person', wording: 'MVC 3',
      words_shown: 'We would like to tell Victim Care what happened and how to reach you safely, so that they can help you. You can say no. You can change your mind at any time, and we will stop at once.',
    },
    share: { reason: 'Help with court', ends_at: at(-160, '12:00'), sides: ['victim'], categories: [] },
    ended: { at: at(7, '16:30'), words: 'She rang: too many people know. She may ask again after the hearing.' },
  })
}

/** Both let Victim Care help. */
function add(tables: Tables, { who, inCase, side, lead, given, expires, words, share, ended }: Agreed): void {
  const [id, by, told] = [idOf('consent', who, given), principal(lead), principal('merrowshire-victim-care')]
  addRows(tables, 'consents', [{
    id, case_id: inCase, person_id: personId(who), side, agencies: [told], given_by: 'self', capacity: 'has', ...words,
    given_on: given.slice(0, 10), expires_on: expires.slice(0, 10), recorded_by: by, recorded_at: given,
    withdrawn_at: ended?.at, withdrawn_by: ended && by, withdrawal: ended?.words ?? '',
  }])
  addRows(tables, 'grants', [{
    id: idOf('grant', `${who} consent`, given), case_id: inCase, principal_id: told, tier: 'read', basis: 'consent', consent_id: id, ...share,
    granted_by: by, granted_at: given, starts_at: given, revoked_at: ended?.at, revoked_by: ended && by, revoke_reason: ended ? 'Consent was withdrawn' : '',
  }])
}
