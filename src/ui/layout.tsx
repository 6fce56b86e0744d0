// The two page shells: Page for signed-in staff, PublicPage for sign-in and everything before it.
import type { Child } from '#jsx/element'
import { raw } from 'hono/html'
import { useContext } from '#jsx/contexts'
import { assetPath } from './assets.ts'
import { classes } from './classes.ts'
import { Flash, type FlashMessage } from './flash.tsx'
import { Marking, type MarkingName } from './marking.tsx'
import { BottomBar, type NavItem, Rail } from './rail.tsx'
import { type PageActor, Surroundings, type SurroundingsValue, type Theme } from './surroundings.ts'
import { TopBar } from './top-bar.tsx'
import { WhoLink } from './who.tsx'

type PageProps = {
  title: string
  actor?: PageActor | undefined
  nav?: NavItem[] | undefined
  /** The href of the place in the rail this page belongs to. */
  here?: string | undefined
  flash?: FlashMessage | undefined
  /** Address of the live stream, such as /live?case=ID. */
  live?: string | undefined
  marking?: MarkingName | undefined
  demonstration?: boolean | undefined
  theme?: Theme | undefined
  /** Use the whole width, for boards and big tables. */
  wide?: boolean | undefined
  children?: Child
}

/**
 * A whole staff page. What is not passed comes from Surroundings.
 * @example <Page title="Cases" actor={db.actor} here="/cases"><PageHead title="Cases" />…</Page>
 */
export function Page({ title, here, live, marking, wide, children, ...own }: PageProps) {
  const around = { ...useContext(Surroundings), ...given(own) }
  return (
    <Document title={around.refused ? `Error: ${title}` : title} theme={around.theme}>
      <body class="kith-body" data-worker={around.actor?.workerId} data-draft-key={around.draftKey}>
        <SkipLink />
        {around.demonstration ? <Demonstration /> : null}
        <TopBar {...around} />
        <div class="kith-frame">
          <Rail nav={around.nav ?? []} here={here} />
          <main id="main" class={classes('kith-main', wide && 'kith-main--wide')} tabindex={-1}>
            <Marking name={marking} />
            {around.band}
            <Flash message={around.flash} />
            {children}
            <WhoLink />
            <Marking name={marking} />
          </main>
        </div>
        <BottomBar nav={around.nav ?? []} here={here} />
        <Islands live={live} idleSeconds={around.idleSeconds} />
      </body>
    </Document>
  )
}

/**
 * A page for people who are not signed in: one column, the wordmark, nothing else.
 * @example <PublicPage title="Sign in"><h1>Sign in</h1>…</PublicPage>
 */
export function PublicPage({ title, children, ...own }: Pick<PageProps, 'title' | 'children' | 'demonstration' | 'theme' | 'flash'>) {
  const around = { ...useContext(Surroundings), ...given(own) }
  return (
    <Document title={around.refused ? `Error: ${title}` : title} theme={around.theme}>
      <body class="kith-body kith-body--public">
        <SkipLink />
        {around.demonstration ? <Demonstration /> : null}
        <header class="kith-public-bar">
          <a class="kith-wordmark" href="/">
            Kith
          </a>
        </header>
        <main id="main" class="kith-public" tabindex={-1}>
          <Flash message={around.flash} />
          {children}
        </main>
        <kith-govuk />
      </body>
    </Document>
  )
}

function Document({ title, theme, children }: { title: string; theme?: Theme | undefined; children?: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en-GB" data-theme={theme}>
        <Head title={title} />
        {children}
      </html>
    </>
  )
}

/** Prefetching on hover would write looks nobody took into the look log; a cached page would outlive its grant. */
function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} · Kith`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0b3d3a" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="turbo-refresh-method" content="morph" />
      <meta name="turbo-refresh-scroll" content="preserve" />
      <meta name="turbo-prefetch" content="false" />
      <meta name="turbo-cache-control" content="no-cache" />
      <link rel="stylesheet" href={assetPath('kith.css')} data-turbo-track="reload" />
      <script type="module" src={assetPath('kith.js')} data-turbo-track="reload" />
      <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
    </head>
  )
}

function SkipLink() {
  return (
    <a href="#main" class="govuk-skip-link">
      Skip to main content
    </a>
  )
}

function Demonstration() {
  return (
    <aside class="kith-demonstration" aria-label="Demonstration">
      <strong>Demonstration.</strong> Everybody here is made up.
    </aside>
  )
}

function Islands({ live, idleSeconds }: { live?: string | undefined; idleSeconds?: number | undefined }) {
  return (
    <>
      <kith-govuk />
      {live ? <kith-live id="kith-live" src={live} /> : null}
      {idleSeconds ? <kith-session id="kith-session" seconds={String(idleSeconds)} data-morph-keep /> : null}
    </>
  )
}

/** An explicit undefined must not hide what Surroundings knows. */
function given(own: Partial<SurroundingsValue>): Partial<SurroundingsValue> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}
