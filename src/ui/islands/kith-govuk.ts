// <kith-govuk>: starts the GOV.UK and MOJ scripts a page needs, once for each part, also after Turbo has changed the page.
import { loadSortable } from './sorted.ts'

type Part = new (root: Element) => unknown

const parts: Record<string, () => Promise<Part>> = {
  'govuk-error-summary': async () => (await import('govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs')).ErrorSummary,
  'govuk-character-count': async () =>
    (await import('govuk-frontend/dist/govuk/components/character-count/character-count.mjs')).CharacterCount,
  'govuk-password-input': async () =>
    (await import('govuk-frontend/dist/govuk/components/password-input/password-input.mjs')).PasswordInput,
  'moj-sortable-table': loadSortable,
}

const told = new WeakSet<Element>()

export class KithGovuk extends HTMLElement {
  connectedCallback() {
    document.addEventListener('turbo:morph', this.start)
    document.addEventListener('input', this.#typed)
    this.start()
    showCurrentTab()
  }

  disconnectedCallback() {
    document.removeEventListener('turbo:morph', this.start)
    document.removeEventListener('input', this.#typed)
  }

  #typed = ({ target }: Event) => {
    const root = (target as Element).closest('[data-module=govuk-character-count]')
    if (root) void begin(root)
  }

  start = () => {
    document.body.classList.add('js-enabled', 'govuk-frontend-supported')
    for (const root of document.querySelectorAll('[data-module]')) void begin(root)
  }
}

async function begin(root: Element): Promise<void> {
  const name = root.getAttribute('data-module') ?? ''
  const load = parts[name]
  if (!load || farFromLimit(root)) return
  if (name === 'govuk-error-summary') tellAtOnce(root as HTMLElement)
  const StartedPart = await load()
  // Asked after the wait: a second start during it would otherwise start the same part twice.
  if (root.isConnected && !root.hasAttribute(`data-${name}-init`)) new StartedPart(root)
}

/** What is wrong has the focus as soon as it stands there: its script, come later, would take it from whoever is mending it already. */
function tellAtOnce(summary: HTMLElement): void {
  if (told.has(summary)) return
  told.add(summary)
  summary.tabIndex = -1
  summary.focus()
}

/** On a phone the tabs are wider than the screen, and the one we are on may be out of sight. */
function showCurrentTab(): void {
  const tab = document.querySelector<HTMLElement>('.moj-sub-navigation [aria-current]')
  const list = tab?.closest('ul')
  if (tab && list) list.scrollLeft = tab.offsetLeft - list.offsetLeft - 48
}

/** A count is shown only near the limit, so most pages never need to fetch it. */
function farFromLimit(root: Element): boolean {
  const limit = Number(root.getAttribute('data-maxlength'))
  const field = root.querySelector<HTMLTextAreaElement>('textarea')
  return limit > 0 && field !== null && field.value.length < limit / 2
}
