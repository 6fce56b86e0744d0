/** A real ClamAV daemon for tests, which knows one harm: the harmless string that every virus scanner calls a virus. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const program = '/usr/sbin/clamd'

/** Whether ClamAV's daemon is installed on this machine (Debian: clamav-daemon). */
export const clamdIsHere = existsSync(program)

/** The test string of the European Institute for Computer Antivirus Research, in two halves so that no scanner minds this file. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** Where the daemon of a folder listens once it runs. */
export const clamdSocket = (folder: string): string => join(folder, 'clamd.ctl')

/**
 * Starts the daemon and comes back when it answers; no list of viruses is fetched, and it takes files of up to 1 MB.
 * With `blind` it has been told not to mind the one harm.
 * @example const stop = await startClamd(folder)
 */
export async function startClamd(folder: string, { blind = false } = {}): Promise<() => Promise<void>> {
  const [known, conf] = [join(folder, 'known'), join(folder, 'clamd.conf')]
  mkdirSync(known, { recursive: true })
  writeFileSync(join(known, 'test.ign2'), blind ? 'Kith.Test\n' : '')
  writeFileSync(join(known, 'test.ndb'), `Kith.Test:0:*:${Buffer.from(eicar).toString('hex')}\n`)
  writeFileSync(conf, `DatabaseDirectory ${known}\nLocalSocket ${clamdSocket(folder)}\nForeground yes\nStreamMaxLength 1M\n`)
  const child = spawn(program, ['--config-file', conf], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) if (line.startsWith('Self checking')) break
  child.stdout.resume()
  return async () => {
    child.kill()
    await ended
  }
}
