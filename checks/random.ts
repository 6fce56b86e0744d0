/** Whatever must not be guessed comes from the system's random numbers: nothing in Kith draws from those that can be foretold. */
import { filesOf, finish } from './say.ts'

const foretold = /\bMath\.random\b|(?<![\w.])random\(/
const faults: string[] = []

for (const { path, text } of filesOf('src/**/*.{ts,tsx,sql}', 'db/migrations/*.sql')) {
  if (/\.(test|browser)\.tsx?$/.test(path)) continue
  text.split('\n').forEach((line, index) => {
    if (foretold.test(line)) faults.push(`${path}:${index + 1} draws numbers that can be foretold: use node:crypto, or gen_random_uuid().`)
  })
}
finish(faults)
