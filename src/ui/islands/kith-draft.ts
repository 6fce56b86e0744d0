// <kith-draft draft="entry:ID">: what is typed is kept in this browser at once and on the server soon, and comes back.
import { dropHere, findHere, keepHere, readDraft, sendThere } from './draft-store.ts'
import { restore, typed } from './fields.ts'
import { arrived } from './keep.ts'
import type { FetchResponse } from './turbo.ts'

type Answered = CustomEvent<{ fetchResponse: FetchResponse }>
type SubmitEnd = CustomEvent<{ success: boolean; fetchResponse?: FetchResponse }>

/** How long somebody pauses before their words go to the server too, in milliseconds. */
const pause = 2000

export class KithDraft extends HTMLElement {
  /** Set while words wait to go to the server. */
  #waiting = 0
  #onServer = false
  #restoring = false
  #forgotten = false

  connectedCallback() {
    this.addEventListener('input', this.#typed)
    this.addEventListener('change', this.#typed)
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

  get #name() {
    return this.getAttribute('draft') ?? ''
  }

  #typed = () => {
    if (!this.#form || this.#restoring) return
    const fields = typed(this.#form)
    if (Object.keys(fields).length === 0) return this.#forget()
    keepHere(this.#name, fields)
    this.#forgotten = false
    this.#say('Draft saved on this device')
    this.#stopWaiting()
    this.#waiting = window.setTimeout(this.#send, pause)
  }

  #send = async () => {
    if (!this.#waiting) return
    this.#stopWaiting()
    if (!findHere(this.#name)) return
    this.#onServer = await sendThere(this.#name)
    if (!this.#onServer) return
    // Saved or cleared while the draft was on its way: it must not come back.
    if (this.#forgotten) void sendThere(this.#name)
    else this.#say('Draft saved')
  }

  #stopWaiting() {
    clearTimeout(this.#waiting)
    this.#waiting = 0
  }

  #forget() {
    this.#stopWaiting()
    dropHere(this.#name)
    this.#forgotten = true
    if (this.#onServer) void sendThere(this.#name)
    this.#say('')
  }

  #bringBack() {
    this.#onServer = this.hasAttribute('kept')
    const draft = findHere(this.#name) ?? readDraft(this.getAttribute('kept'))
    // A form that was refused holds newer words already.
    if (!this.#form || !draft || this.hasAttribute('refused')) return
    this.#restoring = true
    if (restore(this.#form, draft.fields)) void this.#sayBroughtBack(new Date(draft.at))
    this.#restoring = false
  }

  async #sayBroughtBack(at: Date) {
    const { dayAndTime } = await import('../dates.ts')
    this.#say(`Brought back what you were writing, ${dayAndTime(at)}`, this.#clearButton())
  }

  #submitted({ detail }: SubmitEnd) {
    // A page that asks to sign in also "succeeds"; the words have not arrived then.
    if (detail.success && arrived(detail)) this.#forget()
  }

  /** When the server breaks, its error page must not take the place of what was written. */
  #answered(event: Answered) {
    if (event.detail.fetchResponse.response.status < 500) return
    event.preventDefault()
    this.#unsaved()
  }

  #unsaved = () => {
    this.#say('This could not be saved just now. Your words are kept here: try again in a moment.')
    const line = this.querySelector('.kith-draft__state')
    line?.classList.add('is-unsaved')
    line?.scrollIntoView({ block: 'nearest' })
  }

  #clearButton(): HTMLButtonElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Clear it' })
    button.addEventListener('click', () => {
      this.#form?.reset()
      this.#forget()
    })
    return button
  }

  /** Says under the form how its words are kept. */
  #say(words: string, ...more: Node[]) {
    const line = this.querySelector<HTMLElement>('.kith-draft__state') ?? this.#newLine()
    line.classList.remove('is-unsaved')
    if (line.firstChild?.textContent !== words) line.replaceChildren(words, ...more)
  }

  #newLine(): HTMLElement {
    const line = Object.assign(document.createElement('p'), { className: 'kith-draft__state' })
    line.setAttribute('role', 'status')
    this.#form?.append(line)
    return line
  }
}
