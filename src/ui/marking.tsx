// The protective marking that stands at the top and bottom of a page, on screen and on paper.
export type MarkingName = 'OFFICIAL' | 'OFFICIAL-SENSITIVE'

/**
 * A protective marking. Pages show it twice by themselves when given `marking`.
 * @example <Marking name="OFFICIAL-SENSITIVE" />
 */
export function Marking({ name }: { name?: MarkingName | undefined }) {
  if (!name) return null
  return (
    <p class={`kith-marking kith-marking--${name.toLowerCase()}`}>
      <span class="govuk-visually-hidden">Protective marking: </span>
      {name}
    </p>
  )
}
