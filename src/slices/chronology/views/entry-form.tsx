/** The note box: open, write, save. What else there is to say is guessed, and can be said. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { Button, Card, Checkboxes, DateTimeField, Details, Form, nameOf, Select, SensitivityChoice, TextArea } from '../../../ui/index.ts'
import { type CaseFacts, asksSide, type CaseHead, MarkFields, SideField } from '../../cases/index.ts'
import { type PossibleReader, RestrictChoice } from '../../readers/index.ts'
import { entriesLink } from '../links.ts'

type EntryFormProps = {
  head: CaseHead
  people: CaseFacts['people']
  invalid?: Invalid | undefined
  kept?: string | undefined
  found: PossibleReader[]
}

/** The box at the top of the timeline. Its words are kept as they are typed. */
export function EntryForm({ head, people, invalid, kept, found }: EntryFormProps) {
  const programme = programmeOf(head)
  // Not within what is folded up: it must not be overlooked.
  const sideFirst = asksSide(head)
  return (
    <Card id="note-box">
      <Form id="note" class="kith-note" action={entriesLink(head.id)} draft={`entry:${head.id}`} kept={kept} refused={invalid}>
        <TextArea
          name="body"
          label="Write a note"
          quietLabel
          rows={2}
          limit={20_000}
          placeholder="Write a note. What happened, who was there, what comes next?"
        />
        {sideFirst ? <SideField head={head} /> : null}
        <div class="kith-note-foot">
          <Select
            name="kind"
            label="Kind"
            quietLabel
            empty="Kind: from the words"
            choices={programme.entryKinds.map(kind => ({ value: kind.key, label: kind.name }))}
          />
          <span class="kith-guess">Now, about whom you name, unless you say otherwise</span>
          <Button small>Save note</Button>
        </div>
        <Details summary="When, who, who may see it" open={Boolean(invalid)}>
          <DateTimeField name="occurred" label="When did it happen?" hint="Leave empty for now." />
          {people.length > 0 ? (
            <Checkboxes
              name="person"
              label="Who is it about?"
              hint="People you name are found by themselves."
              choices={people.map(person => ({ value: person.id, label: `${nameOf(person)} (${person.role})` }))}
            />
          ) : null}
          {programme.entryKinds.some(kind => kind.graded) ? <Grading /> : null}
          {sideFirst ? <SensitivityChoice /> : <MarkFields head={head} />}
          <RestrictChoice found={found} />
        </Details>
      </Form>
    </Card>
  )
}

/** Source and information as intelligence reports grade them (3x5x2). */
function Grading() {
  return (
    <>
      <Select
        name="source"
        label="How reliable is the source?"
        optional
        empty="Not graded"
        choices={[
          { value: '1', label: '1: reliable' },
          { value: '2', label: '2: untested' },
          { value: '3', label: '3: not reliable' },
        ]}
      />
      <Select
        name="information"
        label="How is it known?"
        optional
        empty="Not graded"
        choices={[
          { value: 'A', label: 'A: known directly' },
          { value: 'B', label: 'B: known indirectly, corroborated' },
          { value: 'C', label: 'C: known indirectly' },
          { value: 'D', label: 'D: not known' },
          { value: 'E', label: 'E: suspected to be false' },
        ]}
      />
    </>
  )
}
