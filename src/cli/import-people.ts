// kith import people: an agency's own list of people, from a CSV file of any shape.
import { basename } from 'node:path'
import { asOwner } from '../platform/as-owner.ts'
import { openCsv } from '../platform/csv.ts'
import { Stop } from '../platform/stop.ts'
import { guessMap, type ImportMap, importFields, importPeople, namesPeople, readMap, sayMap } from '../slices/people/index.ts'
import { type Command, fileToRead, readLine } from './command.ts'
import { withKith } from './with-kith.ts'

export const importPeopleCommand: Command = {
  name: 'import people',
  takes: 'FILE --agency SHORTNAME [--map FIELD=COLUMN,…] [--dry-run] [--as WORKER_EMAIL]',
  does: 'Bring people from a CSV file onto an agency’s own list.',
  more: `Fields: ${importFields.join(', ')}.
Columns that belong together are joined with a plus sign: address=Number+Street+Town.
Without --map it is guessed from the headings and shown. --dry-run reads everything and adds nothing.
Each refused row is one line with its number and the reason. Running it again adds nobody twice.
The people are added by --as, or by the agency's administrator.`,
  async run(args) {
    const { values, positionals } = readLine(
      this,
      args,
      { agency: { type: 'string' }, map: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, as: { type: 'string' } },
      1,
    )
    if (!values.agency) throw new Stop('Say whose list it is: --agency SHORTNAME.')
    const file = await fileToRead(positionals[0] ?? '')
    const { agency, as, map } = { agency: values.agency, as: values.as, map: values.map?.join(',') }
    await withKith('kith import people', async ({ ownerUrl }) =>
      importFile(file, await findWorker(ownerUrl, agency, as), map, values['dry-run'] === true),
    )
  },
}

async function importFile(
  file: string,
  worker: { id: string; name: string; agency: string },
  said: string | undefined,
  dryRun: boolean,
): Promise<void> {
  const { columns, rows, broken } = await openCsv(file)
  if (columns.length === 0 && broken()) throw new Stop(`The file is broken: ${broken()}.`)
  const map = mapFor(said, columns)
  console.log(`Columns:  ${sayMap(map, columns)}${said ? '' : '   (guessed: use --map to say otherwise)'}`)
  console.log(`Added by: ${worker.name}, ${worker.agency}`)
  const started = Date.now()
  let last = 1
  const refused = (row: number, reason: string) => console.log(`Row ${row} refused: ${reason}.`)
  const counts = await importPeople(
    watched(rows, row => {
      last = row
    }),
    { worker: worker.id, map, columns: columns.length, source: `Imported from ${basename(file)}`, dryRun, refused },
  )
  if (broken()) console.log(`Rows after ${last} refused: ${broken()}.`)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const done = dryRun ? 'would be added' : 'added'
  console.log(
    `${counts.read} rows read in ${seconds} s: ${counts.added} ${done}, ${counts.already} there already, ${counts.refused} refused.${dryRun ? ' Nothing was changed.' : ''}`,
  )
  if (counts.alike > 0) console.log(`${counts.alike} pairs may be the same person: look at them in Kith under People, “Same person?”.`)
  if (broken()) throw new Stop('The file is broken: see above. What was added stays, and running it again adds nobody twice.')
}

function mapFor(said: string | undefined, columns: string[]): ImportMap {
  try {
    const map = said ? readMap(said, columns) : guessMap(columns)
    if (namesPeople(map)) return map
  } catch (error) {
    throw new Stop((error as Error).message)
  }
  throw new Stop(
    `Say which columns hold the names: --map given_name=COLUMN,family_name=COLUMN. The file has: ${columns.join(', ') || 'nothing'}.`,
  )
}

async function* watched<T extends { row: number }>(rows: AsyncIterable<T>, at: (row: number) => void): AsyncGenerator<T> {
  for await (const row of rows) {
    at(row.row)
    yield row
  }
}

/** The worker in whose name people are added: the one named, or an administrator of the agency. */
async function findWorker(ownerUrl: string, agency: string, email: string | undefined) {
  const found = await asOwner(ownerUrl, ['workers', 'agencies', 'worker_roles'], query =>
    query<{ id: string; name: string; agency: string }>(
      `select w.id, w.name, a.short_name as agency from workers w join agencies a on a.id = w.agency_id left join worker_roles r on r.worker_id = w.id and r.role = 'agency_administrator'
     where lower(a.short_name) = lower($1) and w.left_on is null and w.suspended_at is null and ($2::text is null and r.role is not null or lower(w.email) = lower($2::text)) order by w.joined_on, w.id limit 1`,
      [agency, email ?? null],
    ),
  )
  const worker = found.rows[0]
  if (worker) return worker
  throw new Stop(
    email
      ? `Nobody with the address ${email} works for an agency called ${agency}.`
      : `${agency} has no administrator here, or there is no such agency. Say who adds the people: --as WORKER_EMAIL.`,
  )
}
