// kith match evaluate: how well Kith recognises the same person in a file for which the truth is known.
import { Stop } from '../platform/stop.ts'
import { evaluateFile, type FileEvaluation, matchFields, type Rates, thresholds } from '../slices/matching/index.ts'
import { type Command, fileToRead, readLine } from './command.ts'

export const matchEvaluate: Command = {
  name: 'match evaluate',
  takes: 'FILE --truth COLUMN [--map FIELD=COLUMN,…] [--without COLUMN]',
  does: 'Measure how well the same person is recognised, on a CSV file whose truth is known.',
  more: `Rows with the same value in the truth column are the same person (rec-1-org and rec-1-dup-0 are both rec-1).
Fields: ${matchFields.join(', ')}.
Columns that belong together are joined with a plus sign: address=Street+Village.
Without --map it is guessed from the headings and shown. National numbers and other identifiers are never guessed.
--without leaves a column out, and may be given several times. Nothing is written, and no database is needed.`,
  async run(args) {
    const { values, positionals } = readLine(
      this,
      args,
      { truth: { type: 'string' }, map: { type: 'string', multiple: true }, without: { type: 'string', multiple: true } },
      1,
    )
    const file = await fileToRead(positionals[0] ?? '')
    if (!values.truth) throw new Stop('Say which column has the truth: --truth COLUMN.')
    const said = { truth: values.truth, map: values.map?.join(','), without: (values.without ?? []).flatMap(one => one.split(',')) }
    const found = await evaluateFile(file, said).catch(error => {
      throw new Stop((error as Error).message)
    })
    console.log(inWords(found).join('\n'))
  },
}

function inWords(found: FileEvaluation): string[] {
  const { records, truePairs, pairsConsidered, automatic, withQueue, answered, questions } = found
  const all = (records * (records - 1)) / 2
  return [
    `Compared:      ${found.map}`,
    `Not compared:  ${found.leftOut.join(', ') || 'nothing'}`,
    ...(found.broken ? [`Broken:        the file ends early: ${found.broken}.`] : []),
    `Records:       ${whole(records)}, with ${whole(truePairs)} true pairs`,
    `Considered:    ${whole(pairsConsidered)} of ${whole(all)} pairs`,
    `Time:          ${found.seconds.toFixed(1)} s`,
    '',
    `At the automatic threshold (${thresholds.certain} bits), without the review queue:`,
    rates(automatic),
    `With the review queue (${thresholds.ask} bits; ${whole(questions)} questions), every question counted as “the same”, right or wrong:`,
    rates(withQueue),
    'With the review queue, every question answered rightly by a person:',
    rates(answered),
  ]
}

const whole = (count: number): string => count.toLocaleString('en-GB')
const rates = ({ precision, recall, f1, found, right }: Rates): string =>
  `  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}   (${whole(found)} pairs, ${whole(found - right)} of them wrong)`
