// Turbo, and the little of it that islands call.
import '@hotwired/turbo'

/** A page on its way. */
export type Visit = { state: 'initialized' | 'started' | 'canceled' | 'failed' | 'completed' }

type TurboLike = {
  visit(location: string, options?: { action?: 'advance' | 'replace'; shouldCacheSnapshot?: boolean }): void
  session: { recentRequests: { has(requestId: string): boolean } }
  navigator: { currentVisit?: Visit; stop(): void }
}

declare global {
  interface Window {
    Turbo: TurboLike
  }
}

/** What Turbo tells about an answer; only what islands read. */
export type FetchResponse = { response: Response; succeeded: boolean }

/** A request that is about to be sent; only what islands change. */
export type Asking = CustomEvent<{ fetchOptions: { method?: string; headers: Record<string, string> } }>

/** Says whose words a request carries, so that they are never taken for somebody else's. */
export const writer = (): Record<string, string> => ({ 'X-Kith-Worker': document.body.dataset.worker ?? '' })

/** Turbo as it runs in this page. */
export const turbo = (): TurboLike => window.Turbo

// A page whose beginning has arrived when a click or a saved form overtakes it is broken off while Turbo reads it, in a
// promise that nobody can reach. Nothing is amiss then; any other rejection is told as ever.
addEventListener('unhandledrejection', event => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

// The browser's cookie is of whoever signed in last, in any tab; what stands on this page was written by the one it was made for.
addEventListener('turbo:before-fetch-request', event => {
  const { method = 'get', headers } = (event as Asking).detail.fetchOptions
  if (method.toLowerCase() !== 'get') Object.assign(headers, writer())
})

// Without a line the browser would put a page of its own in the place of this one, with what is written on it.
addEventListener('turbo:before-visit', event => {
  if (navigator.onLine) return
  event.preventDefault()
  if (document.querySelector('#kith-no-line')) return
  const line = Object.assign(document.createElement('p'), { id: 'kith-no-line', className: 'kith-live__state' })
  line.setAttribute('role', 'status')
  document.body.append(line)
  line.textContent = 'No connection. This page stays here until it is back.'
  addEventListener('online', () => line.remove(), { once: true })
})

/**
 * Whether an answer means that the session has ended.
 * @example if (signedOut(response)) keepTheForm()
 */
export function signedOut(response: Response): boolean {
  return response.status === 401 || (response.redirected && new URL(response.url).pathname === '/sign-in')
}
