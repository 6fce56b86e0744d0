// <kith-draft draft="entry:ID">: what is typed is kept in this browser at once and on the server soon, and comes back.
import type { Draft } from './draft-store.ts'
import { restore, typed } from './fields.ts'
import { arrived } from './keep.ts'
import { type FetchResponse, signedOut, writer } from './turbo.ts'

type Answered = CustomEvent<{ fetchResponse: FetchResponse }>
type SubmitEnd = CustomEvent<{ success: boolean; fetchResponse?: FetchResponse }>

/** How long somebody pauses before their words go to the server too, in milliseconds. */
const pause = 2000

const tryAgain = 'This could not be saved just now. Your words are kept here: try again in a moment.'
const tooBig = 'This is too much to send at once, and was not saved. Your words are kept here: make it shorter, and save it again.'

/** What is being locked: that takes a moment, in which the page may already be another with the same form. */
const underWay = new Map<string, Draft>()

/** Most pages are read and not written on: what keeps words here is fetched for the others. */
const store = () => import('./draft-store.ts')

export class KithDraft extends HTMLElement {
  /** What is typed and neither saved nor cleared. */
  #draft: Draft | undefined
  /** Set while words wait to go to the server. */
  #waiting = 0
  #onServer = false
  #restoring = false

  connectedCallback() {
    this.addEventListener('focusin', store, { once: true })
    this.addEventListener('input', this.#typed)
    this.addEventListener('change', this.#typed)
    this.addEventListener('turbo:submit-end', event => this.#submitted(event as SubmitEnd))
    this.addEventListener('turbo:before-fetch-response', event => this.#answered(event as Answered))
    this.addEventListener('turbo:fetch-request-error', this.#unsaved)
    addEventListener('pagehide', this.#send)
    void this.#bringBack()
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

  get #key() {
    return `kith-draft:${document.body.dataset.worker ?? ''}:${this.#name}`
  }

  #typed = () => {
    if (!this.#form || this.#restoring) return
    const fields = typed(this.#form)
    if (Object.keys(fields).length === 0) return this.#forget()
    this.#draft = { at: new Date().toISOString(), fields }
    void this.#keep(this.#draft)
    this.#stopWaiting()
    this.#waiting = window.setTimeout(this.#send, pause)
  }

  async #keep(draft: Draft) {
    const key = this.#key
    underWay.set(key, draft)
    const { keepHere } = await store()
    const isKept = await keepHere(this.#name, draft)
    if (underWay.get(key) === draft) underWay.delete(key)
    if (isKept && this.#draft === draft) this.#say('Draft saved on this device')
  }

  #send = async () => {
    if (!this.#waiting) return
    this.#stopWaiting()
    const sent = this.#draft
    if (!sent) return
    this.#onServer = await this.#sendThere()
    if (!this.#onServer) return
    // Saved or cleared while the draft was on its way: it must not come back. What was typed meanwhile is not there yet.
    if (!this.#draft) void this.#sendThere()
    else if (this.#draft === sent) this.#say('Draft saved')
  }

  /** Takes to the server what is typed, or nothing, which removes it there. Gives whether it arrived. */
  async #sendThere(): Promise<boolean> {
    const answer = await fetch('/drafts', {
      method: 'POST',
      // Also while the page goes away.
      keepalive: true,
      headers: { 'content-type': 'application/json', ...writer() },
      body: JSON.stringify({ key: this.#name, body: this.#draft ? JSON.stringify(this.#draft) : '' }),
    }).catch(() => undefined)
    return Boolean(answer?.ok && !signedOut(answer))
  }

  #stopWaiting() {
    clearTimeout(this.#waiting)
    this.#waiting = 0
  }

  #forget() {
    this.#stopWaiting()
    this.#draft = undefined
    underWay.delete(this.#key)
    // At once: a page that is left the next moment would find its words here again.
    localStorage.removeItem(this.#key)
    void store().then(({ dropHere }) => this.#draft ?? dropHere(this.#name))
    if (this.#onServer) void this.#sendThere()
    this.#say('')
  }

  async #bringBack() {
    this.#onServer = this.hasAttribute('kept')
    // A form that was refused holds newer words already.
    if (this.hasAttribute('refused')) return
    const draft = underWay.get(this.#key) ?? newest(await this.#findHere(), readDraft(this.getAttribute('kept')))
    if (!this.#form || !draft) return
    // Or on its way there: a page that went away took its words along, and they must not come back once they are cleared here.
    this.#onServer = true
    this.#restoring = true
    if (restore(this.#form, draft.fields)) void this.#sayBroughtBack(new Date(draft.at))
    this.#restoring = false
  }

  /** In most browsers nothing is kept, and then nothing is fetched to find it with. */
  async #findHere(): Promise<Draft | undefined> {
    return localStorage.getItem(this.#key) === null ? undefined : (await store()).findHere(this.#name)
  }

  async #sayBroughtBack(at: Date) {
    const { dayAndTime } = await import('../dates.ts')
    this.#say(`Brought back what you were writing, ${dayAndTime(at)}`, this.#clearButton())
  }

  #submitted({ detail }: SubmitEnd) {
    // A page that asks to sign in also "succeeds"; the words have not arrived then.
    if (detail.success && arrived(detail)) this.#forget()
  }

  /** When the server breaks, or cannot even read so much, its error page must not take the place of what was written. */
  #answered(event: Answered) {
    const { status } = event.detail.fetchResponse.response
    if (status < 500 && status !== 413) return
    event.preventDefault()
    this.#sayUnsaved(status === 413 ? tooBig : tryAgain)
  }

  #unsaved = () => this.#sayUnsaved(tryAgain)

  #sayUnsaved(words: string) {
    this.#say(words)
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

/** The one written last: it may be the server's, when somebody went on at another device. */
const newest = (here: Draft | undefined, there: Draft | undefined): Draft | undefined =>
  here && there ? (there.at > here.at ? there : here) : (here ?? there)

/** A draft as it was written down; undefined for anything else. */
function readDraft(text: string | null): Draft | undefined {
  try {
    const draft = text ? JSON.parse(text) : undefined
    return draft?.fields ? draft : undefined
  } catch {
    return undefined
  }
}
