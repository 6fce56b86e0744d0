/** Somebody who has just begun to work for an agency, made as administrators make them. */
import { asWorker } from '../src/platform/db.ts'
import { addWorker } from '../src/slices/agencies/workers/commands.ts'
import type { NewWorker } from '../src/slices/agencies/workers/inputs.ts'
import { agency, cast } from './cast.ts'

/** @example const ola = await newWorker('Ola Nye', { roles: ['agency_administrator'] }) */
export const newWorker = (
  name: string,
  { roles = [], of = agency.housing }: { roles?: NewWorker['roles']; of?: string } = {},
): Promise<string> =>
  asWorker(cast.pat, db =>
    addWorker(db, {
      name,
      roles,
      agency: of,
      email: `${name.toLowerCase().replace(' ', '.')}@example.test`,
      jobTitle: 'Officer',
      phone: '',
      teams: [],
      invite: false,
    }),
  )
