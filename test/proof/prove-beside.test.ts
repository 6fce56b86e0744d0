/** The other half of the random worlds, on the other processor. */
import { proveHalf } from './prove.ts'

proveHalf('second')
