// Two people changed the same thing: both versions side by side, whose each is, and a choice.
import { write } from '#jsx/element'
import type { Moment } from './dates.ts'
import { Button, ButtonRow } from './button.tsx'
import { Notice } from './flash.tsx'
import { type Fact, SummaryList } from './summary-list.tsx'
import { Tag } from './tag.tsx'
import { When } from './when.tsx'

/** Both have the same facts in the same order: every field that the form changes. */
export type Version = { by: string; agency?: string | undefined; at?: Moment | undefined; facts: Fact[] }

type ConflictChoiceProps = {
  action: string
  what: string
  theirs: Version
  yours: Version
  /** Travel with the choice, so that what was typed comes back whole. */
  fields: Record<string, string>
  now?: Moment | undefined
  cancelHref: string
}

/**
 * Two versions of one thing, with a mark at each fact in which they differ. Sends `choice` as `theirs` or `yours`.
 * @example <ConflictChoice action="/tasks/1" what="this task" theirs={{ by: 'Tom Reed', facts }} yours={…} fields={{ title: 'Ring back', version: '4' }} cancelHref="/cases/1" />
 */
export function ConflictChoice({ action, what, theirs, yours, fields, now, cancelHref }: ConflictChoiceProps) {
  const differing = theirs.facts.filter((fact, index) => written(fact) !== written(yours.facts[index])).map(({ name }) => name)
  return (
    <form method="post" action={action} class="kith-conflict">
      <Notice kind="attention" title={`${theirs.by} changed ${what} while you were writing`}>
        {differing.length > 0 ? (
          <>
            <p>Both are here: choose which to keep. The other is then gone, so copy from it what you still need.</p>
            <p>They differ in: {differing.join(', ')}.</p>
          </>
        ) : (
          <p>Both say the same: keep either.</p>
        )}
      </Notice>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="kith-conflict__sides">
        <Side title={`${theirs.by}’s version`} version={theirs} differing={differing} now={now} />
        <Side title="Your version" version={yours} differing={differing} now={now} />
      </div>
      <ButtonRow>
        <Button name="choice" value="yours">
          Keep mine
        </Button>
        <Button name="choice" value="theirs" kind="secondary">{`Keep ${theirs.by.replace(/^A /, 'a ')}’s`}</Button>
        <a href={cancelHref}>Go back without choosing</a>
      </ButtonRow>
    </form>
  )
}

/** A fact as it stands on the page, so that two that look alike are alike; a form ends its lines in another way than what is kept. */
const written = (fact?: Fact): string => write(fact?.value).replaceAll('\r\n', '\n').trim()

type SideProps = { title: string; version: Version; differing: string[]; now?: Moment | undefined }

function Side({ title, version, differing, now }: SideProps) {
  const marked = version.facts.map(fact => (differing.includes(fact.name) ? { ...fact, mark: <Tag kind="warm">Differs</Tag> } : fact))
  return (
    <section class="kith-conflict__side">
      <h2>{title}</h2>
      <p class="kith-provenance">
        {version.agency ? <span>{version.agency}</span> : null}
        {version.at ? <When at={version.at} now={now} /> : null}
      </p>
      <div class="kith-conflict__body">
        <SummaryList facts={marked} />
      </div>
    </section>
  )
}
