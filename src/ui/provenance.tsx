// The small line under a record that makes trust visible: who wrote it, for whom, who can read it.
import type { Child } from '#jsx/element'
import { Icon } from './icon.tsx'

type ProvenanceProps = {
  author?: string | undefined
  agency?: string | undefined
  when?: Child
  /** Who can read it, in words: "Housing, Police and you". */
  readers?: string | undefined
  whyHref?: string | undefined
}

/**
 * Who wrote it, for which agency, and who can read it.
 * @example <Provenance author="Aisha Khan" agency="Harbour" readers="3 agencies" whyHref="/cases/1/access" />
 */
export function Provenance({ author, agency, when, readers, whyHref }: ProvenanceProps) {
  return (
    <p class="kith-provenance">
      {author ? (
        <span>
          {author}
          {agency ? `, ${agency}` : ''}
        </span>
      ) : null}
      {when ? <span>{when}</span> : null}
      {readers ? (
        <span>
          <Icon name="eye" size={14} /> {readers} can read this
        </span>
      ) : null}
      {whyHref ? <a href={whyHref}>Why can I see this?</a> : null}
    </p>
  )
}
