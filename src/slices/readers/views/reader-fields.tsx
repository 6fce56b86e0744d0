/** The fields that keep something to named readers. */
import { Checkboxes, TextField } from '../../../ui/index.ts'
import type { PossibleReader } from '../queries.ts'

/**
 * Keeps what is being written to readers named by its author. `found` are those whom a name may mean, when it was not clear.
 * @example <RestrictChoice found={found} />
 */
export function RestrictChoice({ found }: { found: PossibleReader[] }) {
  return (
    <Checkboxes
      name="restricted"
      label="Is it for named readers only?"
      choices={[
        {
          value: 'yes',
          label: 'Only named readers',
          hint: 'Nobody else learns that it exists, not even whoever leads the case.',
          reveal: <ReaderFields label="Who else may read it?" optional found={found} />,
        },
      ]}
    />
  )
}

/** Names to be typed, and a choice of whom they mean when that was not clear. */
export function ReaderFields({ label, optional, found }: { label: string; optional?: boolean; found: PossibleReader[] }) {
  return (
    <>
      <TextField
        name="readers"
        label={label}
        optional={optional}
        autocomplete="off"
        hint="Names, with commas between. They must work this part of the case already."
      />
      {found.length > 0 ? (
        <Checkboxes
          name="reader"
          label="Whom do you mean?"
          choices={found.map(one => ({ value: one.id, label: `${one.name} (${one.agencyName})` }))}
        />
      ) : null}
    </>
  )
}
