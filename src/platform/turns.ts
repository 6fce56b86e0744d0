/** Lets only so many do something at once. */

/**
 * At most so many at once; whoever comes later waits for their turn, in the order of coming.
 * @example const inTurn = turns(2); await inTurn(() => countWaiting(db))
 */
export function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async work => {
    if (free > 0) free--
    else await new Promise<void>(begin => waiting.push(begin))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
