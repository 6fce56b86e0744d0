/** In the form of a share: how soon it is to be opened. */
import { Radios } from '../../../ui/index.ts'

/** @example <UrgentChoice /> */
export function UrgentChoice() {
  return (
    <Radios
      name="openWithin"
      value=""
      label="How soon must they open it?"
      hint="If nobody has opened it by then, their whole team is told."
      inline
      small
      choices={[
        { value: '', label: 'No hurry' },
        { value: '1', label: 'Within 1 hour' },
        { value: '4', label: 'Within 4 hours' },
        { value: '24', label: 'Within a day' },
      ]}
    />
  )
}
