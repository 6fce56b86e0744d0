/** Moves a case to another stage; beside each stands what stops the case from going there. */
import type { Invalid } from '../../../platform/errors.ts'
import { type HardStop, programmeOf } from '../../../programmes/index.ts'
import { Button, Card, Form, Radios } from '../../../ui/index.ts'
import { stopOf } from '../hard-stops.ts'
import { caseLink } from '../links.ts'
import type { CaseHead } from '../queries.ts'

/** @example <StageCard head={head} stops={await listHardStops(db, head)} refused={refused} /> */
export function StageCard({ head, stops, refused }: { head: CaseHead; stops: HardStop[]; refused?: Invalid | undefined }) {
  const held = programmeOf(head).stages.map(({ key }) => (key === head.stage ? undefined : stopOf(stops, { stage: key })?.sentence))
  return (
    <Card title="Stage">
      <Form id="stage" action={`${caseLink(head.id)}/stage`} refused={refused} values={{ stage: head.stage }}>
        <input type="hidden" name="version" value={head.version} />
        <Radios
          name="stage"
          label="Where has it got to?"
          choices={programmeOf(head).stages.map(({ key, name }, n) => ({
            value: key,
            label: name,
            hint: held[n] && held[n] === held[n - 1] ? 'Not yet, for the same reason.' : held[n],
          }))}
        />
        <Button kind="secondary">Move to this stage</Button>
      </Form>
    </Card>
  )
}
