// <kith-shortcut>: "/" goes to search, Ctrl+Enter sends the form one is writing in. Single keys can be turned off.
const store = 'kith-shortcuts'

export class KithShortcut extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.#key)
    this.querySelector('button')?.addEventListener('click', this.#toggle)
    this.#draw()
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#key)
    this.querySelector('button')?.removeEventListener('click', this.#toggle)
  }

  #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event)
    if (event.ctrlKey || event.metaKey || event.altKey || isOff() || isTyping(event)) return
    const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)
    if (!target) return
    event.preventDefault()
    if (target.matches('input, textarea, select')) target.focus()
    else target.click()
  }

  // Speech input can trigger single keys by accident, so people must be able to turn them off (WCAG 2.1.4).
  #toggle = () => {
    localStorage.setItem(store, isOff() ? 'on' : 'off')
    this.#draw()
  }

  #draw() {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.textContent = isOff() ? 'Turn the / key on' : 'Turn the / key off'
  }
}

function isOff(): boolean {
  return localStorage.getItem(store) === 'off'
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')
}

function send(event: KeyboardEvent): void {
  if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit()
}
