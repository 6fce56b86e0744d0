/** One half of the random worlds. */
import { proveHalf } from './prove.ts'

proveHalf('first')
