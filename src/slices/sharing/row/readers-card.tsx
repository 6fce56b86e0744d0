/** The named readers of something restricted: seen by them, chosen by its author. */
import { Button, Card, dayAndTime, Form, plural, PostButton, Rows } from '../../../ui/index.ts'
import { whoLink } from '../../cases/index.ts'
import { ReaderFields } from '../../readers/index.ts'
import type { WhoProps } from './who-page.tsx'

type Opening = WhoProps['openings'][number]

export function NamedReaders({ row, readers, me, found, invalid, openings }: WhoProps) {
  const mine = row.byId === me
  return (
    <>
      <Card title="Only these can" flush>
        <Rows
          label="Only these can"
          rows={[
            { title: `${row.byName} (${row.byAgency})`, about: 'Wrote it' },
            ...readers.map(one => ({
              title: `${one.name} (${one.agencyName})`,
              about: `Named by ${one.namedBy}, ${dayAndTime(one.namedAt)}`,
              end: mine ? (
                <PostButton action={`${whoLink(row.what, row.id)}/readers/${one.id}/ending`} kind="quiet" small>
                  Take off<span class="govuk-visually-hidden"> {one.name}</span>
                </PostButton>
              ) : undefined,
            })),
          ]}
        />
      </Card>
      {mine ? (
        <Card title="Let a colleague read it">
          <Form id="readers" action={`${whoLink(row.what, row.id)}/readers`} refused={invalid}>
            <ReaderFields label="Whom?" found={found} />
            <Button kind="secondary">Let them read it</Button>
          </Form>
        </Card>
      ) : null}
      {openings.length > 0 ? (
        <Card title="Who opened it" flush>
          <Rows label="Who opened it" rows={openedBy(openings)} />
        </Card>
      ) : null}
    </>
  )
}

/**
 * Each reader once, who opened it last first: when last, and how often before.
 * A document is opened as often as its page was: the file on that page counts no more, and a copy that was saved is told with it.
 */
function openedBy(openings: Opening[]) {
  // Two of one agency may have the same name.
  const readers = Map.groupBy(openings, one => `${one.workerId} ${one.agencyName}`)
  return [...readers.values()].map(looks => ({ title: `${looks[0]?.name}, ${looks[0]?.agencyName}`, about: openedWords(looks) }))
}

function openedWords(looks: Opening[]): string {
  const [last] = looks as [Opening]
  const before = looks.filter(one => !one.isFile).length - 1
  const times = `${dayAndTime(last.at)}${before > 0 ? `, and ${plural(before, 'time')} before` : ''}`
  return looks.some(one => one.isSaved) ? `${times}; saved a copy` : times
}
