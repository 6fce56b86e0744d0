/** Whether a password would be found soon by somebody who guesses. */
import { createRequire } from 'node:module'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** What is typed beyond this makes nothing easier to guess, and looking at it takes time. */
const looksAt = 64
/** Found with fewer than a hundred million guesses: the authors of the measure call these "very", "somewhat" and "still guessable". */
const enough = 3

let judge: ZxcvbnFactory | undefined

/**
 * Whether a password is among the tens of thousands that people use most, or like one of them, a date, a row of keys or a repetition.
 * @example isGuessable('manchesterunited') // true
 */
export const isGuessable = (password: string): boolean => (judge ??= learn()).check(password.slice(0, looksAt)).score < enough

/** The lists are large and seldom asked: they are read when the first password is chosen. */
function learn(): ZxcvbnFactory {
  const load = createRequire(import.meta.url)
  const { ZxcvbnFactory } = load('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core')
  const { dictionary, adjacencyGraphs } = load('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common')
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
