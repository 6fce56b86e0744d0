// <kith-live src="/live?case=ID">: when the server says "look again", the page does, and says whose news it is.
import { deafFor, lookAgain } from './look.ts'

export class KithLive extends HTMLElement {
  #leaving = new AbortController()
  #source: EventSource | undefined
  #retry = 0
  #lost = 0
  #begun = 0

  connectedCallback() {
    const { signal } = this.#leaving
    document.addEventListener('visibilitychange', () => this.#shownOrHidden(), { signal })
    document.addEventListener('kith:news', event => this.#announce((event as CustomEvent<string[]>).detail), { signal })
    if (!document.hidden) this.#listen()
  }

  disconnectedCallback() {
    this.#leaving.abort()
    this.#leaving = new AbortController()
    this.#hangUp()
  }

  // A browser allows six connections to one host; hidden tabs give theirs back.
  #shownOrHidden() {
    this.#hangUp()
    if (document.hidden) return
    this.#listen()
    lookAgain()
  }

  /** Only "look again" is taken from the stream: nothing it carries is ever put into the page. */
  #listen() {
    this.#begun = performance.now()
    const address = new URL(this.getAttribute('src') ?? '/live', location.href)
    address.searchParams.set('deaf', String(deafFor()))
    this.#source = new EventSource(address)
    this.#source.onopen = () => this.#connected()
    this.#source.onmessage = ({ data }) => lookAgain(/request-id="([^"]*)"/.exec(data)?.[1])
    this.#source.onerror = () => this.#disconnected()
  }

  #hangUp() {
    clearTimeout(this.#retry)
    this.#source?.close()
  }

  #connected() {
    // Of what came about while a stream was away, or long in opening, its other end does not know.
    if (this.#lost || performance.now() - this.#begun > 1500) lookAgain()
    clearTimeout(this.#lost)
    this.#lost = 0
    this.querySelector('.kith-live__state')?.remove()
  }

  #disconnected() {
    this.#lost ||= window.setTimeout(
      () => this.append(line('kith-live__state', 'Connection lost, still trying. What you write is kept here.')),
      4000,
    )
    // The browser tries again by itself, but not after an answer that is no stream.
    if (this.#source?.readyState === EventSource.CLOSED) this.#retry = window.setTimeout(() => this.#listen(), 3000)
  }

  #announce(names: string[]) {
    this.querySelector('.kith-live__news')?.remove()
    const news = line('kith-live__news govuk-visually-hidden', '')
    this.append(news)
    setTimeout(() => news.replaceChildren(`New from ${names.join(' and ')}`), 100)
  }
}

function line(className: string, words: string): HTMLElement {
  const made = Object.assign(document.createElement('p'), { className, textContent: words })
  made.setAttribute('role', 'status')
  return made
}
