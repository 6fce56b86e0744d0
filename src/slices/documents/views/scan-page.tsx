/** The page that makes a document of photographed pages. */
import { Button, ButtonRow, Card, FileField, Form, type Refused, Select, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields } from '../../cases/index.ts'
import { type PossibleReader, RestrictChoice } from '../../readers/index.ts'
import { documentKinds } from '../inputs.ts'
import { documentsLink, scanLink } from '../links.ts'

/** The page `/cases/:id/scans/new`. */
export function ScanPage({ head, found = [], refused }: { head: CaseHead; found?: PossibleReader[]; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Scan pages">
        <Form action={scanLink(head.id)} refused={refused} files values={{ kind: 'Scan' }}>
          <TextField name="title" label="Title" hint="Such as “Questionnaire, Unit 6”." />
          <MarkFields head={head} />
          <RestrictChoice found={found} />
          <Select name="kind" label="Kind" choices={documentKinds.map(kind => ({ value: kind, label: kind }))} />
          <FileField
            name="files"
            label="Photos of the pages"
            accept="image/jpeg,image/png,image/webp"
            multiple
            hint="One photo for each page, in order. They become one PDF, and their location is taken out."
          />
          <ButtonRow>
            <Button>Save as one document</Button>
            <a href={documentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}
