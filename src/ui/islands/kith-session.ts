// <kith-session seconds="1800">: warns before the session ends, and afterwards lets one sign in again without leaving the page.
import { type FetchResponse, signedOut } from './turbo.ts'

const warning = 120

export class KithSession extends HTMLElement {
  #timers: number[] = []
  #over = false

  connectedCallback() {
    document.addEventListener('turbo:before-fetch-response', this.#answered)
    document.addEventListener('kith:signed-out', this.#ended)
    addEventListener('focus', this.#back)
    this.#restart()
  }

  disconnectedCallback() {
    document.removeEventListener('turbo:before-fetch-response', this.#answered)
    document.removeEventListener('kith:signed-out', this.#ended)
    removeEventListener('focus', this.#back)
    this.#stop()
  }

  #restart() {
    this.#stop()
    const seconds = Number(this.getAttribute('seconds')) || 1800
    const before = Math.max(5, seconds - warning)
    this.#timers = [window.setTimeout(this.#warn, before * 1000), window.setTimeout(() => void this.#check(), (seconds + 2) * 1000)]
  }

  #stop() {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #answered = (event: Event) => {
    const { response } = (event as CustomEvent<{ fetchResponse: FetchResponse }>).detail.fetchResponse
    if (!signedOut(response)) return response.headers.has('x-kith-quiet') ? undefined : this.#restart()
    // A form that was refused for this reason alone stays as it is, to be sent again.
    if (event.target instanceof HTMLFormElement) {
      event.preventDefault()
      this.#ended()
    }
  }

  #warn = () => {
    this.#show(
      'You will be signed out in 2 minutes',
      'This is because nothing has been saved or opened for a while. What you are writing is kept.',
      'Stay signed in',
      () => void this.#check('POST'),
    )
  }

  #ended = () => {
    this.#over = true
    this.#show(
      'You have been signed out',
      'What you were writing is kept. Sign in again in a new tab, then come back here and carry on.',
      'Sign in again',
      () => window.open('/sign-in', '_blank'),
    )
  }

  #back = () => {
    if (this.#over) void this.#check()
  }

  /** Only the POST, which somebody clicked, keeps the session alive. */
  async #check(method = 'GET') {
    const answer = await fetch('/session/alive', { method, headers: { accept: 'application/json' } }).catch(() => undefined)
    if (!answer) return
    if (!answer.ok || signedOut(answer)) return this.#ended()
    const { worker } = await answer.json().catch(() => ({ worker: undefined }))
    // Somebody else has signed in on this machine: this page is not theirs to see.
    if (worker && worker !== document.body.dataset.worker) return location.assign('/')
    this.#over = false
    this.querySelector('dialog')?.close()
    this.#restart()
  }

  #show(title: string, words: string, button: string, press: () => void) {
    this.querySelector('dialog')?.remove()
    const dialog = Object.assign(document.createElement('dialog'), { className: `kith-dialog${this.#over ? ' kith-dialog--over' : ''}` })
    const act = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'kith-button kith-button--primary',
      textContent: button,
    })
    const heading = Object.assign(document.createElement('h2'), { id: 'kith-session-title', textContent: title })
    dialog.setAttribute('aria-labelledby', heading.id)
    dialog.append(heading, Object.assign(document.createElement('p'), { textContent: words }), act)
    act.addEventListener('click', press)
    dialog.addEventListener('cancel', event => this.#over && event.preventDefault())
    this.append(dialog)
    dialog.showModal()
  }
}
