/** All that others may use of matching. It rests on no other slice, so that people may use it. */
export { matchFields } from './columns.ts'
export type { Rates } from './engine/evaluate.ts'
export type { Reason } from './engine/explain.ts'
export { thresholds } from './engine/thresholds.ts'
export { evaluateFile, type FileEvaluation } from './evaluate-file.ts'
export { mergeEndingLink, pairLink, pairsLink } from './links.ts'
export { askAbout, askAboutAll, findRecords, listMerges, listOpenPairs, shownInstead, whyAlike } from './pairs.ts'
export { type Described, findSame, type KnownTo, type Same } from './same.ts'
