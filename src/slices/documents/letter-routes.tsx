/** Addresses of letters: written, looked at, kept as a PDF. HTTP only. */
import { type Context, Hono } from 'hono'
import { type Db, transact } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { programmeOf } from '../../programmes/index.ts'
import { day } from '../../ui/index.ts'
import { listHardStops, lookAtCase, markIn, mayAdd, stopOf } from '../cases/index.ts'
import { addDocument } from './commands.ts'
import { type NewLetter, newLetter } from './inputs.ts'
import { fillTemplate, letterContent } from './letter.ts'
import { documentLink } from './links.ts'
import { findLetterhead } from './queries.ts'
import { chosenIn, listHeld } from './safe-letter.ts'
import { refusing } from './refusing.ts'
import { storeLetter } from './store.ts'
import { LetterPage, LookAtLetterPage } from './views/letter-pages.tsx'

export const letters = new Hono<Kith>()

letters.get('/cases/:id/letters/new', c => read(c, db => letterPage(db, id(c), { template: c.req.query('template') })))

letters.post('/cases/:id/letters/new', c =>
  refusing(
    refused => read(c, db => letterPage(db, id(c), { refused }), 422),
    async () => {
      const { act, ...input } = await parse(c, newLetter)
      if (act === 'change') return read(c, db => letterPage(db, id(c), { refused: new Invalid({}, input) }), 422)
      const { held, ...letter } = await transact(c.get('entry'), db => letterFrom(db, id(c), input))
      // Nothing is kept yet, so the browser stays where it is: Turbo shows what answers a form only with a status like this.
      if (act === 'preview')
        return read(
          c,
          async db => <LookAtLetterPage head={await lookAtCase(db, id(c))} input={input} held={held} blocks={letter.blocks} />,
          422,
        )
      const file = await storeLetter({ c, caseId: id(c), words: input }, letter)
      return write(c, async db =>
        documentLink(
          await addDocument(db, id(c), { ...input, category: input.category || (held[0] && 'safe address'), kind: 'Letter' }, file),
        ),
      )
    },
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function letterPage(db: Db, caseId: string, { template: key, refused }: { template?: string | undefined; refused?: Invalid }) {
  const head = await lookAtCase(db, caseId, mayAdd)
  const templates = programmeOf(head).letters ?? []
  const template = templates.find(one => one.key === key)
  const values = template && fillTemplate(template, await findLetterhead(db), head.reference)
  const held = refused ? await listHeld(db, head.id, refused.values) : []
  return <LetterPage {...{ head, templates, refused, held }} {...(values && { values })} />
}

async function letterFrom(db: Db, caseId: string, input: NewLetter) {
  const head = await mayAdd(db, caseId)
  const { side } = await markIn(db, caseId, input)
  const stop = stopOf(await listHardStops(db, head), { letter: true, side })
  if (stop) throw new Invalid({ to: `${stop.sentence} A letter to somebody else belongs on their side.` }, input)
  const held = await chosenIn(db, caseId, input)
  return {
    ...letterContent(await findLetterhead(db), input, { date: day(new Date()), reference: head.reference, marking: head.marking }),
    held,
  }
}
