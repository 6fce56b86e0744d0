/** How a handler reads and writes: one transaction as the signed-in worker, committed before anything is sent. */
import type { Context } from 'hono'
import type { Element } from '#jsx/element'
import type { Entry } from './actor.ts'
import { type Db, type Lens, transact, transactAndMake } from './db.ts'
import { Forbidden, Invalid } from './errors.ts'
import { type PageStatus, pressPage, sendPressed } from './page.ts'

type Answer = Element | Response

/** Puts what surrounds every page around one. Asks for it before the page asks for its own, so that both travel together. */
export type Dress = (db: Db) => (page: Element, status: PageStatus) => Promise<Element>

/** What every request carries. `entry` is null until somebody signs in; with a `lens`, a page is read as somebody else would read it; `sentBack` while a refused form is shown again. */
export type Kith = {
  Variables: { entry: Entry | null; reference: string; dress?: Dress; lens?: Lens; sentBack?: true }
}

/**
 * Answers with a page read as the signed-in worker.
 * @example cases.get('/cases/:id', c => read(c, async db => <CasePage found={await findCase(db, c.req.param('id'))} />))
 */
export async function read(c: Context<Kith>, work: (db: Db) => Promise<Answer>, status: PageStatus = 200): Promise<Response> {
  const dressed = async (db: Db): Promise<Answer> => {
    const dress = c.get('dress')?.(db)
    const made = await work(db)
    return made instanceof Response || !dress ? made : dress(made, status)
  }
  const pressed = (made: Answer) => (made instanceof Response ? made : pressPage(c, made))
  const answer = await transactAndMake(c.get('entry'), dressed, pressed, c.get('lens'))
  // Sent only now: a page must not leave before its look is safely logged.
  return answer instanceof Response ? answer : sendPressed(c, answer, status)
}

/**
 * Writes as the signed-in worker, in one transaction. The string that `work` gives is where the browser goes next (303).
 * When what was typed cannot be taken, nothing is written and `again` shows the same form with it, status 422.
 * @example cases.post('/cases', c => write(c, async db => caseLink(await openCase(db, await parse(c, newCase))), invalid => read(c, db => newCasePage(db, invalid), 422)))
 */
export async function write(
  c: Context<Kith>,
  work: (db: Db) => Promise<string | Response>,
  again?: (invalid: Invalid) => Promise<Response>,
): Promise<Response> {
  try {
    const next = await transact(c.get('entry'), db => {
      mustBeWriter(c, db)
      return work(db)
    })
    return typeof next === 'string' ? c.redirect(next, 303) : next
  } catch (error) {
    if (!(error instanceof Invalid && again)) throw error
    c.set('sentBack', true)
    return again(error)
  }
}

/** A page says whose it is: when somebody else has signed in meanwhile, in another tab, what was written on it must not be sent as theirs. */
function mustBeWriter(c: Context<Kith>, { actor }: Db): void {
  if ((c.req.header('x-kith-worker') || actor.workerId) !== actor.workerId) throw new Forbidden(somebodyElse)
}

const somebodyElse =
  'Somebody else was signed in when this page was opened, so nothing was sent. Whoever wrote it can sign in, open the page again and send it.'
