// Everything the browser runs: Turbo, the guard of half-written work, and Kith's islands.
import './turbo.ts'
import { keepFocus } from './focus.ts'
import { keepWork } from './keep.ts'
import { KithDate } from './kith-date.ts'
import { forgetDrafts, KithDraft } from './kith-draft.ts'
import { KithGovuk } from './kith-govuk.ts'
import { KithLive } from './kith-live.ts'
import { KithPasskey } from './kith-passkey.ts'
import { KithRetry } from './kith-retry.ts'
import { KithSearch } from './kith-search.ts'
import { KithSession } from './kith-session.ts'
import { KithShortcut } from './kith-shortcut.ts'
import { KithTheme } from './kith-theme.ts'
import { keepLooking } from './look.ts'

keepWork()
keepLooking()
keepFocus()
document.addEventListener('submit', event => {
  if ((event.target as Element).hasAttribute('data-forget-drafts')) forgetDrafts()
})

const islands = {
  'kith-date': KithDate,
  'kith-draft': KithDraft,
  'kith-govuk': KithGovuk,
  'kith-live': KithLive,
  'kith-passkey': KithPasskey,
  'kith-retry': KithRetry,
  'kith-search': KithSearch,
  'kith-session': KithSession,
  'kith-shortcut': KithShortcut,
  'kith-theme': KithTheme,
}

for (const [name, island] of Object.entries(islands)) customElements.define(name, island)
