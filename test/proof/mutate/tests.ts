/** Whether the tests of the slices notice a broken rule: their database is a copy of one in which it is broken. */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import pg from 'pg'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'
import type { Mutation } from './policies.ts'

/** The tests, running in this process on one PostgreSQL, file after file, each only as far as its first failure. */
export async function openTests(): Promise<Vitest> {
  const vitest = await createVitest(
    { config: 'vitest.config.ts', watch: false, bail: 1, maxWorkers: 1, silent: true, reporters: [{}], passWithNoTests: true },
    {},
  )
  await vitest.globTestSpecifications()
  return vitest
}

/** Keeps the database that tests copy as it is, to make broken ones from. */
export async function keepWhole(vitest: Vitest): Promise<void> {
  await onServer(vitest, client => client.query('alter database kith rename to kith_whole'))
  await onServer(vitest, client => client.query('alter database kith_whole allow_connections true'))
}

/** The address of a database with every rule in force, for as long as no test runs. */
export const urlOf = (vitest: Vitest, name = 'kith_whole'): string => {
  const url = new URL(vitest.projects[0]?.getProvidedContext().serverUrl ?? '')
  url.pathname = `/${name}`
  return url.href
}

/** A copy of the whole database, with a connection to it for as long as it is wanted. */
export async function ownCopy(vitest: Vitest, name: string): Promise<pg.Client> {
  await onServer(vitest, async client => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template kith_whole strategy file_copy`)
  })
  const client = new pg.Client({ connectionString: urlOf(vitest, name), pipeline: true })
  await client.connect()
  return client
}

/**
 * Breaks a rule and runs test files until one fails; the name of the test, or undefined when none does.
 * @example await noticedByTests(vitest, mutation, ['src/slices/plan/policies.test.ts'])
 */
export async function noticedByTests(vitest: Vitest, { statements }: Mutation, files: string[]): Promise<string | undefined> {
  // Tests copy the database kith, and nobody may be connected to it then.
  const client = await ownCopy(vitest, 'kith')
  await client.query(statements).finally(() => client.end())
  for (const file of files) {
    const { testModules, unhandledErrors } = await runFiles(vitest, [file])
    const failed = failureIn(testModules) ?? (unhandledErrors.length > 0 ? `${file} breaks` : undefined)
    if (failed) return failed
  }
  return undefined
}

/** Runs test files, each as if it were the first. */
export async function runFiles(vitest: Vitest, files: string[]) {
  // What failed before would count against these, and stop them at once.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  vitest.state.errorsSet.clear()
  const paths = files.map(file => `${process.cwd()}/${file}`)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(paths.flatMap(path => vitest.getModuleSpecifications(path)))
  return { testModules: testModules.filter(({ moduleId }) => paths.includes(moduleId)), unhandledErrors }
}

/** The first failure among test files that ran. */
export function failureIn(modules: TestModule[]): string | undefined {
  if (modules.length === 0) return 'nothing ran'
  for (const module of modules) {
    // A test that was only slow has noticed nothing.
    const failed = [...module.children.allTests('failed')].find(test => !/timed out/.test(test.result().errors?.[0]?.message ?? ''))
    if (failed) return `${module.relativeModuleId}: ${failed.fullName}`
    if (module.errors().length > 0) return `${module.relativeModuleId} breaks`
  }
  return undefined
}

async function onServer(vitest: Vitest, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(vitest, 'postgres') })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** The test files that have to do with a rule, nearest first: one that is called as the rule is, its slice's policies, those that name its table or function, and those of slices whose rules go along with it. */
export function filesFor(mutation: Mutation): string[] {
  const [named, isOwn, isBeside] = [naming(mutation.of), inSlices(mutation.slices), inSlices(slicesBeside(mutation))]
  const isAttack = (file: string) => /policies|sides|attacks/.test(file)
  const near = [
    isNamesake(mutation.name),
    (file: string) => isOwn(file) && file.includes('policies'),
    (file: string) => isOwn(file) && named(file),
    (file: string) => isOwn(file) && isAttack(file),
    named,
    (file: string) => isBeside(file) && isAttack(file),
    isOwn,
  ]
  const files = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'])
    .filter(file => !/^test\/(proof|look|runtime)\//.test(file))
    .sort((one, other) => one.localeCompare(other))
  return [...new Set(near.flatMap(is => files.filter(is)))].slice(0, enough)
}

/** A rule that stands on many tables under one name, such as "amend_while_open", has one file for all of them: while-open.test.ts. */
function isNamesake(mutation: string): (file: string) => boolean {
  const rule = /"(\w+)"/.exec(mutation)?.[1]?.replaceAll('_', '-') ?? ''
  return file => {
    const called = basename(file).replace(/\.test\.tsx?$/, '')
    return called.includes('-') && rule.endsWith(called)
  }
}

/** A rule that so many files pass by is noticed by nobody who has to do with it. */
const enough = 10

/** Whether a file says this name, as SQL or as TypeScript writes it. */
function naming(of: string): (file: string) => boolean {
  const camel = of.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const name = new RegExp(`\\b(${of}|${camel})\\b`)
  return file => name.test(readFileSync(file, 'utf8'))
}

const sliceOf = (file: string): string => file.match(/^src[\\/]slices[\\/]([^\\/]+)/)?.[1] ?? ''
const inSlices = (slices: string[]) => (file: string) => slices.includes(sliceOf(file))

/** The slices whose rules ask a function, or state one that it asks. */
function slicesBeside({ of, statements }: Mutation): string[] {
  const asked = [...statements.matchAll(/\b(\w+)\(/g)].map(([, name]) => name)
  const beside = new RegExp(`\\b${of}\\(|function (${asked.join('|')})\\(`)
  return globSync('src/slices/*/*.sql')
    .filter(file => beside.test(readFileSync(file, 'utf8')))
    .map(sliceOf)
}
