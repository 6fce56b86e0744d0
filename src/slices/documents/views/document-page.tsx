/** One document: what it shows, its versions, and the form that adds the next. */
import { programmeOf } from '../../../programmes/index.ts'
import {
  BackLink,
  Button,
  capital,
  Card,
  Columns,
  dayAndTime,
  Details,
  EmptyState,
  FileField,
  Form,
  LinkButton,
  Marks,
  type Refused,
  Rows,
  stillAsked,
  SummaryList,
  TextField,
  When,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, WhoCanRead } from '../../cases/index.ts'
import { documentLink, documentsLink, fileLink, printLetterLink } from '../links.ts'
import type { FoundDocument } from '../queries.ts'
import { Preview } from './preview.tsx'
import { sizeWords, typeWords } from './words.ts'

type Version = FoundDocument['versions'][number]
type DocumentProps = {
  head: CaseHead
  found: FoundDocument
  shown: Version
  text?: string | undefined
  /** Why nobody can open it. */
  shut?: string | undefined
  refused?: Refused | undefined
}

/** The page `/documents/:id`. */
export function DocumentPage({ head, found, shown, text, shut, refused }: DocumentProps) {
  return (
    <CasePage head={head} here="documents">
      <BackLink href={documentsLink(head.id)} label="All documents" />
      <Columns aside={<Aside head={head} found={found} shown={shown} refused={refused} />}>
        {shut ? (
          <Card title={found.title}>
            <EmptyState icon="document" title="This file cannot be opened">
              {shut}
            </EmptyState>
          </Card>
        ) : (
          <Card title={found.title} actions={<Actions found={found} shown={shown} />}>
            <Preview href={fileLink(found.id, shown.number)} type={shown.type} title={found.title} text={text} />
          </Card>
        )}
      </Columns>
    </CasePage>
  )
}

function Actions({ found, shown }: { found: FoundDocument; shown: Version }) {
  return (
    <>
      {found.kind === 'Letter' && shown.type.startsWith('text/plain') ? (
        <LinkButton href={printLetterLink(found.id)} small leaves>
          Print as a letter
        </LinkButton>
      ) : null}
      <LinkButton href={fileLink(found.id, shown.number, true)} kind="quiet" small leaves>
        Save a copy
      </LinkButton>
    </>
  )
}

function Aside({ head, found, shown, refused }: Pick<DocumentProps, 'head' | 'found' | 'shown' | 'refused'>) {
  return (
    <>
      <Card title="About">
        <SummaryList
          facts={[
            { name: 'Kind', value: capital(found.kind) },
            { name: 'File', value: <span dir="auto">{shown.name}</span> },
            { name: 'Type', value: `${typeWords(shown.type)}, ${sizeWords(shown.size)}` },
            { name: 'Added by', value: `${shown.workerName}, ${shown.agencyName}` },
            { name: 'When', value: dayAndTime(shown.addedAt) },
          ]}
        />
        <p>
          <Marks mark={found} sides={programmeOf(head).sides} />
        </p>
        <p class="kith-parts">
          <WhoCanRead what="document" id={found.id} />
          {head.mayLead ? <a href={`/cases/${head.id}/looks?subject=${found.id}`}>Who opened it</a> : null}
        </p>
      </Card>
      <Card title="Versions" count={found.versions.length} flush>
        <Rows label="Versions" rule={['document_versions']} rows={found.versions.map(version => row(found, version))} />
      </Card>
      {head.mayContribute ? <NewVersion found={found} refused={refused} /> : null}
    </>
  )
}

function row(found: FoundDocument, version: Version) {
  return {
    title: `Version ${version.number}`,
    href: stillAsked(`${documentLink(found.id)}?version=${version.number}`),
    about: (
      <>
        {version.note ? (
          <span dir="auto">
            {version.note}
            <br />
          </span>
        ) : null}
        {version.workerName}, {version.agencyName}, <When at={version.addedAt} />
      </>
    ),
  }
}

function NewVersion({ found, refused }: { found: FoundDocument; refused?: Refused | undefined }) {
  return (
    <Details add summary="Add a new version" open={Boolean(refused)}>
      <Form action={`${documentLink(found.id)}/versions`} refused={refused} files>
        <TextField name="note" label="What is different?" optional />
        <FileField name="files" label="File" hint="The versions before it stay." />
        <Button>Add version</Button>
      </Form>
    </Details>
  )
}
