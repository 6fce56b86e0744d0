/** The places of a case as rows for a spreadsheet. */
import type { CasePlace } from './queries.ts'

/** @example csv(exportRows(await listCasePlaces(db, caseId))) */
export function exportRows(places: CasePlace[]): string[][] {
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
      one.name,
      one.line1,
      one.town,
      one.postcode,
      one.uprn,
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
