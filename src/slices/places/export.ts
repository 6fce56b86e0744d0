/** The places of a case as rows for a spreadsheet. A safe address is left out: nobody can choose for whom a file is opened. */
import { type SafeContact, safeIn } from '../cases/index.ts'
import type { CasePlace } from './queries.ts'

/** @example csv(exportRows(await listCasePlaces(db, caseId), await listSafeContacts(db, caseId))) */
export function exportRows(places: CasePlace[], safe: SafeContact[]): string[][] {
  const heading = [
    'Name',
    'Address',
    'Town',
    'Postcode',
    'UPRN',
    'Kind',
    'Role',
    'Grade',
    'Reason for the grade',
    'Graded by',
    'Basis',
    'Sub-case',
  ]
  return [
    heading,
    ...places.map(one => [
      ...addressOf(one, safe),
      one.kind,
      one.role,
      one.grade,
      one.gradeReason,
      [one.gradedByName, one.gradedByAgency].filter(Boolean).join(', '),
      one.basis,
      one.subCaseReference ?? '',
    ]),
  ]
}

function addressOf({ name, line1, town, postcode, uprn }: CasePlace, safe: SafeContact[]): string[] {
  const held = safeIn([name, line1, town, postcode].join(' '), safe).length > 0
  return held ? ['Left out: a safe address', '', '', '', ''] : [name, line1, town, postcode, uprn]
}
