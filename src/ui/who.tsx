// Who can read what is listed, and why: asked of a whole page by one quiet link at its end, and then answered at each of its rows.
import { useContext } from '#jsx/contexts'
import { Surroundings } from './surroundings.ts'

/** What a row may be asked by: where that is told, or where the row leads. */
type Asked = { who?: string | undefined; href?: string | undefined }

/**
 * Where it is told who can read a row; nothing while the page is not asked, and where it is not known.
 * That there is such a row is noted, so that the page offers to be asked.
 */
export function whoLinkOf({ who, href }: Asked): string | undefined {
  const around = useContext(Surroundings).who
  // A page that is not asked needs one row alone to know that it could be.
  if (!around || (around.answers && !around.on)) return undefined
  const link = who ?? (href ? around.of(href) : undefined)
  if (link) around.answers = true
  return around.on ? link : undefined
}

/**
 * The question at one row, shown while the page is asked.
 * @example <AskWho who={whoLink('task', task.id)} />
 */
export function AskWho(asked: Asked) {
  const link = whoLinkOf(asked)
  return link ? (
    <a class="kith-ask" href={link}>
      Who can read this?
    </a>
  ) : null
}

/**
 * Under a list whose rows all go by one rule, or below `one` thing that does: the sentence of that rule, shown while the page is asked.
 * @example <AskRule rule={['agencies']} />
 */
export function AskRule({ rule, one }: { rule: string[]; one?: boolean }) {
  const around = useContext(Surroundings).who
  if (!around) return null
  around.answers = true
  if (!around.on) return null
  return (
    <p class="kith-rule">
      <strong>Who can read {one ? 'this' : 'these'}?</strong> {rule.map(around.rule).join(' ')}
    </p>
  )
}

/**
 * Who can read the rows of these tables, in the words of the rules that decide it.
 * @example <RuleOf rule={['receipts']} />
 */
export function RuleOf({ rule }: { rule: string[] }) {
  const around = useContext(Surroundings).who
  return <p class="kith-rule">{rule.map(table => around?.rule(table)).join(' ')}</p>
}

/** At the end of a page that lists something: asks who can read it, or stops asking. */
export function WhoLink() {
  const around = useContext(Surroundings).who
  if (!around?.answers || !around.href) return null
  return (
    <p class="kith-who">
      <a href={around.href}>{around.on ? 'Hide who can read these' : 'Who can read these, and why?'}</a>
    </p>
  )
}
