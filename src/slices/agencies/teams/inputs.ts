/** What administrators type about teams. */
import { z } from 'zod'
import { optionalWords, version, words } from '../inputs.ts'

const team = { name: words('its name', 120, 2), purpose: optionalWords('what it is for', 500) }

export const newTeam = z.object({ ...team, agency: z.string().default('') })
export type NewTeam = z.output<typeof newTeam>
export const amendedTeam = z.object({ ...team, version })
export type AmendedTeam = z.output<typeof amendedTeam>
export const newSeat = z.object({ worker: z.string({ error: 'Choose who joins the team.' }).min(1, 'Choose who joins the team.') })
