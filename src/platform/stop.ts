// A reason to end the program, told in plain sentences and without a stack trace.

/**
 * Thrown when Kith cannot go on for a reason that the person at the keyboard can mend.
 * @example throw new Stop('Port 3000 is taken: end what uses it, or set KITH_PORT to another one.')
 */
export class Stop extends Error {
  override name = 'Stop'
}

/**
 * Ends the process: a Stop prints its sentence, anything else prints where it went wrong.
 * @example main().catch(stopWith)
 */
export function stopWith(error: unknown): never {
  console.error(error instanceof Stop ? error.message : error)
  process.exit(1)
}
