// The contract counter: "day 43 of 120, 77 left", as words and as a bar drawn on the server.
import { grouped, plural } from './dates.ts'

type CounterProps = { day: number; of: number; label?: string | undefined; unit?: string | undefined }

/**
 * How far something has run. Past the end it says by how much.
 * @example <Counter day={43} of={120} label="Contract" />
 */
export function Counter({ day, of, label, unit = 'day' }: CounterProps) {
  const left = of - day
  const share = of > 0 ? Math.max(0, Math.min(1, day / of)) : 1
  return (
    <div class={`kith-counter kith-counter--${tone(left, of)}`}>
      {label ? <span class="kith-counter__label">{label}</span> : null}
      <span class="kith-counter__words">
        <strong>
          {unit} {grouped(Math.max(0, day))}
        </strong>{' '}
        of {grouped(of)}, <span class="kith-counter__left">{leftWords(left, unit)}</span>
      </span>
      <svg class="kith-counter__bar" viewBox="0 0 240 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="kith-counter__track" width="240" height="6" />
        <rect class="kith-counter__run" width={Math.round(share * 240)} height="6" />
      </svg>
    </div>
  )
}

function leftWords(left: number, unit: string): string {
  if (left < 0) return `${plural(-left, unit)} over`
  return left === 0 ? `last ${unit}` : `${grouped(left)} left`
}

function tone(left: number, of: number): 'over' | 'soon' | 'fine' {
  if (left < 0) return 'over'
  return left <= Math.max(7, of * 0.1) ? 'soon' : 'fine'
}
