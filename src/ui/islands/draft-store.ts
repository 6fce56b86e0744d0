// Where a half-written form is kept: in this browser at once, and on the server for the same worker's other devices.
import type { Typed } from './fields.ts'
import { signedOut } from './turbo.ts'

export interface Draft {
  /** When it was last typed at, as an ISO moment. */
  at: string
  fields: Typed
}

const prefix = 'kith-draft:'

/** Keeps a draft in this browser. A full or forbidden store must never stop someone from typing. */
export function keepHere(name: string, fields: Typed): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({ at: new Date().toISOString(), fields } satisfies Draft))
  } catch {
    console.warn('Kith could not keep a draft in this browser.')
  }
}

/** The draft that this browser keeps, if any. */
export const findHere = (name: string): Draft | undefined => readDraft(localStorage.getItem(keyOf(name)))

/** A draft as it was written down; undefined for anything else. */
export function readDraft(text: string | null): Draft | undefined {
  try {
    const draft = text ? JSON.parse(text) : undefined
    return draft?.fields ? draft : undefined
  } catch {
    return undefined
  }
}

/** Removes a draft from this browser. */
export const dropHere = (name: string): void => localStorage.removeItem(keyOf(name))

/** Takes to the server what this browser keeps, or an empty draft, which removes it there. Gives whether it arrived. */
export async function sendThere(name: string): Promise<boolean> {
  const answer = await fetch('/drafts', {
    method: 'POST',
    // Also while the page goes away.
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: name, body: localStorage.getItem(keyOf(name)) ?? '' }),
  }).catch(() => undefined)
  return Boolean(answer?.ok && !signedOut(answer))
}

/**
 * Removes every draft from this browser; done at sign-out.
 * @example forgetDrafts()
 */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) localStorage.removeItem(key)
}

// Keyed by worker: on a shared machine the next one must not read the last one's words.
const keyOf = (name: string): string => `${prefix}${document.body.dataset.worker ?? ''}:${name}`
