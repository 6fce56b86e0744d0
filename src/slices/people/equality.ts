/** Equality monitoring: the protected characteristics, and answers as the 2021 census words them. Source: Equality Act 2010, section 149. */
import { z } from 'zod'
import { type Db, newId } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'

export const equalityQuestions = [
  { question: 'age', field: 'age', answers: ['Under 18', '18 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 or over'] },
  { question: 'disability', field: 'disability', answers: ['Yes, limited a lot', 'Yes, limited a little', 'No'] },
  {
    question: 'gender reassignment',
    field: 'genderReassignment',
    answers: ['Gender is the same as registered at birth', 'Gender is different from that registered at birth'],
  },
  {
    question: 'marriage or civil partnership',
    field: 'marriage',
    answers: ['Never married', 'Married', 'In a civil partnership', 'Separated', 'Divorced or dissolved', 'Widowed'],
  },
  { question: 'pregnancy or maternity', field: 'pregnancy', answers: ['Yes', 'No'] },
  {
    question: 'race',
    field: 'race',
    answers: [
      'White: English, Welsh, Scottish, Northern Irish or British',
      'White: Irish',
      'White: Gypsy or Irish Traveller',
      'White: Roma',
      'White: other',
      'Mixed: White and Black Caribbean',
      'Mixed: White and Black African',
      'Mixed: White and Asian',
      'Mixed: other',
      'Asian: Indian',
      'Asian: Pakistani',
      'Asian: Bangladeshi',
      'Asian: Chinese',
      'Asian: other',
      'Black: Caribbean',
      'Black: African',
      'Black: other',
      'Arab',
      'Any other',
    ],
  },
  {
    question: 'religion or belief',
    field: 'religion',
    answers: ['No religion', 'Buddhist', 'Christian', 'Hindu', 'Jewish', 'Muslim', 'Sikh', 'Any other'],
  },
  { question: 'sex', field: 'sex', answers: ['Female', 'Male'] },
  { question: 'sexual orientation', field: 'orientation', answers: ['Straight or heterosexual', 'Gay or lesbian', 'Bisexual', 'Other'] },
]

const answer = z.string().trim().max(200, 'Shorten the answer to 200 characters.').default('')
export const newEquality = z.object({
  ...Object.fromEntries(equalityQuestions.map(({ field }) => [field, answer])),
  ownWords: answer,
  ownWordsFor: z.string().default(''),
  source: z.enum(['self', 'observed'], { error: 'Say who said so.' }),
}) as unknown as z.ZodType<Record<string, string>>

/** Records the answers given, for the worker's own agency. */
export async function recordEquality(
  db: Db,
  personId: string,
  { source = 'self', ownWords = '', ownWordsFor, ...said }: Record<string, string>,
): Promise<void> {
  const answers = equalityQuestions
    .map(({ question, field }) => ({ question, answer: (field === ownWordsFor && ownWords) || said[field] || '' }))
    .filter(one => one.answer)
  if (answers.length === 0)
    throw new Invalid(
      { ownWordsFor: ownWords ? 'Choose which question these words answer.' : 'Choose at least one answer.' },
      { ...said, ownWords, source },
    )
  const common = { personId, agencyId: db.actor.agencyId, source, recordedBy: db.actor.workerId }
  await db
    .insertInto('equalityAnswers')
    .values(answers.map(one => ({ id: newId(), ...common, ...one })))
    .execute()
  await record(db, 'equality_recorded', { subjectId: personId })
}
