// <kith-govuk>: starts the GOV.UK scripts a page needs, once for each part, also after Turbo has changed the page.
type Part = new (root: Element) => unknown

const parts: Record<string, () => Promise<Part>> = {
  'govuk-error-summary': async () => (await import('govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs')).ErrorSummary,
  'govuk-character-count': async () =>
    (await import('govuk-frontend/dist/govuk/components/character-count/character-count.mjs')).CharacterCount,
  'govuk-password-input': async () =>
    (await import('govuk-frontend/dist/govuk/components/password-input/password-input.mjs')).PasswordInput,
}

export class KithGovuk extends HTMLElement {
  connectedCallback() {
    document.addEventListener('turbo:morph', this.start)
    document.addEventListener('turbo:frame-render', this.start)
    this.start()
  }

  disconnectedCallback() {
    document.removeEventListener('turbo:morph', this.start)
    document.removeEventListener('turbo:frame-render', this.start)
  }

  start = () => {
    document.body.classList.add('js-enabled', 'govuk-frontend-supported')
    for (const root of document.querySelectorAll('[data-module]')) void begin(root)
  }
}

async function begin(root: Element): Promise<void> {
  const name = root.getAttribute('data-module') ?? ''
  const load = parts[name]
  if (!load) return
  const StartedPart = await load()
  // Asked after the wait: a second start during it would otherwise start the same part twice.
  if (root.isConnected && !root.hasAttribute(`data-${name}-init`)) new StartedPart(root)
}
