/** Wards of postcodes brought in, in tests, as the command line does it. */
import { asOwner } from '../src/platform/as-owner.ts'
import { importWards } from '../src/slices/places/index.ts'

/**
 * Brings in lines of postcode, ward and council; gives the counts and what was refused.
 * @example await bringWards(database, ['WX9 1AA', 'Castle', 'Wexshire'])
 */
export async function bringWards(database: { ownerUrl: string }, ...lines: string[][]) {
  const refusals: string[] = []
  async function* rows() {
    for (const [at, cells] of lines.entries()) yield { row: at + 2, cells }
  }
  const counts = await asOwner(database.ownerUrl, ['postcode_wards'], query =>
    importWards(rows(), (text, values) => query(text, values), {
      columns: { postcode: 0, ward: 1, district: 2 },
      refused: (row, reason) => refusals.push(`${row}: ${reason}`),
    }),
  )
  return { ...counts, refusals }
}
