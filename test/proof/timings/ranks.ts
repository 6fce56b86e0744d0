/** Whether one kind of request takes longer than another: by the ranks of differences, so that neither a slow moment nor the shape of the times decides. */

/** What was measured at one moment, in random order: something hidden, something absent, and something else that is absent. Milliseconds. */
export interface Round {
  hidden: number
  absent: number
  control: number
}

export interface Verdict {
  /** Medians of what was hidden and what was absent, in milliseconds. */
  hidden: number
  absent: number
  /** The median of what hidden took longer than absent in the same round. */
  difference: number
  /** The same between two absent ones. */
  control: number
  /** How far from nothing a median of the control's differences may lie by chance: smaller differences are not seen. */
  noise: number
  /** How far the ranks of the differences are from those of chance, in standard deviations (Wilcoxon's signed ranks). */
  z: number
  controlZ: number
  /** `unsound` when even two absent ones differ: then the run tells nothing. */
  says: 'alike' | 'differs' | 'unsound'
}

/** So many standard deviations are chance once in 16,000 times. */
const clearly = 4

/**
 * A kind differs when the ranks of its differences lie 4 standard deviations from chance, and their median is further from nothing
 * than 4 standard deviations of the control's: two absent ones, asked in the same rounds.
 * @example const { says } = judge(rounds)
 */
export function judge(rounds: Round[]): Verdict {
  const differences = rounds.map(({ hidden, absent }) => hidden - absent)
  const controls = rounds.map(({ control, absent }) => control - absent)
  const [difference, noise] = [median(differences), noiseOf(controls)]
  const [z, controlZ] = [signedRanks(differences), signedRanks(controls)]
  const differs = Math.abs(z) >= clearly && Math.abs(difference) > noise
  return {
    hidden: median(rounds.map(round => round.hidden)),
    absent: median(rounds.map(round => round.absent)),
    difference,
    control: median(controls),
    noise,
    z,
    controlZ,
    says: Math.abs(controlZ) >= clearly ? 'unsound' : differs ? 'differs' : 'alike',
  }
}

/**
 * Wilcoxon's signed ranks as standard deviations from what chance gives: above 0 when the numbers are mostly above it.
 * @example signedRanks(pairs.map(([one, other]) => one - other))
 */
export function signedRanks(numbers: number[]): number {
  const ranked = numbers.filter(number => number !== 0).sort((a, b) => Math.abs(a) - Math.abs(b))
  const count = ranked.length
  if (count === 0) return 0
  const sum = ranked.reduce((total, number, index) => total + Math.sign(number) * (index + 1), 0)
  return sum / Math.sqrt((count * (count + 1) * (2 * count + 1)) / 6)
}

/** The further end of the interval in which the median lies, by the ranks of the numbers alone. */
function noiseOf(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [middle, reach] = [(sorted.length - 1) / 2, (clearly * Math.sqrt(sorted.length)) / 2]
  const at = (place: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(place)))] ?? 0
  return Math.max(Math.abs(at(middle - reach)), Math.abs(at(middle + reach)))
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
