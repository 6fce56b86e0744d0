/** All that others may use of matching. It rests on no other slice, so that people may use it. */
export { matchFields } from './columns.ts'
export type { Rates } from './engine/evaluate.ts'
export { thresholds } from './engine/thresholds.ts'
export { evaluateFile, type FileEvaluation } from './evaluate-file.ts'
