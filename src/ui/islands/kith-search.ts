// <kith-search src="/search/suggestions">: answers below the box as one types; a plain search form without scripts.
// Turbo itself stays with the scripts that every page has.
import type {} from './turbo.ts'

export class KithSearch extends HTMLElement {
  #timer = 0
  #asked: AbortController | undefined

  connectedCallback() {
    if (this.hasAttribute('data-ready')) return
    this.setAttribute('data-ready', '')
    this.addEventListener('input', () => this.#later())
    this.addEventListener('keydown', event => this.#key(event))
    // This script is fetched when somebody begins to search: what they typed meanwhile is answered too.
    if (this.matches(':focus-within')) this.#later()
    this.addEventListener('focusout', event => {
      if (!this.contains(event.relatedTarget as Node | null)) this.#close()
    })
  }

  get #input() {
    return this.querySelector('input')
  }

  get #options() {
    return [...this.querySelectorAll<HTMLAnchorElement>('[role=option]')]
  }

  #later() {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(), 120)
  }

  async #ask() {
    const words = this.#input?.value.trim() ?? ''
    this.#asked?.abort()
    if (words.length < 2) return this.#close()
    this.#asked = new AbortController()
    const address = `${this.getAttribute('src')}?q=${encodeURIComponent(words)}`
    const answer = await fetch(address, { signal: this.#asked.signal, headers: { accept: 'text/html' } }).catch(() => undefined)
    if (!answer?.ok || answer.redirected) return
    this.#show(await answer.text())
  }

  #show(html: string) {
    const list = this.#list()
    list.innerHTML = html
    const found = this.#options
    found.forEach((option, index) => {
      option.id = `kith-found-${index}`
      option.tabIndex = -1
    })
    list.hidden = list.textContent?.trim() === ''
    this.#input?.setAttribute('aria-expanded', String(!list.hidden))
    this.#input?.removeAttribute('aria-activedescendant')
    const say = this.querySelector('[role=status]')
    say?.replaceChildren(found.length ? `${found.length} found, use the arrow keys` : 'Nothing found')
  }

  #list(): HTMLElement {
    const made = this.querySelector<HTMLElement>('[role=listbox]')
    if (made) return made
    const list = Object.assign(document.createElement('div'), { id: 'kith-found', className: 'kith-found' })
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', 'Suggestions')
    const say = Object.assign(document.createElement('p'), { className: 'govuk-visually-hidden' })
    say.setAttribute('role', 'status')
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': 'kith-found', 'aria-autocomplete': 'list' })) {
      this.#input?.setAttribute(name, value)
    }
    this.append(list, say)
    return list
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape') return this.#close()
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move) return this.#move(event, move)
    const active = this.querySelector<HTMLAnchorElement>('[role=option][aria-selected=true]')
    if (event.key !== 'Enter' || !active) return
    event.preventDefault()
    this.#close()
    window.Turbo.visit(active.href)
  }

  #move(event: KeyboardEvent, by: number) {
    const options = this.#options
    if (options.length === 0) return
    event.preventDefault()
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true')
    const to = at < 0 && by < 0 ? options.length - 1 : (at + by + options.length) % options.length
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === to))
    options[to]?.scrollIntoView({ block: 'nearest' })
    this.#input?.setAttribute('aria-activedescendant', options[to]?.id ?? '')
  }

  #close() {
    const list = this.querySelector<HTMLElement>('[role=listbox]')
    if (list) list.hidden = true
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#input?.removeAttribute('aria-activedescendant')
  }
}
