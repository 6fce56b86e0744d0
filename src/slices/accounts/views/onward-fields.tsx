// Carries from step to step where a sign-in leads, and the form that waits for it.
import type { Onward } from '../inputs.ts'

export function OnwardFields({ onward: { next, carried } }: { onward: Onward }) {
  return (
    <>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {carried ? <input type="hidden" name="carried" value={carried} /> : null}
    </>
  )
}
