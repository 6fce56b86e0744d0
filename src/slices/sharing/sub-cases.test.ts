/** What a share of a master case does not give away below it. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'

ownDatabase()

const sees = (who: string, caseId: string) => may(who, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())

test('whoever shares a master case does not give away a sub-case that a team keeps to itself', async () => {
  const master = await aCase()
  await share(master, agency.housing, { includesSubCases: true })
  const kept = await aCase(cast.sam, { parentId: master, ownerTeamId: team.slaveryTeam })
  await share(master, agency.health, { includesSubCases: true })
  const below = await aCase(cast.sam, { parentId: kept, ownerTeamId: team.slaveryTeam })
  for (const secret of [kept, below])
    expect([await sees(cast.tom, secret), await sees(cast.grace, secret), await sees(cast.noor, secret)]).toEqual(['no', 'no', 'no'])
  await share(kept, agency.charity, { includesSubCases: true }, cast.sam)
  expect([await sees(cast.aisha, kept), await sees(cast.aisha, below)]).toEqual(['yes', 'yes'])
})

test('without an agreement nobody gives away the sub-case of another agency', async () => {
  const master = await aCase()
  await share(master, agency.housing, { tier: 'contribute' })
  const theirs = await aCase(cast.grace, { parentId: master })
  await share(master, agency.outside, { basis: 'vital interests', agreementId: null, includesSubCases: true })
  expect([await sees(cast.owen, master), await sees(cast.owen, theirs)]).toEqual(['yes', 'no'])
})
