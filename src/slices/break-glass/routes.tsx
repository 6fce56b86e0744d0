/** Addresses of opening a case in an emergency, and of the review. HTTP only. */
import { type Context, Hono } from 'hono'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { caseLink } from '../cases/index.ts'
import { openInEmergency, reviewOpening } from './commands.ts'
import { emergencyOpening, openingReview } from './inputs.ts'
import { emergencyLink, openingsLink } from './links.ts'
import { findOpening, listLooksDuring, listOpenings, mayReview } from './queries.ts'
import { EmergencyPage } from './views/emergency-page.tsx'
import { OpeningPage, OpeningsPage } from './views/openings-page.tsx'

export const breakGlass = new Hono<Kith>()

breakGlass.get('/emergency', c => read(c, async () => <EmergencyPage reference={c.req.query('reference')} />))

breakGlass.post('/emergency', async c => {
  const again = (invalid: Invalid) => read(c, async () => <EmergencyPage invalid={invalid} />, 422)
  let refused: Invalid | undefined
  const done = await write(
    c,
    async db => {
      const opened = await openInEmergency(db, await parse(c, emergencyOpening))
      if (typeof opened === 'string') return caseLink(opened)
      // Kept, and not thrown: the try has to stay written down.
      refused = opened
      return emergencyLink
    },
    again,
  )
  return refused ? again(refused) : done
})

breakGlass.get('/emergency/openings', c =>
  read(c, async db => (
    <OpeningsPage openings={await listOpenings(db)} me={db.actor.workerId} governs={leadsGovernance(db.actor)} now={new Date()} />
  )),
)

breakGlass.get('/emergency/openings/:id', c => read(c, db => openingPage(c, db)))

breakGlass.post('/emergency/openings/:id', c =>
  write(
    c,
    async db => {
      await reviewOpening(db, c.req.param('id'), await parse(c, openingReview))
      return openingsLink
    },
    invalid => read(c, db => openingPage(c, db, invalid), 422),
  ),
)

async function openingPage(c: Context, db: Db, invalid?: Invalid) {
  const opening = await findOpening(db, c.req.param('id') ?? '')
  return (
    <OpeningPage
      opening={opening}
      looks={await listLooksDuring(db, opening)}
      mayReview={mayReview(db, opening)}
      governs={leadsGovernance(db.actor)}
      now={new Date()}
      invalid={invalid}
    />
  )
}
