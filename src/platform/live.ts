/** Tells open pages to look again. Nothing but "look again" is ever sent, so a live update cannot leak. */
import type pg from 'pg'
import { listeningClient } from './db.ts'

/** What an open page is told: which event it was, so that it can ask whether its reader may know of it, and in which request. Nothing of it when the line had been down, or when it is its reader alone who was told. */
export interface News {
  event?: string
  at?: string
  case?: string | null
  request: string
}
type Told = (news: News) => void

const watchers = new Map<string, Set<Told>>()
let listener: pg.Client | undefined
let closed = false

/**
 * Calls `told` whenever something happens that concerns a topic (`case:ID` or `to:ID`), until the returned function is called.
 * @example const leave = watch([`case:${id}`], tell)
 */
export function watch(topics: string[], told: Told): () => void {
  for (const topic of topics) watchers.set(topic, (watchers.get(topic) ?? new Set()).add(told))
  return () => {
    for (const topic of topics) {
      watchers.get(topic)?.delete(told)
      if (watchers.get(topic)?.size === 0) watchers.delete(topic)
    }
  }
}

/** Begins to listen for what other processes, or this one, have committed. Goes on by itself after the database has been away. */
export async function listen(): Promise<void> {
  closed = false
  const client = listeningClient()
  listener = client
  client.on('notification', ({ payload }) => pass(payload ?? ''))
  client.on('error', () => {})
  client.on('end', () => {
    if (!closed && listener === client) setTimeout(() => listen().catch(() => {}), 500)
  })
  await client.connect()
  await client.query('listen kith')
  // Whatever happened while the line was down is caught up by everybody looking once.
  for (const told of new Set([...watchers.values()].flatMap(set => [...set]))) told({ request: '' })
}

/** Stops listening. */
export async function stopListening(): Promise<void> {
  closed = true
  await listener?.end()
  listener = undefined
}

function pass(payload: string): void {
  const {
    case: caseId,
    to,
    event,
    at,
    request,
  } = JSON.parse(payload) as { case?: string; to?: string; event?: string; at?: string; request?: string }
  const told = new Set([...(watchers.get(`case:${caseId}`) ?? []), ...(watchers.get(`to:${to}`) ?? [])])
  for (const tell of told) tell({ ...(event && at && { event, at }), case: caseId ?? null, request: request ?? '' })
}
