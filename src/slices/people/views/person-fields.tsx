/** Fields that describe a person, for every form that does. */
import { Details, Radios, Select, TextField } from '../../../ui/index.ts'
import type { LearningPlaces } from '../queries.ts'

/** Names and date of birth. */
export function NameFields() {
  return (
    <>
      <TextField name="givenName" label="Given name" width={20} autocomplete="off" hint="Or what you know, such as “Unknown man”" />
      <TextField name="familyName" label="Family name" width={20} autocomplete="off" optional />
      <TextField
        name="born"
        label="Date of birth"
        width={20}
        autocomplete="off"
        optional
        hint="As you know it: 12 March 1990, March 1990, about 1984, aged 30"
      />
    </>
  )
}

/** What else may be known of somebody new. */
export function MoreFields() {
  return (
    <Details summary="More: other name, phone, address">
      <TextField name="otherName" label="Also known as" width={20} autocomplete="off" optional />
      <TextField name="gender" label="Gender" width={20} autocomplete="off" optional hint="In their own words" />
      <TextField name="phone" label="Phone" type="tel" width={20} autocomplete="off" optional />
      <TextField name="address" label="Address" autocomplete="off" optional />
      <TextField name="postcode" label="Postcode" width={10} autocomplete="off" optional />
    </Details>
  )
}

/** Where something was learnt, which decides who sees it. One place needs no question. */
export function LearntInField({ places }: { places: LearningPlaces }) {
  const choices = [
    ...places.cases.map(one => ({ value: one.id, label: `${one.title} (${one.reference})` })),
    ...(places.ownList ? [{ value: '', label: 'Our own list: everybody who sees this person' }] : []),
  ]
  if (choices.length === 1) return <input type="hidden" name="caseId" value={choices[0]?.value} />
  const hint = 'Those who may read that case will see it, and nobody else.'
  return choices.length > 4 ? (
    <Select name="caseId" label="Where did you learn this?" hint={hint} choices={choices} />
  ) : (
    <Radios name="caseId" label="Where did you learn this?" hint={hint} choices={choices} value={choices[0]?.value} />
  )
}
