// The first thing any command does: install what is missing, and go on under the Node that Kith pins.
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { newFolder } from './processes.ts'

test('a fresh clone is installed once, and the command goes on under the pinned Node', async () => {
  const clone = newClone()
  expect(await start(clone)).toBe(`ran under ${process.version}`)
  expect(await start(clone)).toBe(`ran under ${process.version}`)
  expect(installs(clone)).toBe(1)
})

test('a changed lock file is installed again', async () => {
  const clone = newClone()
  await start(clone)
  lock(clone, '2.0.0')
  await start(clone)
  expect(installs(clone)).toBe(2)
})

test('an install that was cut short is done again', async () => {
  const clone = newClone()
  await start(clone)
  for (const name of ['.kith-installed', '.package-lock.json']) rmSync(join(clone, 'node_modules', name))
  await start(clone)
  expect(installs(clone)).toBe(2)
})

test('packages that somebody installed by hand are taken as they are', async () => {
  const clone = newClone()
  await start(clone)
  rmSync(join(clone, 'node_modules', '.kith-installed'))
  await start(clone)
  expect(installs(clone)).toBe(1)
  expect(existsSync(join(clone, 'node_modules', '.kith-installed'))).toBe(true)
})

test('a failed install ends in one sentence', async () => {
  const clone = newClone()
  writeFileSync(join(clone, 'programs', 'npm'), '#!/bin/sh\nexit 1\n')
  expect(await start(clone)).toContain('The packages could not be installed')
})

// A stand-in for npm leaves what npm would leave, without the network.
function newClone(): string {
  const clone = newFolder()
  for (const folder of ['bin', 'programs']) mkdirSync(join(clone, folder))
  for (const file of ['ensure.mjs', 'signals.mjs']) cpSync(join(root, 'bin', file), join(clone, 'bin', file))
  writeFileSync(
    join(clone, 'bin', 'probe.mjs'),
    `import { ready } from './ensure.mjs'\nawait ready(import.meta.url)\nconsole.log('ran under ' + process.version)\n`,
  )
  lock(clone, '1.0.0')
  writeFileSync(
    join(clone, 'programs', 'npm'),
    `#!/bin/sh
echo once >> installs
rm -rf node_modules && mkdir -p node_modules/.bin node_modules/node
ln -s '${process.execPath}' node_modules/.bin/node
echo '{"version":"${process.version.slice(1)}"}' > node_modules/node/package.json
cp package-lock.json node_modules/.package-lock.json
`,
  )
  chmodSync(join(clone, 'programs', 'npm'), 0o755)
  return clone
}

function lock(clone: string, version: string): void {
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/node': { version } } }))
}

function installs(clone: string): number {
  return readFileSync(join(clone, 'installs'), 'utf8').trim().split('\n').length
}

function start(clone: string): Promise<string> {
  const env = { PATH: `${join(clone, 'programs')}:/usr/bin:/bin` }
  return new Promise(resolve => {
    execFile(process.execPath, [join(clone, 'bin', 'probe.mjs')], { env }, (_error, out, err) =>
      resolve((out || err.split('\n').at(-2) || '').trim()),
    )
  })
}
