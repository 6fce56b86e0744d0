/** The fields of a task, for giving one and for changing one. */
import { type Choice, DateField, Select, TextArea, TextField } from '../../../ui/index.ts'
import type { Aim, Reached } from '../queries.ts'

type TaskFieldsProps = { aims: Aim[]; reached: Reached[]; me: string }

/** What, who, by when; and, when there is more to say, for which of these aims and how. */
export function TaskFields({ aims, reached, me }: TaskFieldsProps) {
  return (
    <>
      <TextField name="title" label="What is to be done?" />
      <Select name="to" label="Who will do it?" choices={whoChoices(reached, me)} />
      <DateField name="due" label="By when?" hint="Such as Friday, in 2 weeks or 24/11." />
      {aims.length > 0 ? (
        <Select
          name="aim"
          label="Which aim does it serve?"
          optional
          empty="None in particular"
          choices={aims.map(aim => ({ value: aim.id, label: aim.title }))}
        />
      ) : null}
      <TextArea name="detail" label="Anything else to know" optional rows={3} limit={4000} />
    </>
  )
}

/** Everybody a task can go to: the worker first, then agencies, teams and workers. */
function whoChoices(reached: Reached[], me: string): Choice[] {
  const mine = reached.filter(one => one.id === me).map(one => ({ value: one.id, label: `Me (${one.name})` }))
  return [...mine, ...reached.filter(one => one.id !== me).map(one => ({ value: one.id, label: labelOf(one) }))]
}

/** A name with what it is, so that an agency is not taken for a person. */
function labelOf({ kind, name, agencyName }: Reached): string {
  if (kind === 'agency') return `${name} (everybody there)`
  if (kind === 'team') return agencyName ? `${name} (team of ${agencyName})` : `${name} (team of several agencies)`
  return agencyName ? `${name}, ${agencyName}` : name
}
