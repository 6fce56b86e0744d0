// Who may see a row of a case: its side, what makes it sensitive, and whether only named readers open it.
import { Radios, Select } from './choice-field.tsx'
import { Tag } from './tag.tsx'

/** The categories of sensitive information. Their keys stand in the database (is_category). */
export const categories = [
  { key: 'health', name: 'Health' },
  { key: 'safe address', name: 'Safe address or number' },
  { key: 'sexual orientation', name: 'Sexual orientation' },
  { key: 'immigration', name: 'Immigration' },
  { key: 'other', name: 'Other' },
] as const

type Sides = readonly { key: string; name: string }[]

/** What a form sends while whoever works several sides has not said for which of them they write. */
export const sideUnsaid = 'unsaid'

/**
 * The sides of a case on which something may be put; nothing when the case is not split for this worker. Whoever works several has to say which: what goes to everybody by oversight tells one side where the other lives.
 * @example <SideChoice sides={[{ key: 'victim', name: 'Victim side' }, { key: 'subject', name: 'Perpetrator side' }]} />
 */
export function SideChoice({ sides, unsaid }: { sides: Sides; unsaid?: string | undefined }) {
  if (sides.length === 0) return null
  const choices = [
    ...(unsaid ? [{ value: '', label: unsaid }] : []),
    ...sides.map(side => ({ value: side.key, label: side.name })),
    { value: 'all', label: 'Everybody on the case', hint: 'Also those who work only the other side.' },
  ]
  // Whoever works one side writes for that side unless they say otherwise.
  const [only] = sides.length === 1 && !unsaid ? sides : []
  const asks = sides.length > 1 && !unsaid
  return (
    <>
      {asks ? <input type="hidden" name="side" value={sideUnsaid} /> : null}
      <Radios name="side" label="Who may see this?" choices={choices} value={only?.key ?? (asks ? sideUnsaid : '')} />
    </>
  )
}

/**
 * What makes something sensitive, if anything does.
 * @example <SensitivityChoice value="health" />
 */
export function SensitivityChoice({ value }: { value?: string }) {
  return (
    <Select
      name="category"
      label="Is it sensitive?"
      hint="Only those to whom this kind of information was opened will see it. It is then not found by search."
      empty="Not sensitive"
      choices={categories.map(one => ({ value: one.key, label: one.name }))}
      value={value ?? ''}
    />
  )
}

/**
 * Says who may see a row when that is not everybody on the case.
 * @example <Marks mark={{ side: 'victim', category: 'health' }} sides={[{ key: 'victim', name: 'Victim side' }]} />
 */
export function Marks({
  mark: { side, category, restricted },
  sides = [],
}: {
  mark: { side?: string | null; category?: string | null; restricted?: boolean }
  sides?: Sides | undefined
}) {
  return (
    <>
      {side ? <Tag kind="violet">{sides.find(one => one.key === side)?.name ?? 'One side only'}</Tag> : null}{' '}
      {category ? <Tag kind="red">Sensitive: {categories.find(one => one.key === category)?.name.toLowerCase() ?? category}</Tag> : null}{' '}
      {restricted ? <Tag kind="red">Restricted</Tag> : null}
    </>
  )
}
