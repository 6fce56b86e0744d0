// Everything the browser runs: Turbo, the guard of half-written work, and Kith's islands.
import './turbo.ts'
import { keepFocus } from './focus.ts'
import { keepWork } from './keep.ts'
import { KithDraft } from './kith-draft.ts'
import { KithGovuk } from './kith-govuk.ts'
import { KithLive } from './kith-live.ts'
import { KithRetry } from './kith-retry.ts'
import { KithSession } from './kith-session.ts'
import { KithShortcut } from './kith-shortcut.ts'
import { KithTheme } from './kith-theme.ts'
import { keepLooking } from './look.ts'

keepWork()
keepLooking()
keepFocus()

const islands = {
  'kith-draft': KithDraft,
  'kith-govuk': KithGovuk,
  'kith-live': KithLive,
  'kith-retry': KithRetry,
  'kith-session': KithSession,
  'kith-shortcut': KithShortcut,
  'kith-theme': KithTheme,
}

type Rare = { load: () => Promise<CustomElementConstructor>; wanted: (part: HTMLElement) => boolean }

/** What few readers of a page need is fetched when they do. */
const rare: Record<string, Rare> = {
  'kith-date': { load: async () => (await import('./kith-date.ts')).KithDate, wanted: part => part.checkVisibility() },
  'kith-passkey': { load: async () => (await import('./kith-passkey.ts')).KithPasskey, wanted: () => true },
  'kith-search': { load: async () => (await import('./kith-search.ts')).KithSearch, wanted: part => part.matches(':focus-within') },
}

for (const [name, island] of Object.entries(islands)) customElements.define(name, island)
for (const moment of ['turbo:load', 'turbo:render', 'turbo:morph', 'toggle', 'focusin']) addEventListener(moment, defineRare, true)
void defineRare()

async function defineRare(): Promise<void> {
  for (const [name, { load, wanted }] of Object.entries(rare)) {
    if (customElements.get(name) || ![...document.querySelectorAll<HTMLElement>(name)].some(wanted)) continue
    const island = await load()
    if (!customElements.get(name)) customElements.define(name, island)
  }
}
