/** The fields that say who in a case may see what is being written. */
import { programmeOf } from '../../../programmes/index.ts'
import { SensitivityChoice, SideChoice } from '../../../ui/index.ts'
import type { CaseHead } from '../queries.ts'

type Sided = Pick<CaseHead, 'programme' | 'programmeVersion' | 'mySides'>

type MarkFieldsProps = {
  head: Sided
  /** Whether it can be called sensitive. */
  sensitive?: boolean
  /** Whether the role says the side, when nobody else does. */
  byRole?: boolean
}

/** A choice of side when the case has sides, and of what makes it sensitive. */
export function MarkFields({ sensitive = true, ...side }: MarkFieldsProps) {
  return (
    <>
      <SideField {...side} />
      {sensitive ? <SensitivityChoice /> : null}
    </>
  )
}

/** The choice of side alone, where it must not be overlooked. */
export function SideField({ head, byRole = false }: Omit<MarkFieldsProps, 'sensitive'>) {
  return <SideChoice sides={sidesOf(head)} unsaid={byRole ? 'As the role says' : undefined} />
}

/** Whether whoever writes has to say for which side, because they work several. */
export const asksSide = (head: Sided): boolean => sidesOf(head).length > 1

const sidesOf = (head: Sided) => programmeOf(head).sides?.filter(side => head.mySides.includes(side.key)) ?? []
