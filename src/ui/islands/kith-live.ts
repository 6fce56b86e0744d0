// <kith-live src="/live?case=ID">: when the server says "look again", the page refreshes itself and shows what is new.
import { type FetchResponse, signedOut, turbo } from './turbo.ts'

export class KithLive extends HTMLElement {
  #source: EventSource | undefined
  #retry = 0
  #wait = 1000
  #trouble = 0
  #asked = false
  #looking = false
  #before = new Set<string>()

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#visibility)
    document.addEventListener('turbo:load', this.#settled)
    document.addEventListener('turbo:morph', this.#morphed)
    document.addEventListener('turbo:before-fetch-request', this.#asking)
    document.addEventListener('turbo:before-fetch-response', this.#answered)
    if (!document.hidden) this.#open()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#visibility)
    document.removeEventListener('turbo:load', this.#settled)
    document.removeEventListener('turbo:morph', this.#morphed)
    document.removeEventListener('turbo:before-fetch-request', this.#asking)
    document.removeEventListener('turbo:before-fetch-response', this.#answered)
    this.#close()
  }

  // A browser allows six connections to one host; hidden tabs give theirs back.
  #visibility = () => {
    if (document.hidden) return this.#close()
    this.#open()
    this.#look()
  }

  #open() {
    this.#close()
    this.#source = new EventSource(this.getAttribute('src') ?? '/live')
    this.#source.onopen = () => this.#well()
    this.#source.onmessage = message => this.#look(/request-id="([^"]*)"/.exec(String(message.data))?.[1])
    this.#source.onerror = () => this.#troubled()
  }

  #close() {
    clearTimeout(this.#retry)
    clearTimeout(this.#trouble)
    this.#source?.close()
    this.#source = undefined
  }

  #well() {
    const missed = this.#wait > 1000 || this.querySelector('.kith-live__state')
    clearTimeout(this.#trouble)
    this.#trouble = 0
    this.#wait = 1000
    this.querySelector('.kith-live__state')?.remove()
    if (missed) this.#look()
  }

  #troubled() {
    this.#trouble ||= window.setTimeout(() => this.#state('Connection lost, still trying. What you write is kept here.'), 4000)
    if (this.#source?.readyState !== EventSource.CLOSED) return
    clearTimeout(this.#retry)
    this.#retry = window.setTimeout(() => this.#open(), this.#wait)
    this.#wait = Math.min(30_000, this.#wait * 2)
  }

  /** Only "look again" is taken from the stream: nothing it carries is ever put into the page. */
  #look(requestId?: string) {
    // Turbo drops a refresh that arrives while it is fetching; asking again afterwards means none is missed.
    if (turbo().navigator.currentVisit) {
      this.#asked = true
      return
    }
    this.#asked = false
    this.#looking = true
    this.#before = new Set(items().map(item => item.id))
    turbo().session.refresh(document.baseURI, requestId)
  }

  #settled = () => {
    this.#looking = false
    if (this.#asked) this.#look()
  }

  /** A page that looks again by itself must not keep an empty chair signed in. */
  #asking = (event: Event) => {
    const { fetchOptions } = (event as CustomEvent<{ fetchOptions: { headers: Record<string, string> } }>).detail
    if (this.#looking) fetchOptions.headers['X-Kith-Quiet'] = '1'
  }

  /** A refresh that nobody asked for must not swap a half-written page for the sign-in page. */
  #answered = (event: Event) => {
    const { fetchResponse } = (event as CustomEvent<{ fetchResponse: FetchResponse }>).detail
    if (!this.#looking || !signedOut(fetchResponse.response)) return
    event.preventDefault()
    document.dispatchEvent(new CustomEvent('kith:signed-out'))
  }

  #morphed = () => {
    if (!this.#looking) return
    const fresh = items().filter(item => !this.#before.has(item.id))
    for (const item of fresh) highlight(item)
    const names = [...new Set(fresh.map(item => item.dataset.liveItem))].filter(Boolean)
    if (names.length) this.#announce(`New from ${names.join(' and ')}`)
  }

  #state(words: string) {
    if (this.querySelector('.kith-live__state')) return
    this.append(line('kith-live__state', words))
  }

  #announce(words: string) {
    this.querySelector('.kith-live__news')?.remove()
    const news = line('kith-live__news govuk-visually-hidden', '')
    this.append(news)
    setTimeout(() => news.replaceChildren(words), 100)
  }
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-live-item][id]')]
}

function highlight(item: HTMLElement): void {
  item.classList.add('is-new')
  setTimeout(() => item.classList.remove('is-new'), 6000)
}

function line(className: string, words: string): HTMLElement {
  const made = Object.assign(document.createElement('p'), { className, textContent: words })
  made.setAttribute('role', 'status')
  return made
}
