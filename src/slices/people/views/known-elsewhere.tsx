/** What a worker may know of somebody whom another agency knows: whom to ask, and nothing more. */
import { Notice } from '../../../ui/index.ts'
import type { KnownTo } from '../../matching/index.ts'

/** @example <KnownElsewhere known={[{ agency: 'Wexmoor Homes', contact: 'Ring the front desk' }]} /> */
export function KnownElsewhere({ known }: { known: KnownTo[] }) {
  return (
    <>
      {known.map(({ agency, contact }) => (
        <Notice kind="attention" title={`${agency} may know this person`}>
          Ask them before you add somebody new. {contact}
        </Notice>
      ))}
    </>
  )
}
