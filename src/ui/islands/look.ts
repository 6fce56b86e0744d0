// Looking again: the page refreshes itself without breaking anything off, without leaving on trouble, and tells what is new.
import { type Asking, type FetchResponse, signedOut, turbo, type Visit } from './turbo.ts'

type Answered = CustomEvent<{ fetchResponse: FetchResponse }>

let look: Visit | undefined
let next = 0
/** When the page that stands was asked for, as `performance.now()` has it: the first one at the beginning of that clock. */
let askedAt = 0
let before = new Set<string>()

/**
 * Lets looks be made. Once, for the life of the tab.
 * @example keepLooking()
 */
export function keepLooking(): void {
  document.addEventListener('turbo:before-fetch-request', () => {
    askedAt = performance.now()
  })
  document.addEventListener('turbo:load', lookIfOvertaken)
  document.addEventListener('turbo:morph', tellNews)
  document.addEventListener('turbo:before-fetch-response', event => stayOnTrouble(event as Answered))
  document.addEventListener('turbo:fetch-request-error', stayWithoutAnswer)
}

/** For how many milliseconds this page may have missed news, because it was being fetched and not yet listening. */
export const deafFor = (): number => Math.round(performance.now() - askedAt)

/**
 * Fetches this page again soon; `requestId` names what caused it. Tells `kith:news` with the names of those whose writing came.
 * @example lookAgain()
 */
export function lookAgain(requestId = ''): void {
  // What this page itself has saved came back to it with the saved page.
  if (!turbo().session.recentRequests.has(requestId)) soon(100)
}

function soon(milliseconds: number): void {
  if (!next) next = window.setTimeout(refresh, milliseconds)
}

function refresh(): void {
  next = 0
  // Another visit would break off a page on its way, and a form that is being sent.
  if (turbo().navigator.currentVisit || document.querySelector('form[aria-busy=true]')) {
    soon(100)
    return
  }
  before = new Set(items().map(item => item.id))
  document.addEventListener('turbo:before-fetch-request', quietly)
  turbo().visit(document.baseURI, { action: 'replace', shouldCacheSnapshot: false })
  document.removeEventListener('turbo:before-fetch-request', quietly)
  look = turbo().navigator.currentVisit
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-live-item][id]')]
}

/** A page that looks again by itself must not keep an empty chair signed in. */
function quietly(event: Event): void {
  ;(event as Asking).detail.fetchOptions.headers['X-Kith-Quiet'] = '1'
}

/** The click or the saved form that went before may have been answered before the news was written. */
function lookIfOvertaken(): void {
  if (look?.state === 'canceled') lookAgain()
  look = undefined
}

function tellNews(): void {
  if (!looking()) return
  const fresh = items().filter(item => !before.has(item.id))
  for (const item of fresh) highlight(item)
  const names = [...new Set(fresh.map(item => item.dataset.liveItem))].filter(Boolean)
  if (names.length) document.dispatchEvent(new CustomEvent('kith:news', { detail: names }))
}

function looking(): boolean {
  return look !== undefined && look === turbo().navigator.currentVisit
}

function highlight(item: HTMLElement): void {
  item.classList.add('is-new')
  setTimeout(() => item.classList.remove('is-new'), 6000)
}

/** A refresh that nobody asked for must not swap a half-written page for the sign-in page or an error. */
function stayOnTrouble(event: Answered): void {
  const { response } = event.detail.fetchResponse
  if (!looking() || (!signedOut(response) && response.status < 500)) return
  stay(event)
  if (signedOut(response)) document.dispatchEvent(new CustomEvent('kith:signed-out'))
  else soon(5000)
}

/** Turbo would load the whole page anew, and so show the browser's own error page when the line is down. */
function stayWithoutAnswer(event: Event): void {
  if (!looking()) return
  stay(event)
  soon(5000)
}

function stay(event: Event): void {
  event.preventDefault()
  turbo().navigator.stop()
  look = undefined
}
