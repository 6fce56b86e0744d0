// <kith-draft draft="entry:ID">: what is typed is kept in this browser at once and on the server soon, and comes back.
import { restore, type Typed, typed } from './fields.ts'
import { arrived } from './keep.ts'
import { type FetchResponse, signedOut } from './turbo.ts'

type Kept = { at: string; fields: Typed }
type Answered = CustomEvent<{ fetchResponse: FetchResponse }>
type SubmitEnd = CustomEvent<{ success: boolean; fetchResponse?: FetchResponse }>

const prefix = 'kith-draft:'

export class KithDraft extends HTMLElement {
  #timer = 0
  #onServer = false
  #restoring = false

  connectedCallback() {
    this.addEventListener('input', this.#save)
    this.addEventListener('change', this.#save)
    this.addEventListener('turbo:submit-end', event => this.#submitted(event as SubmitEnd))
    this.addEventListener('turbo:before-fetch-response', event => this.#answered(event as Answered))
    this.addEventListener('turbo:fetch-request-error', this.#unsaved)
    addEventListener('pagehide', this.#send)
    this.#bringBack()
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.#send)
    this.#send()
  }

  get #form() {
    return this.querySelector('form')
  }

  // Keyed by worker: on a shared machine the next one must not read the last one's words.
  get #key() {
    return `${prefix}${document.body.dataset.worker ?? ''}:${this.getAttribute('draft')}`
  }

  #save = () => {
    if (!this.#form || this.#restoring) return
    const fields = typed(this.#form)
    if (Object.keys(fields).length === 0) return this.#forget()
    keep(this.#key, { at: new Date().toISOString(), fields })
    this.#say('Draft saved on this device')
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(this.#send, 2000)
  }

  #send = () => {
    if (!this.#timer) return
    clearTimeout(this.#timer)
    this.#timer = 0
    const body = localStorage.getItem(this.#key)
    if (body) void this.#post(body)
  }

  async #post(body: string) {
    const answer = await fetch('/drafts', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: this.getAttribute('draft'), body }),
    }).catch(() => undefined)
    this.#onServer = Boolean(answer?.ok && !signedOut(answer))
    if (this.#onServer && body) this.#say('Draft saved')
  }

  #bringBack() {
    const kept = read(localStorage.getItem(this.#key)) ?? read(this.getAttribute('kept'))
    this.#onServer = this.hasAttribute('kept')
    if (!this.#form || !kept || this.hasAttribute('refused')) return
    this.#restoring = true
    if (restore(this.#form, kept.fields)) void this.#sayBroughtBack(new Date(kept.at))
    this.#restoring = false
  }

  async #sayBroughtBack(at: Date) {
    const { dayAndTime } = await import('../dates.ts')
    this.#say(`Brought back what you were writing, ${dayAndTime(at)}`, true)
  }

  #submitted({ detail }: SubmitEnd) {
    // A page that asks to sign in also "succeeds"; the words have not arrived then.
    if (detail.success && arrived(detail)) this.#forget()
  }

  /** When the server breaks, its error page must not take the place of what was written. */
  #answered = (event: Answered) => {
    if (event.detail.fetchResponse.response.status < 500) return
    event.preventDefault()
    this.#unsaved()
  }

  #unsaved = () => this.#say('This could not be saved just now. Your words are kept here: try again in a moment.')

  #forget() {
    clearTimeout(this.#timer)
    this.#timer = 0
    localStorage.removeItem(this.#key)
    if (this.#onServer) void this.#post('')
    this.#say('')
  }

  #say(words: string, canClear = false) {
    const line = this.#line()
    if (line.firstChild?.textContent === words) return
    line.replaceChildren(words)
    if (!canClear) return
    const clear = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Clear it' })
    clear.addEventListener('click', () => {
      this.#form?.reset()
      this.#forget()
    })
    line.append(clear)
  }

  #line(): HTMLElement {
    const found = this.querySelector<HTMLElement>('.kith-draft__state')
    if (found) return found
    const line = Object.assign(document.createElement('p'), { className: 'kith-draft__state' })
    line.setAttribute('role', 'status')
    this.#form?.append(line)
    return line
  }
}

/**
 * Removes a worker's drafts from this browser; done at sign-out.
 * @example forgetDrafts()
 */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) localStorage.removeItem(key)
}

/** A full or forbidden store must never stop someone from typing. */
function keep(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    console.warn('Kith could not keep a draft in this browser.')
  }
}

function read(text: string | null): Kept | undefined {
  try {
    const kept = text ? JSON.parse(text) : undefined
    return kept?.fields ? kept : undefined
  } catch {
    return undefined
  }
}
