// <kith-passkey options="/…">: a form whose hidden field "response" is filled by the device's passkey before it is sent. With `make`, a new one is made.
type Ceremony = { make: boolean; options: string }

export class KithPasskey extends HTMLElement {
  static observedAttributes = ['hidden']

  connectedCallback() {
    if (!canAsk()) return
    this.hidden = false
    this.addEventListener('submit', this.#submitted)
  }

  /** An answer that is morphed into this page hides it again, as for a browser without scripts. */
  attributeChangedCallback() {
    if (this.hidden && this.isConnected && canAsk()) this.hidden = false
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.#submitted)
  }

  #submitted = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    const answer = form.elements.namedItem('response') as HTMLInputElement
    // Nothing to ask the device for while the rest of the form is empty: the server says what is missing.
    if (answer.value || (this.hasAttribute('make') && !new FormData(form).get('name'))) return
    event.preventDefault()
    void this.#ask(form, answer)
  }

  async #ask(form: HTMLFormElement, answer: HTMLInputElement) {
    this.#say('')
    try {
      answer.value = await respond(form, { make: this.hasAttribute('make'), options: this.getAttribute('options') ?? '' })
      form.requestSubmit()
      answer.value = ''
    } catch (error) {
      this.#say(error instanceof Refusal ? error.message : 'Your device did not go on. Try again, or choose another way.')
    }
  }

  #say(words: string) {
    const line =
      this.querySelector('.kith-passkey__state') ?? Object.assign(document.createElement('p'), { className: 'kith-passkey__state' })
    line.setAttribute('role', 'status')
    line.textContent = words
    this.append(line)
  }
}

const canAsk = (): boolean => typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'

class Refusal extends Error {}

async function respond(form: HTMLFormElement, { make, options }: Ceremony): Promise<string> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.set(name, value)
  const answer = await fetch(options, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
  const told = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refusal(Object.values(told.errors ?? {}).join(' ') || 'You have been signed out. Sign in again first.')
  const credential = make
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(told) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(told) })
  return JSON.stringify((credential as PublicKeyCredential).toJSON())
}
