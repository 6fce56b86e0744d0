/** The documents of a case, and the form that adds to them. */
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  capital,
  Card,
  day,
  Details,
  EmptyState,
  FileField,
  Form,
  LinkButton,
  Marks,
  type Refused,
  Select,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields, WhoCanRead } from '../../cases/index.ts'
import { OpenedOnly, type PossibleReader, RestrictChoice } from '../../readers/index.ts'
import { documentKinds } from '../inputs.ts'
import { documentLink, documentsLink, letterLink, packLink, scanLink } from '../links.ts'
import type { ListedDocument } from '../queries.ts'
import { sizeWords, typeWords } from './words.ts'

type Sides = ReturnType<typeof programmeOf>['sides']
type DocumentsProps = {
  head: CaseHead
  documents: ListedDocument[]
  most: number
  found: PossibleReader[]
  refused?: Refused | undefined
}

/** The page `/cases/:id/documents`. */
export function DocumentsPage({ head, documents, most, found, refused }: DocumentsProps) {
  return (
    <CasePage head={head} here="documents">
      {head.mayContribute ? <AddDocuments {...{ head, most, found, refused }} /> : null}
      <Card title="Documents" count={documents.length} actions={<Actions head={head} />} flush>
        <Table
          caption="Documents"
          rows={documents}
          columns={columnsOf(programmeOf(head).sides)}
          empty={
            <EmptyState icon="document" title="No documents yet">
              Orders, letters, photos and scans will be listed here, newest first.
            </EmptyState>
          }
        />
      </Card>
    </CasePage>
  )
}

function Actions({ head }: { head: CaseHead }) {
  return (
    <>
      {head.mayContribute ? (
        <LinkButton href={scanLink(head.id)} kind="quiet" small>
          Scan pages
        </LinkButton>
      ) : null}
      {head.mayContribute ? (
        <LinkButton href={letterLink(head.id)} kind="quiet" small>
          Write a letter
        </LinkButton>
      ) : null}
      <LinkButton href={packLink(head.id)} kind="quiet" small leaves>
        Case pack
      </LinkButton>
    </>
  )
}

function AddDocuments({ head, most, found, refused }: Omit<DocumentsProps, 'documents'>) {
  return (
    <Details add summary="Add documents" open={Boolean(refused)} id="add">
      <Form action={documentsLink(head.id)} refused={refused} files>
        <TextField name="title" label="Title" optional hint="Left empty, the name of the file becomes the title." />
        <Select name="kind" label="Kind" choices={documentKinds.map(kind => ({ value: kind, label: kind }))} />
        <MarkFields head={head} />
        <RestrictChoice found={found} />
        <FileField
          name="files"
          label="Files"
          multiple
          hint={`Up to ${sizeWords(most)} each, 20 at a time. The location is taken out of photos, but not out of films.`}
        />
        <FileField name="photo" label="Or take a photo" accept="image/*" capture="environment" optional />
        <Button>Add documents</Button>
      </Form>
    </Details>
  )
}

const columnsOf = (sides: Sides) => [
  {
    title: 'Document',
    heading: true,
    cell: (one: ListedDocument) => (
      <>
        {one.restricted ? (
          <OpenedOnly href={documentLink(one.id)} />
        ) : (
          <a href={documentLink(one.id)} dir="auto">
            {one.title}
          </a>
        )}{' '}
        <Marks mark={{ side: one.side, category: one.category }} sides={sides} />
        <div class="kith-row__about kith-table__foot">
          <WhoCanRead what="document" id={one.id} />
        </div>
      </>
    ),
  },
  { title: 'Kind', plain: true as const, cell: (one: ListedDocument) => capital(one.kind) },
  {
    title: 'File',
    plain: true as const,
    cell: (one: ListedDocument) => (
      <>
        {typeWords(one.type)}, {sizeWords(one.size)}
        {one.versions > 1 ? `, version ${one.versions}` : ''}
      </>
    ),
  },
  {
    title: 'Added by',
    spare: true,
    cell: (one: ListedDocument) => (
      <>
        {one.workerName}, {one.agencyName}
      </>
    ),
  },
  { title: 'When', plain: true as const, cell: (one: ListedDocument) => day(one.addedAt) },
]
