// The slim bar at the top: wordmark, search that is always there, New, alerts, me.
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { initials } from './person.tsx'
import type { SurroundingsValue } from './surroundings.ts'

/**
 * The staff top bar.
 * @example <TopBar actor={{ name: 'Priya Shah', agencyName: 'Harrowmere Council' }} alerts={2} />
 */
export function TopBar({ actor, start = [], alerts = 0, search, theme }: SurroundingsValue) {
  return (
    <header class="kith-bar">
      <a class="kith-wordmark" href="/">
        Kith
      </a>
      <SearchBox search={search} />
      <div class="kith-bar__right">
        {start.length ? <Menu id="kith-new" class="kith-menu--bar" label="New" icon="plus" items={start} /> : null}
        <Alerts count={alerts} />
        {actor ? <Me actor={actor} theme={theme} /> : null}
      </div>
    </header>
  )
}

function SearchBox({ search }: { search?: string | undefined }) {
  return (
    <search class="kith-bar__search">
      <kith-search src="/search/suggestions">
        <form action="/search" method="get">
          <Icon name="search" />
          <label class="govuk-visually-hidden" for="kith-q">
            Search people, cases, places and documents
          </label>
          <input
            class="kith-search__input"
            id="kith-q"
            name="q"
            type="search"
            value={search}
            placeholder="Search people, cases, places"
            autocomplete="off"
            spellcheck={false}
            aria-keyshortcuts="/"
          />
          <span class="kith-search__key" aria-hidden="true">
            /
          </span>
        </form>
      </kith-search>
    </search>
  )
}

function Alerts({ count }: { count: number }) {
  return (
    <a class="kith-bar__icon" href="/alerts" id="kith-alerts">
      <Icon name="bell" size={20} />
      <span class="govuk-visually-hidden">{count ? `Alerts: ${count} new` : 'Alerts'}</span>
      {count ? (
        <span class="kith-bar__count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </a>
  )
}

function Me({ actor, theme }: Pick<SurroundingsValue, 'theme'> & { actor: NonNullable<SurroundingsValue['actor']> }) {
  const face = (
    <>
      <span class="kith-face kith-face--bar" aria-hidden="true">
        {initials(actor.name)}
      </span>
      <span class="govuk-visually-hidden">{actor.name}, your menu</span>
    </>
  )
  return (
    <Menu id="kith-me" class="kith-menu--bar kith-menu--right" label={face}>
      <p class="kith-menu__who">
        <strong>{actor.name}</strong>
        {actor.agencyName}
      </p>
      <a class="kith-menu__item" href="/account">
        Your account and security
      </a>
      <ThemeSwitch theme={theme} />
      <kith-shortcut data-morph-keep>
        <button class="kith-menu__item" type="button" hidden>
          Turn the / key off
        </button>
      </kith-shortcut>
      <form method="post" action="/sign-out" data-turbo="false">
        <button class="kith-menu__item" type="submit">
          Sign out
        </button>
      </form>
    </Menu>
  )
}

/**
 * Light, dark, or as the device says. The server reads the cookie; the island only makes it immediate.
 * @example <ThemeSwitch theme="dark" />
 */
export function ThemeSwitch({ theme }: { theme?: SurroundingsValue['theme'] }) {
  const options = [
    ['', 'Device'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ] as const
  return (
    <kith-theme>
      <form method="post" action="/account/theme" class="kith-theme">
        <fieldset>
          <legend>Colours</legend>
          {options.map(([value, label]) => (
            <button type="submit" name="theme" value={value} aria-pressed={(theme ?? '') === value ? 'true' : 'false'}>
              {label}
            </button>
          ))}
        </fieldset>
      </form>
    </kith-theme>
  )
}
