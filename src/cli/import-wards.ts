// kith import wards: which ward each postcode lies in, from a public list.
import { basename } from 'node:path'
import { asOwner } from '../platform/as-owner.ts'
import { openCsv } from '../platform/csv.ts'
import { Stop } from '../platform/stop.ts'
import { importWards, wardColumns } from '../slices/places/index.ts'
import { type Command, fileToRead, readLine } from './command.ts'
import { recordHere } from './record-here.ts'
import { withKith } from './with-kith.ts'

export const importWardsCommand: Command = {
  name: 'import wards',
  takes: 'FILE [--dry-run]',
  does: 'Bring in which ward each postcode lies in, so that councillors’ conflicts of interest are found.',
  more: `The file is CSV with the headings postcode and ward, and district where the list says whose ward it is.
Each refused row is one line with its number and the reason. Running it again changes only what has changed.
Conflicts are looked for as the wards come in.`,
  async run(args) {
    const { values, positionals } = readLine(this, args, { 'dry-run': { type: 'boolean' } }, 1)
    const file = await fileToRead(positionals[0] ?? '')
    await withKith('kith import wards', ({ ownerUrl }) => importFile(file, ownerUrl, values['dry-run'] === true))
  },
}

async function importFile(file: string, ownerUrl: string, dryRun: boolean): Promise<void> {
  const { columns: headings, rows, broken } = await openCsv(file)
  const columns = wardColumns(headings)
  if (!columns && broken()) throw new Stop(`The file is broken: ${broken()}.`)
  if (!columns) throw new Stop(`The file needs the headings postcode and ward. It has: ${headings.join(', ') || 'nothing'}.`)
  const refused = (row: number, reason: string) => console.log(`Row ${row} refused: ${reason}.`)
  const counts = await asOwner(ownerUrl, ['postcode_wards'], query =>
    importWards(rows, (text, values) => query(text, values), { columns, refused, dryRun }),
  )
  if (broken()) throw new Stop(`The file is broken: ${broken()}. What came before it is there, and running it again changes nothing twice.`)
  if (!dryRun)
    await recordHere(ownerUrl, 'wards_imported', { file: basename(file), added: String(counts.added), changed: String(counts.changed) })
  console.log(
    `${counts.read} rows read: ${counts.added} added, ${counts.changed} changed, ${counts.already} ${dryRun ? 'could be taken' : 'there already'}, ${counts.refused} refused.${dryRun ? ' Nothing was changed.' : ''}`,
  )
}
