// Turbo, and the little of it that islands call.
import '@hotwired/turbo'

type TurboLike = {
  visit(location: string, options?: { action?: 'advance' | 'replace' }): void
  session: { refresh(url: string, requestId?: string): void; pageRefreshDebouncePeriod: number }
  navigator: { currentVisit?: unknown }
  config: { drive: { progressBarDelay: number } }
}

declare global {
  interface Window {
    Turbo: TurboLike
  }
}

/** What Turbo tells about an answer; only what islands read. */
export type FetchResponse = { response: Response; succeeded: boolean }

/** Turbo as it runs in this page. */
export const turbo = (): TurboLike => window.Turbo

// Turbo's own progress bar inserts a style element, which the content security policy forbids; the style sheet draws one instead.
turbo().config.drive.progressBarDelay = 2 ** 31 - 1

/**
 * Whether an answer means that the session has ended.
 * @example if (signedOut(response)) keepTheForm()
 */
export function signedOut(response: Response): boolean {
  return response.status === 401 || (response.redirected && new URL(response.url).pathname === '/sign-in')
}
