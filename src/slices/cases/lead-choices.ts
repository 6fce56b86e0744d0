/** Who can lead a case, and which team can own one. */
import type { Db } from '../../platform/db.ts'
import { listColleagues, listMyTeams } from '../agencies/index.ts'

/** Colleagues of the worker's own agency who can lead a case, and the teams that can own one. */
export const listLeadChoices = async (db: Db) => ({ workers: await listColleagues(db), teams: await listMyTeams(db) })
