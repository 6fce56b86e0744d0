// Two people changed the same thing: both versions side by side, whose each is, and a choice.
import type { Child } from '#jsx/element'
import type { Moment } from './dates.ts'
import { Button, ButtonRow } from './button.tsx'
import { Notice } from './flash.tsx'
import { When } from './when.tsx'

export type Version = { by: string; agency?: string | undefined; at?: Moment | undefined; body: Child }

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
 * Two versions of one thing. Sends `choice` as `theirs` or `yours`.
 * @example <ConflictChoice action="/tasks/1" what="this task" theirs={…} yours={…} fields={{ title: 'Ring back', version: '4' }} cancelHref="/cases/1" />
 */
export function ConflictChoice({ action, what, theirs, yours, fields, now, cancelHref }: ConflictChoiceProps) {
  return (
    <form method="post" action={action} class="kith-conflict">
      <Notice kind="attention" title={`${theirs.by} changed ${what} while you were writing`}>
        Both are here: choose which to keep. The other is then gone, so copy from it what you still need.
      </Notice>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="kith-conflict__sides">
        <Side title={`${theirs.by}’s version`} version={theirs} now={now} />
        <Side title="Your version" version={yours} now={now} />
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

function Side({ title, version, now }: { title: string; version: Version; now?: Moment | undefined }) {
  return (
    <section class="kith-conflict__side">
      <h2>{title}</h2>
      <p class="kith-provenance">
        {version.agency ? <span>{version.agency}</span> : null}
        {version.at ? <When at={version.at} now={now} /> : null}
      </p>
      <div class="kith-conflict__body">{version.body}</div>
    </section>
  )
}
