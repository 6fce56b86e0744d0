/** Organisations, vehicles and groups in a case, and the form that adds one. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { Button, capital, Card, Details, Form, Marks, PostButton, Radios, Select, Tag, TextField, When } from '../../../ui/index.ts'
import { type CaseHead, MarkFields, WhoCanRead } from '../../cases/index.ts'
import type { CaseObject } from '../case-queries.ts'
import { caseObjectsLink, objectEndingLink } from '../links.ts'

export type ObjectsProps = { head: CaseHead; objects: CaseObject[]; invalid?: Invalid | undefined }

/** The card below the people. */
export function ObjectsCard({ head, objects, invalid }: ObjectsProps) {
  return (
    <Card title="Organisations, vehicles and groups" id="objects" count={objects.filter(one => !one.endedAt).length}>
      {objects.length === 0 ? (
        <p class="kith-none">None recorded.</p>
      ) : (
        <ul class="kith-plain-list">
          {objects.map(one => (
            <ObjectLine head={head} one={one} />
          ))}
        </ul>
      )}
      {head.mayContribute ? (
        <Details add summary="Add an organisation, vehicle or group" open={invalid !== undefined} id="add-object">
          <ObjectForm head={head} invalid={invalid} />
        </Details>
      ) : null}
    </Card>
  )
}

function ObjectLine({ head, one }: { head: CaseHead; one: CaseObject }) {
  return (
    <li class="kith-fact">
      <div>
        <strong>{one.name}</strong>
        {one.identifier ? ` ${one.identifier}` : ''}{' '}
        <Tag kind={one.endedAt ? 'quiet' : 'blue'}>{one.endedAt ? `was ${one.role}` : one.role}</Tag>{' '}
        <Marks mark={{ side: one.side }} sides={programmeOf(head).sides} /> {one.basis}
      </div>
      <div class="kith-provenance">
        <span>
          {capital(one.kind)} ·&nbsp;{one.addedByName} ·&nbsp;
          <When at={one.addedAt} time={false} />
        </span>
        {one.endedAt ? (
          <span>
            ended <When at={one.endedAt} time={false} />
          </span>
        ) : null}
        <WhoCanRead what="object" id={one.id} />
        {!one.endedAt && head.mayContribute ? (
          <PostButton action={objectEndingLink(head.id, one.id)} kind="quiet" small>
            No longer in this case
          </PostButton>
        ) : null}
      </div>
    </li>
  )
}

function ObjectForm({ head, invalid }: Pick<ObjectsProps, 'head' | 'invalid'>) {
  return (
    <Form id="object" action={caseObjectsLink(head.id)} draft={`object:${head.id}`} refused={invalid}>
      <Radios
        name="kind"
        label="What is it?"
        inline
        choices={[
          { value: 'organisation', label: 'Organisation' },
          { value: 'vehicle', label: 'Vehicle' },
          { value: 'group', label: 'Group' },
        ]}
      />
      <TextField name="name" label="Name" autocomplete="off" hint="For a vehicle, what it looks like: “white Ford Transit”" />
      <TextField name="identifier" label="Number" optional width={20} autocomplete="off" hint="Registration, company or charity number" />
      <Select
        name="role"
        label="Role in this case"
        empty="Choose a role"
        choices={programmeOf(head).objectRoles.map(role => ({ value: role, label: role }))}
      />
      <TextField name="basis" label="How do we know?" optional autocomplete="off" />
      <MarkFields head={head} sensitive={false} />
      <Button kind="secondary">Add it</Button>
    </Form>
  )
}
