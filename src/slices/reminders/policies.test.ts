/** What the system actor "reminders" sees, what it does not, and whose choices are whose. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast, team } from '../../../test/cast.ts'
import { beforeDrop, behindTheRules, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { urlFor } from '../../platform/migrate.ts'
import { asSystem, connectSystem, disconnectSystem } from '../../platform/system-db.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)

const asReminders = (statement: string) =>
  asSystem('reminders', async db => (await sql<Record<string, unknown>>`${sql.raw(statement)}`.execute(db)).rows)

async function aTask(daysAhead: number) {
  const caseId = await aCase()
  const id = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('tasks')
      .values({
        id,
        caseId,
        title: 'Ring Mrs Lee',
        assignedTo: cast.sam,
        createdBy: cast.tom,
        dueOn: sql`current_date + ${sql.lit(daysAhead)}::int`,
      })
      .execute(),
  )
  return { id, caseId }
}

test('the reminders reach five tables, and of each only columns without words', async () => {
  const reached = await asReminders(`select relname || ': ' || string_agg(attname, ', ' order by attname) as reach
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
      and has_column_privilege(c.oid, a.attnum, 'select, insert, update') group by relname order by relname`)
  expect(reached.map(row => row.reach)).toEqual([
    'cases: id, lead_worker_id',
    'digests: at, day, worker_id',
    'tasks: assigned_to, case_id, due_on, open, owner_id',
    'team_members: ends_on, starts_on, team_id, worker_id',
    'workers: id, joined_on, left_on, suspended_at',
  ])
  for (const words of [
    'select title from tasks',
    'select title from cases',
    'select name from workers',
    'select email from workers',
    'select * from entries',
  ])
    await expect(asReminders(words)).rejects.toThrow()
  await expect(asReminders(`insert into digests (worker_id, day) values ('${cast.tom}', current_date)`)).rejects.toThrow()
})

test('the reminders see tasks that wait within a week and the cases they are in; nothing of other cases', async () => {
  const [near, far] = [await aTask(1), await aTask(30)]
  const cases = await asReminders('select id from cases')
  expect(cases.map(row => row.id)).toContain(near.caseId)
  expect(cases.map(row => row.id)).not.toContain(far.caseId)
  expect((await asReminders('select case_id from tasks')).map(row => row.caseId)).not.toContain(far.caseId)
})

test('the reminders see nobody who has left, and no earlier seat in a team', async () => {
  const workers = (await asReminders('select id from workers')).map(row => row.id)
  expect([workers.includes(cast.tom), workers.includes(cast.lena)]).toEqual([true, false])
})

test('the reminders see who had one today, not on other days; and who is in a team today, not who was', async () => {
  await behindTheRules(database, ['digests', 'team_members'], async client => {
    await client.query('insert into digests (worker_id, day) values ($1, current_date), ($1, current_date - 1)', [cast.amir])
    await client.query(
      `insert into team_members (team_id, worker_id, starts_on, ends_on, added_by) values ($1, $2, current_date - 30, current_date - 1, $3)`,
      [team.hub, cast.owen, cast.pat],
    )
  })
  const days = await asReminders(`select day = current_date as today from digests where worker_id = '${cast.amir}'`)
  expect(days.map(row => row.today)).toEqual([true])
  expect(await asReminders(`select team_id from team_members where worker_id = '${cast.owen}'`)).toEqual([])
})

test('a worker chooses for themself, and sees and notes their own mornings of today alone', async () => {
  const outcome = (done: Promise<unknown>) =>
    done.then(
      () => 'yes',
      () => 'no',
    )
  const choose = (who: string, whose: string) =>
    outcome(
      asWorker(who, db =>
        db
          .insertInto('reminderChoices')
          .values({ workerId: whose, kinds: ['late'] })
          .execute(),
      ),
    )
  expect([await choose(cast.tom, cast.tom), await choose(cast.tom, cast.sam)]).toEqual(['yes', 'no'])
  const seen = (who: string) => asWorker(who, db => db.selectFrom('reminderChoices').select('workerId').execute())
  expect([await seen(cast.tom), await seen(cast.pat)]).toEqual([[{ workerId: cast.tom }], []])
  const change = async (who: string) =>
    (
      await asWorker(who, db =>
        db
          .updateTable('reminderChoices')
          .set({ kinds: ['today'] })
          .executeTakeFirst(),
      )
    ).numUpdatedRows
  expect([await change(cast.pat), await change(cast.tom)]).toEqual([0n, 1n])
  const note = (who: string, whose: string, days = 0) =>
    outcome(
      asWorker(who, db => sql`insert into digests (worker_id, day) values (${whose}, current_date + ${sql.lit(days)}::int)`.execute(db)),
    )
  expect([await note(cast.tom, cast.tom), await note(cast.tom, cast.sam), await note(cast.tom, cast.tom, 1)]).toEqual(['yes', 'no', 'no'])
  const digests = (who: string) => asWorker(who, db => db.selectFrom('digests').select('workerId').execute())
  expect([await digests(cast.tom), await digests(cast.sam)]).toEqual([[{ workerId: cast.tom }], []])
})
