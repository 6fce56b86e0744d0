// kith user invite: makes the first administrator, or anybody whom no administrator can invite.
import { z } from 'zod'
import { asOwner } from '../platform/as-owner.ts'
import { newId } from '../platform/db.ts'
import { urlFor } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'
import { closeAccounts, inviteFromCommandLine, openAccounts } from '../slices/accounts/index.ts'
import { type Command, readLine } from './command.ts'
import { recordHere } from './record-here.ts'
import { withKith } from './with-kith.ts'

const roles = ['panel_coordinator', 'agency_administrator', 'information_governance_lead', 'partnership_administrator']

const invited = z.object({
  email: z.email('The e-mail address must look like name@agency.gov.uk.').max(254).toLowerCase(),
  name: z.string('Say who it is: --name "Pat Conway".').trim().min(1).max(120),
  agency: z.string('Say whom they work for: --agency "Wexby Council".').trim().min(2).max(120),
  role: z.enum(roles, `--role must be one of ${roles.join(', ')}.`).optional(),
})
type Invited = z.output<typeof invited>

export const userInvite: Command = {
  name: 'user invite',
  takes: 'EMAIL --name NAME --agency AGENCY [--role ROLE]',
  does: 'Invite a worker by e-mail, such as the first administrator of a new Kith.',
  more: `The agency is added when there is none of that name. Roles: ${roles.join(', ')}.\nThe link is printed and sent; it works once, for 7 days, and older links of the same worker stop working.`,
  async run(args) {
    const read = readLine(this, args, { name: { type: 'string' }, agency: { type: 'string' }, role: { type: 'string' } }, 1)
    const checked = invited.safeParse({ email: read.positionals[0], ...read.values })
    if (!checked.success) throw new Stop([...new Set(checked.error.issues.map(issue => issue.message))].join('\n'))
    const link = await withKith('kith user invite', async ({ ownerUrl, config }) => {
      const workerId = await addWorker(ownerUrl, checked.data)
      await recordHere(ownerUrl, 'worker_invited', { principal: workerId })
      await openAccounts(config, urlFor(ownerUrl, 'kith_auth', config.secret))
      return inviteFromCommandLine(workerId).finally(closeAccounts)
    })
    console.log(
      `${checked.data.name} can begin here, once, in the next 7 days:\n\n  ${link}\n\nThe same link goes to ${checked.data.email} while Kith runs.`,
    )
  },
}

/** As the owner, because on an empty database there is nobody yet whom the rules would let do it. */
function addWorker(ownerUrl: string, { email, name, agency, role }: Invited): Promise<string> {
  return asOwner(ownerUrl, ['principals', 'agencies', 'workers', 'worker_roles', 'users'], async query => {
    const id = async (text: string, values: string[]) => (await query<{ id: string }>(text, values)).rows[0]?.id
    const findOrAdd = async (kind: 'agency' | 'worker', found: string | undefined, add: (made: string) => Promise<unknown>) => {
      if (found) return found
      const made = newId()
      await query('insert into principals (id, kind) values ($1, $2)', [made, kind])
      await add(made)
      return made
    }
    const [known] = (await query<Known>(alreadyThere, [email])).rows
    if (known) mustFit(known, agency)
    const workerId = await findOrAdd('worker', known?.id, async made => {
      const ofThatName = await id('select id from agencies where lower(name) = lower($1) or lower(short_name) = lower($1)', [agency])
      const agencyId = await findOrAdd('agency', ofThatName, added =>
        query(`insert into agencies (id, name, short_name, kind) values ($1, $2, $3, 'other')`, [added, agency, agency.slice(0, 30)]),
      )
      await query('insert into workers (id, agency_id, name, email) values ($1, $2, $3, $4)', [made, agencyId, name, email])
    })
    if (role) await query('insert into worker_roles (worker_id, role) values ($1, $2) on conflict do nothing', [workerId, role])
    return workerId
  })
}

interface Known {
  id: string
  name: string
  agency: string
  short: string
  gone: boolean
}
const alreadyThere = `select w.id, w.name, a.name as agency, a.short_name as short, w.left_on is not null or w.suspended_at is not null as gone
  from workers w join agencies a on a.id = w.agency_id where lower(w.email) = $1`

/** A worker who is there already gets a new link, as who they are: nobody is let in again, or moved, by inviting them. */
function mustFit({ name, agency, short, gone }: Known, typed: string): void {
  if (gone) throw new Stop(`${name} of ${agency} has left or is suspended, so no link would let them in.`)
  if (![agency, short].some(one => one.toLowerCase() === typed.toLowerCase()))
    throw new Stop(`That address is ${name}’s, who works for ${agency}. An administrator moves a worker to another agency in Kith.`)
}
