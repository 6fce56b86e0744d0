/** Files and functions small enough to hold in the head: no file over 300 lines, no function over 60, half the files within 60. */
import { filesOf, finish } from './say.ts'

const files = filesOf('src/**/*.{ts,tsx,sql}', 'bin/*.mjs', 'checks/**/*.ts', 'bench/**/*.ts', 'test/**/*.{ts,tsx}').filter(
  ({ path }) => !path.endsWith('tables.ts'),
)
const source = files.filter(({ path }) => path.startsWith('src/') && !/\.(test|browser|examples)\.tsx?$|^src\/demo\//.test(path))
const lengths = source.map(({ text }) => text.split('\n').length).sort((a, b) => a - b)
const faults = files.flatMap(({ path, text }) => [...longFile(path, text), ...longFunctions(path, text)])

const median = lengths[Math.floor(lengths.length / 2)] ?? 0
const p90 = lengths[Math.floor(lengths.length * 0.9)] ?? 0
if (median > 60) faults.push(`The median file has ${median} lines; keep it within 60.`)
if (p90 > 150) faults.push(`One file in ten has over ${p90} lines; keep it within 150.`)
finish(faults)

function longFile(path: string, text: string): string[] {
  const lines = text.split('\n').length
  return lines > 300 ? [`${path} has ${lines} lines: split it by noun or verb.`] : []
}

/** Functions are found by their indentation: from a line that opens one at the margin to the line that closes it there. */
function longFunctions(path: string, text: string): string[] {
  if (path.endsWith('.sql')) return []
  const lines = text.split('\n')
  const faults: string[] = []
  lines.forEach((line, start) => {
    if (!/^(export )?(default )?(async )?function\b/.test(line)) return
    const length = lines.slice(start).indexOf('}') + 1
    if (length > 60) faults.push(`${path}:${start + 1} is a function of ${length} lines: split it.`)
  })
  return faults
}
