/** The three answers, in bits: from where two records are one person, from where a human is asked, and from where nobody is. */

export const thresholds = {
  /** A thousand to one, name and date of birth agreeing: taken as the same without asking. Fewer, and one in some hundreds would be wrong, which nobody would notice. */
  certain: 10,
  /** As likely as not: worth a human's look. Fewer, and most questions would be about two people. */
  ask: 0,
  /** Sixteen to one against, name or date of birth differing: a group that would hold both is not made. */
  apart: -4,
}

export type Answer = 'certain' | 'ask' | 'no'

/** What to do with a pair that was weighed. */
export function answerTo({ bits, doubtful }: { bits: number; doubtful: boolean }): Answer {
  if (bits >= thresholds.certain && !doubtful) return 'certain'
  return bits >= thresholds.ask ? 'ask' : 'no'
}
