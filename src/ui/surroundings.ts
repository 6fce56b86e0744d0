// What every page of one answer shares (who is asking, their menu, theme, notices), given once by the request's wrapper.
import type { Child } from '#jsx/element'
import { createContext } from '#jsx/contexts'
import type { FlashMessage } from './flash.tsx'
import type { NavItem } from './rail.tsx'

/** Who is looking. The platform's actor satisfies it as it is. */
export type PageActor = { workerId?: string; name: string; agencyName: string }

export type Theme = 'light' | 'dark'

/** Whether the page says of each row who can read it, and what that is told by. */
export type WhoValue = {
  on: boolean
  /** The address of this page, without what is asked of it. */
  here: string
  /** This page again with the rows asked, or no longer; left out on a page that is such an answer itself, and on a form that was sent back. */
  href?: string | undefined
  /** Where it is told who can read what is found at an address; nothing where that is not told. */
  of: (href: string) => string | undefined
  /** Which workers see the rows of a table, in the words of its rule. */
  rule: (table: string) => string
  /** Set by the lists of the page, which is written in one go: whether one of them can answer. */
  answers: boolean
  /** The rules that the page has told already; a long one is told once. */
  told: Set<string>
}

export type SurroundingsValue = {
  actor?: PageActor | undefined
  /** What this worker's half-written words are locked with in the browser: 32 bytes in base64. */
  draftKey?: string | undefined
  nav?: NavItem[] | undefined
  /** Links of the "New" menu: what this worker may start. */
  start?: { label: string; href: string }[] | undefined
  theme?: Theme | undefined
  /** What was sent was refused: the page's title says so first, which is the first that a screen reader reads of it. */
  refused?: boolean | undefined
  demonstration?: boolean | undefined
  alerts?: number | undefined
  flash?: FlashMessage | undefined
  /** What stands above everything else on the page, such as that a case is open for minutes only. */
  band?: Child
  /** Nothing on this page may be printed or saved, as in an emergency. */
  nothingLeaves?: boolean | undefined
  who?: WhoValue | undefined
  /** Words already in the search box, on the search page. */
  search?: string | undefined
  /** Seconds of idleness after which the session ends; arms the warning. */
  idleSeconds?: number | undefined
}

/**
 * Shared page parts. The request's wrapper provides them once, so views need pass only what is theirs.
 * @example <Surroundings.Provider value={{ actor, nav, theme, demonstration }}>{view}</Surroundings.Provider>
 */
export const Surroundings = createContext<SurroundingsValue>({})
