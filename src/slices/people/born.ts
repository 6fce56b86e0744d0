/** A date of birth as people say it: exact, a month, a year, or a guess; read forgivingly and shown honestly. */
import { parseDay } from '../../ui/index.ts'

export type Precision = 'day' | 'month' | 'year' | 'about'
export interface Born {
  on: string
  precision: Precision
}

/**
 * Reads a typed date of birth; undefined when it is none, or lies in the future.
 * @example parseBorn('about 1984', '2026-11-22') // { on: '1984-01-01', precision: 'about' }
 */
export function parseBorn(typed: string, today: string): Born | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^(born|dob|d\.o\.b\.?)[: ]*(on|in)?\s*/, '')
    .replace(/[,\s]+/g, ' ')
    .trim()
  const born = guessed(text, today) ?? dayOf(text, today) ?? monthOf(text, today) ?? yearOf(text)
  return born && born.on <= today && born.on >= '1850' ? born : undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const about = /^(?:about|abt|around|approx(?:imately)?|roughly|circa|c\.?|~)\s*/

function guessed(text: string, today: string): Born | undefined {
  const said = about.test(text) || /[?~]$|ish$/.test(text)
  const rest = text.replace(about, '').replace(/(?<!\s)\s*(\?|~|ish)$/, '')
  const year = said ? /^(1[89]|20)\d\d$/.exec(rest)?.[0] : undefined
  if (year) return { on: `${year}-01-01`, precision: 'about' }
  const age = ageSaid(rest, said)
  return age === undefined ? undefined : { on: `${Number(today.slice(0, 4)) - age}-01-01`, precision: 'about' }
}

function ageSaid(text: string, guess: boolean): number | undefined {
  const decade = /^(?:(early|mid|late)[ -])?(?:his |her |their )?(\d)0'?s$/.exec(text)
  if (decade) return Number(decade[2]) * 10 + ({ early: 2, late: 8 }[decade[1] ?? ''] ?? 5)
  const age = /^(?:aged? )?(\d{1,3})(?: ?(?:years?|yrs?|y\/?o)(?: old)?)?$/.exec(text)
  return age && (guess || !/^\d+$/.test(text)) && Number(age[1]) < 120 ? Number(age[1]) : undefined
}

function dayOf(text: string, today: string): Born | undefined {
  const run = /^(\d{8})$/.exec(text)?.[1]
  if (run)
    return dayOf(
      /^(18|19|20)\d\d(0[1-9]|1[0-2])/.test(run)
        ? `${run.slice(0, 4)}-${run.slice(4, 6)}-${run.slice(6)}`
        : `${run.slice(0, 2)}/${run.slice(2, 4)}/${run.slice(4)}`,
      today,
    )
  const american = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4}|\d\d)$/.exec(text)
  const words = american ? `${american[2]} ${american[1]} ${american[3]}` : text
  // A day without its year is a birthday, not a date of birth.
  if (!/\d{4}|[/. -]\d\d$/.test(words) || !/^\D*\d[^/. a-z-]*[/. a-z-]\D*\d/.test(words)) return undefined
  if (/^\d{1,2}[/.-]\d{2,4}$/.test(words)) return undefined
  const on = parseDay(words.replace(/(\d)(st|nd|rd|th)? of /, '$1 '), today)
  return on ? { on: neverAhead(on, words, today), precision: 'day' } : undefined
}

/** Two digits of a year mean the latest such year that is not in the future. */
function neverAhead(on: string, words: string, today: string): string {
  return on > today && !words.includes(on.slice(0, 4)) ? `${Number(on.slice(0, 4)) - 100}${on.slice(4)}` : on
}

function monthOf(text: string, today: string): Born | undefined {
  const named = /^([a-z]{3,9})\.? (\d{4}|\d\d)$/.exec(text)
  const numbered = /^(\d{1,2})[/.-](\d{4}|\d\d)$/.exec(text) ?? flipped(/^(\d{4})-(\d{1,2})$/.exec(text))
  const month = named?.[1] ? months.indexOf(named[1].slice(0, 3)) + 1 : Number(numbered?.[1] ?? 0)
  const typed = named?.[2] ?? numbered?.[2]
  if (!typed || month < 1 || month > 12) return undefined
  const year = typed.length === 4 ? typed : String(Number(today.slice(0, 2) + typed) - (typed > today.slice(2, 4) ? 100 : 0))
  return { on: `${year}-${String(month).padStart(2, '0')}-01`, precision: 'month' }
}

const flipped = (found: RegExpExecArray | null): string[] | undefined => (found ? ['', found[2] ?? '', found[1] ?? ''] : undefined)

function yearOf(text: string): Born | undefined {
  return /^(18|19|20)\d\d$/.test(text) ? { on: `${text}-01-01`, precision: 'year' } : undefined
}
