// People and agencies as small recognisable marks: initials and a chip, always with the name.
import { classes } from './classes.ts'

/**
 * Up to two initials of a name, whatever script it is in.
 * @example initials('Priya Shah') // "PS"
 */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return picked.map(word => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('') || '?'
}

/**
 * A person's name in the order it is said.
 * @example nameOf({ givenName: 'Ayo', familyName: 'Adeyemi' }) // "Ayo Adeyemi"
 */
export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return [givenName, familyName].filter(Boolean).join(' ')
}

/**
 * A worker with initials, name and agency.
 * @example <Worker name="Aisha Khan" agency="Harbour Victim Support" />
 */
export function Worker({ name, agency, small }: { name: string; agency?: string | undefined; small?: boolean | undefined }) {
  return (
    <span class={classes('kith-worker', small && 'kith-worker--small')}>
      <span class="kith-face" aria-hidden="true">
        {initials(name)}
      </span>
      <span class="kith-worker__words">
        <span class="kith-worker__name">{name}</span>
        {agency ? <span class="kith-worker__agency">{agency}</span> : null}
      </span>
    </span>
  )
}
