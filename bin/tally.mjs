// A reporter for vitest: leaves, for npm test, how many tests passed and every failure by name.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './ensure.mjs'

/** Writes `{ passed, failures: [{ name, said }] }` into the file that TALLY_FILE names. */
export default class Tally {
  onTestRunEnd(files, strays) {
    const passed = files.reduce((sum, file) => sum + [...file.children.allTests('passed')].length, 0)
    const failures = [...files.flatMap(failuresIn), ...strays.map(error => failure('outside of any test', error))]
    writeFileSync(process.env.TALLY_FILE, JSON.stringify({ passed, failures }))
  }
}

// What is made ready for a whole file or group can fail as well, and belongs to no test.
function failuresIn(file) {
  const tests = [...file.children.allTests('failed')].map(test => failure(test.fullName, test.result().errors[0], file))
  const groups = [file, ...file.children.allSuites()].flatMap(group =>
    group.errors().map(error => failure(group === file ? 'around its tests' : group.fullName, error, file)),
  )
  return [...tests, ...groups]
}

function failure(name, error, file) {
  const words = stripVTControlCharacters(error?.message ?? '').split('\n')[0]
  const [at] = error?.stacks ?? []
  const place = at ? ` (${relative(root, at.file)}:${at.line})` : ''
  return { name: file ? `${file.relativeModuleId} > ${name}` : name, said: `${words.slice(0, 200)}${place}` }
}
