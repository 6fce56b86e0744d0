// The small line icons Kith draws itself: always beside words, never instead of them.
import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

const paths = {
  today: 'M4 5h12v11H4zM4 8h12M7 3v3M13 3v3M8 12l1.5 1.5L13 10.5',
  cases: 'M3 6h5l1.5 2H17v8H3zM3 9h14',
  people:
    'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M13 4.8a2.3 2.3 0 0 1 0 4.4M14.5 11.8c1.7.6 2.7 2 3 4.2',
  group:
    'M10 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM4 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM16 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM9 7.8L5.2 12.3M11 7.8l3.8 4.5M6 14h8',
  place: 'M10 17s5.5-4.8 5.5-9a5.5 5.5 0 0 0-11 0c0 4.2 5.5 9 5.5 9zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  call: 'M4 4h3l1.5 4-2 1.3a9 9 0 0 0 4.2 4.2l1.3-2 4 1.5v3C9.5 17 3 10.5 4 4z',
  target: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1 1H4zM8.5 17.5h3',
  menu: 'M3 6h14M3 10h14M3 14h14',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M6 8l4 4 4-4',
  right: 'M8 5l5 5-5 5',
  left: 'M12 5l-5 5 5 5',
  check: 'M4 10.5l4 4 8-9',
  warning: 'M10 3.5L18 16.5H2zM10 8.5v4M10 14.3v.4',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v5M10 6.3v.4',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  note: 'M4 4h12v9l-3 3H4zM13 16v-3h3M7 8h6M7 11h4',
  document: 'M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4',
  message: 'M3 4h14v10H9l-4 3v-3H3z',
  share: 'M14 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM14 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.3 9l5-3M7.3 11l5 3',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2',
  tree: 'M4 4h5v4H4zM11 12h5v4h-5zM6.5 8v6H11',
  pencil: 'M4 16l.8-3.5L13 4.3l2.7 2.7-8.2 8.2z',
  theme: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14',
} as const

export type IconName = keyof typeof paths

/**
 * A decorative 20-unit line icon in the colour of the text beside it.
 * @example <Icon name="note" />
 */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const key = `${name} ${size}`
  let drawn = kept.get(key)
  if (!drawn) kept.set(key, (drawn = raw(draw(name, size))))
  return drawn
}

// A long page shows the same few icons a hundred times: each is drawn once.
const kept = new Map<string, HtmlEscapedString>()

const draw = (name: IconName, size: number): string =>
  `<svg class="kith-icon" viewBox="0 0 20 20" width="${size}" height="${size}" aria-hidden="true"><path d="${paths[name]}"></path></svg>`
