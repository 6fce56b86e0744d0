// <kith-retry>: on the page that says the records cannot be reached, tries again by itself until they can.
export class KithRetry extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#timer = window.setInterval(() => void this.#try(), 5000)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  async #try() {
    const answer = await fetch('/readyz').catch(() => undefined)
    if (answer?.ok) location.reload()
  }
}
