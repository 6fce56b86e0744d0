// The chronology as a small picture: one tick for each entry along the months, with the same as a table behind it.
import { day, isoDay, type Moment, plural } from './dates.ts'

export type StripMark = { at: Moment; kind: string; strong?: boolean | undefined }

type StripProps = { label: string; from: Moment; to: Moment; marks: StripMark[] }

const width = 600

/**
 * A strip of what happened when. The strong marks stand taller.
 * @example <Strip label="Contacts since June" from="2026-06-01" to="2026-11-22" marks={[{ at: '2026-07-01', kind: 'Visit' }]} />
 */
export function Strip({ label, from, to, marks }: StripProps) {
  const place = scale(from, to)
  return (
    <figure class="kith-strip">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} 46`}
        role="img"
        aria-label={`${label}: ${plural(marks.length, 'entry', 'entries')} from ${day(from)} to ${day(to)}`}
      >
        <line class="kith-strip__line" x1="0" y1="30" x2={width} y2="30" />
        {monthStarts(from, to).map(month => (
          <g>
            <line class="kith-strip__month" x1={place(month)} y1="26" x2={place(month)} y2="34" />
            <text class="kith-strip__name" x={place(month) + 3} y="44">
              {day(month).slice(-8, -5)}
            </text>
          </g>
        ))}
        {marks.map(mark => (
          <line
            class={mark.strong ? 'kith-strip__mark kith-strip__mark--strong' : 'kith-strip__mark'}
            x1={place(mark.at)}
            x2={place(mark.at)}
            y1={mark.strong ? 6 : 16}
            y2="30"
          />
        ))}
      </svg>
      <details class="kith-strip__table">
        <summary>Show as a table</summary>
        <table class="govuk-table kith-table">
          <caption class="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col" class="govuk-table__header">
                Date
              </th>
              <th scope="col" class="govuk-table__header">
                What
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map(mark => (
              <tr>
                <td class="govuk-table__cell">{day(mark.at)}</td>
                <td class="govuk-table__cell">{mark.kind}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function scale(from: Moment, to: Moment): (at: Moment) => number {
  const start = Date.parse(isoDay(from))
  const span = Math.max(1, Date.parse(isoDay(to)) - start)
  return at => Math.round(Math.max(2, Math.min(width - 2, ((Date.parse(isoDay(at)) - start) / span) * width)))
}

/** The firsts of months; every third when there are many, so that names never overlap. */
function monthStarts(from: Moment, to: Moment): string[] {
  const months: string[] = []
  const at = new Date(isoDay(from))
  at.setUTCDate(1)
  for (at.setUTCMonth(at.getUTCMonth() + 1); at.getTime() < Date.parse(isoDay(to)); at.setUTCMonth(at.getUTCMonth() + 1)) {
    months.push(at.toISOString().slice(0, 10))
  }
  const step = Math.ceil(months.length / 12)
  return months.filter((_, index) => index % step === 0)
}
