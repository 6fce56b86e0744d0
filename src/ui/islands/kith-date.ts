// <kith-date>: beside a day typed in words, the browser's own calendar and what Kith understood.
import { day } from '../dates.ts'
import { parseDay } from '../day-reading.ts'

const calendar =
  '<svg class="kith-icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M4 5h12v11H4zM4 8h12M7 3v3M13 3v3"></path></svg>'

export class KithDate extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('.kith-date__button')) return
    this.append(...this.#picker(), this.#read())
    this.addEventListener('input', () => this.#understand())
    this.addEventListener('change', () => this.#understand())
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('input:not([type=date])')
  }

  #picker(): HTMLElement[] {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'kith-date__button', innerHTML: calendar })
    button.setAttribute('aria-label', 'Choose from a calendar')
    const native = Object.assign(document.createElement('input'), { type: 'date', className: 'kith-date__native', tabIndex: -1 })
    native.setAttribute('aria-hidden', 'true')
    button.addEventListener('click', () => {
      native.value = parseDay(this.#input?.value ?? '', new Date()) ?? ''
      native.showPicker()
    })
    native.addEventListener('change', () => this.#take(native.value))
    return [button, native]
  }

  #take(value: string) {
    if (!this.#input || !value) return
    this.#input.value = day(value).slice(4)
    this.#input.dispatchEvent(new Event('input', { bubbles: true }))
    this.#input.focus()
  }

  #read(): HTMLElement {
    const line = Object.assign(document.createElement('span'), { className: 'kith-date__read' })
    line.setAttribute('role', 'status')
    return line
  }

  #understand() {
    const found = parseDay(this.#input?.value ?? '', new Date())
    const words = found ? day(found) : ''
    this.querySelector('.kith-date__read')?.replaceChildren(words.endsWith(this.#input?.value ?? '-') ? '' : words)
  }
}
