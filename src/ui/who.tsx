// Who can read what is listed, and why: asked of a whole page by one quiet link at its end, and then answered at each of its rows.
import { useContext } from '#jsx/contexts'
import { Surroundings } from './surroundings.ts'

/** What a row may be asked by: where that is told, or where the row leads. */
type Asked = { who?: string | undefined; href?: string | undefined }

/**
 * Where it is told who can read a row; nothing while the page is not asked, and where it is not known.
 * That there is such a row is noted, so that the page offers to be asked.
 */
function whoLinkOf({ who, href }: Asked): string | undefined {
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
  const question = <strong>Who can read {one ? 'this' : 'these'}?</strong>
  const parts = partsOf(rule.map(around.rule))
  const [said, whole] = [around.told.has(rule.join()), parts.length > most]
  around.told.add(rule.join())
  if (whole && !said)
    return (
      <div class="kith-rule">
        {question} <RuleParts parts={parts} />
      </div>
    )
  return (
    <p class="kith-rule">
      {question} {whole ? 'The same rule as above.' : parts.join(' ')}
    </p>
  )
}

/**
 * Who can read the rows of these tables, in the words of the rules that decide it.
 * @example <RuleOf rule={['receipts']} />
 */
export function RuleOf({ rule }: { rule: string[] }) {
  const around = useContext(Surroundings).who
  const parts = partsOf(rule.map(table => around?.rule(table) ?? ''))
  if (parts.length > most)
    return (
      <div class="kith-rule">
        <RuleParts parts={parts} />
      </div>
    )
  return <p class="kith-rule">{parts.join(' ')}</p>
}

/** As much of a rule as is read in one go; what is longer stands part below part. */
const most = 2

/** Sentence by sentence, and one that is itself too long to be read in one go, at each of its semicolons. */
const partsOf = (rules: string[]): string[] =>
  rules.flatMap(rule => rule.split(/(?<=\.) /)).flatMap(sentence => (sentence.length > 240 ? sentence.split(/(?<=;) /) : sentence))

function RuleParts({ parts }: { parts: string[] }) {
  return (
    <ul>
      {parts.map(part => (
        <li>{part}</li>
      ))}
    </ul>
  )
}

/**
 * A link that may lead from a page to itself, such as to its next rows or past one of its filters: while the page is asked, it leads to it asked again.
 * @example <a href={stillAsked(next)}>Next</a>
 */
export function stillAsked(href: string): string {
  const around = useContext(Surroundings).who
  const [link = '', ...part] = href.split('#')
  if (!around?.on || !leadsTo(around.here, link) || link.includes('readers=yes')) return href
  return [`${link}${link.includes('?') ? '&' : '?'}readers=yes`, ...part].join('#')
}

/**
 * The same in a form that asks with GET, which forgets what its address says.
 * @example <form action="/cases" method="get"><StillAsked action="/cases" />…</form>
 */
export function StillAsked({ action }: { action: string }) {
  const around = useContext(Surroundings).who
  return around?.on && action === around.here ? <input type="hidden" name="readers" value="yes" /> : null
}

const leadsTo = (here: string, link: string): boolean => link.startsWith('?') || link === here || link.startsWith(`${here}?`)

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
