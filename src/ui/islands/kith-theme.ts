// <kith-theme>: light, dark or as the device says, at once and kept in a cookie; without scripts the form asks the server.
export class KithTheme extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#choose)
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#choose)
  }

  #choose = (event: Event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=theme]')
    if (!button) return
    event.preventDefault()
    const secure = location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in Firefox
    document.cookie = `kith-theme=${button.value}; path=/; max-age=${button.value ? 31_536_000 : 0}; samesite=lax${secure}`
    if (button.value) document.documentElement.dataset.theme = button.value
    else delete document.documentElement.dataset.theme
    for (const one of this.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === button))
  }
}
