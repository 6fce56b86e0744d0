/** Requests in words. A nil return says the same whether nothing is held or nothing may be told. */
import type { InformationRequest } from '../queries.ts'

export const nilReturn = 'We hold nothing that we can share.'

const answers: Record<string, string> = { share: 'Shared', nil: 'Nothing to share', refused: 'Refused' }

/** @example answerName(request) // "Refused" */
export const answerName = ({ answer }: Pick<InformationRequest, 'answer'>): string => answers[answer ?? ''] ?? ''
