// Where a half-written form is kept in this browser: locked, so that nobody reads it there, its writer neither before they are signed in again.
import type { Typed } from './fields.ts'

export interface Draft {
  /** When it was last typed at, as an ISO moment. */
  at: string
  fields: Typed
}

const prefix = 'kith-draft:'
const longest = 30 * 86_400_000
const nonceSize = 12
/** What was kept last under each name: encrypting takes a moment, in which it may be dropped or written on. */
const latest = new Map<string, Draft>()

/**
 * Keeps a draft, encrypted, and says whether it could. A full or forbidden store must never stop someone from typing.
 * @example if (await keepHere('entry:1', draft)) say('Draft saved on this device')
 */
export async function keepHere(name: string, draft: Draft): Promise<boolean> {
  const key = keyOf(name)
  latest.set(key, draft)
  try {
    const locked = await lock(key, new TextEncoder().encode(JSON.stringify(draft)))
    if (latest.get(key) !== draft) return false
    localStorage.setItem(key, draft.at + locked)
    return true
  } catch {
    console.warn('Kith could not keep a draft in this browser.')
    return false
  }
}

/**
 * The draft that this browser keeps for whoever is signed in.
 * @example const draft = await findHere('entry:1')
 */
export async function findHere(name: string): Promise<Draft | undefined> {
  const kept = localStorage.getItem(keyOf(name))
  return kept ? unlock(keyOf(name), kept).catch(() => undefined) : undefined
}

/** Removes a draft from this browser. */
export function dropHere(name: string): void {
  latest.delete(keyOf(name))
  localStorage.removeItem(keyOf(name))
}

/** The key comes with each page, from the server and for its worker alone; no browser stores it. */
const cryptoKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(atob(document.body.dataset.draftKey ?? '')), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Bound to its name, so that the words of one form cannot be laid into another. */
const way = (iv: Uint8Array<ArrayBuffer>, name: string) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) })

async function lock(name: string, open: Uint8Array<ArrayBuffer>): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceSize))
  return textOf(nonce) + textOf(new Uint8Array(await crypto.subtle.encrypt(way(nonce, name), await cryptoKey(), open)))
}

async function unlock(name: string, kept: string): Promise<Draft> {
  const locked = bytesOf(kept.slice(24))
  const open = await crypto.subtle.decrypt(way(locked.slice(0, nonceSize), name), await cryptoKey(), locked.slice(nonceSize))
  return JSON.parse(new TextDecoder().decode(open))
}

const textOf = (bytes: Uint8Array): string => Array.from(bytes, byte => String.fromCharCode(byte)).join('')
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, letter => letter.charCodeAt(0))

// Keyed by worker too: on a shared machine two may be writing about the same case.
const keyOf = (name: string): string => `${prefix}${document.body.dataset.worker ?? ''}:${name}`

// What nobody came back for, or was kept in another way, does not lie here for ever.
for (const key of Object.keys(localStorage).filter(each => each.startsWith(prefix))) {
  const age = Date.now() - Date.parse((localStorage.getItem(key) ?? '').slice(0, 24))
  if (!(age < longest)) localStorage.removeItem(key)
}
