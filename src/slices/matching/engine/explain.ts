/** Says why two records may be one person: each field in words, and what it weighs. */
import type { Compared } from './fields.ts'
import type { Model, Weighed } from './model.ts'

export interface Reason {
  field: string
  says: string
  /** Bits for one person, or, below zero, against it. */
  bits: number
}

/** The fields that both sides say something about, in the order of the fields. */
export function explain(model: Model, { levels }: Compared, { each, home }: Weighed): Reason[] {
  const reasons = levels.flatMap((level, at) => {
    const field = model.fields[at]
    const plain = field?.name === 'order' && level === 0
    return field && level >= 0 && !plain ? [{ field: field.label, says: field.levels[level]?.says ?? '', bits: each[at] ?? 0 }] : []
  })
  return home < -1
    ? [...reasons, { field: 'Same home', says: 'two people who live together would agree in this too', bits: home }]
    : reasons
}
