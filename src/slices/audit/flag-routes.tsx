/** Addresses of what was odd. HTTP only. */
import { Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Forbidden, type Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { answersForRecord, findFlag, listFlags, newReview, reviewFlag } from './flags.ts'
import { flagsLink } from './links.ts'
import { FlagPage, FlagsPage } from './views/flag-pages.tsx'

export const flags = new Hono<Kith>()

flags.get(flagsLink, c =>
  read(c, async db => {
    if (!answersForRecord(db)) throw new Forbidden('Information-governance leads review unusual looks.')
    return <FlagsPage flags={await listFlags(db)} />
  }),
)

flags.get(`${flagsLink}/:id`, c => read(c, db => flagPage(db, c.req.param('id'))))

flags.post(`${flagsLink}/:id`, c =>
  write(
    c,
    async db => {
      await reviewFlag(db, c.req.param('id'), await parse(c, newReview))
      return flagsLink
    },
    invalid => read(c, db => flagPage(db, c.req.param('id'), invalid), 422),
  ),
)

const flagPage = async (db: Db, id: string, refused?: Invalid) => <FlagPage flag={await findFlag(db, id)} refused={refused} />
