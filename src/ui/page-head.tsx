// The head of a page, which never scrolls away: what this is, its reference, its state, what one can do.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { unbroken } from './unbroken.tsx'
import { Subnav, type SubnavItem } from './subnav.tsx'

/** A longer name would fill half a phone if it stayed in sight there; what is below it stays instead. */
const long = 60

type PageHeadProps = {
  title: string
  /** What kind of thing this is, such as "Anti-social behaviour". */
  kind?: string | undefined
  reference?: string | undefined
  back?: { href: string; label: string } | undefined
  tags?: Child
  actions?: Child
  subnav?: { label: string; here?: string | undefined; items: SubnavItem[] } | undefined
}

/**
 * The sticky page head, with the page's only h1.
 * @example <PageHead kind="ASB" title="Noise at Mill Lane" reference="ASB-2041" tags={<StageTag stage="Open" />} actions={<LinkButton href="…">Share</LinkButton>} />
 */
export function PageHead({ title, kind, reference, back, tags, actions, subnav }: PageHeadProps) {
  return (
    <div class={classes('kith-head', title.length > long && 'kith-head--long')}>
      {back ? <BackLink {...back} /> : null}
      <div class="kith-head__row">
        <div class="kith-head__words">
          <h1 class="kith-head__title">{unbroken(title)}</h1>
          {kind || reference || tags ? (
            <p class="kith-head__meta">
              {reference ? <span class="kith-head__reference">{reference}</span> : null}
              {kind ? <span>{unbroken(kind)}</span> : null}
              {tags ? <span class="kith-head__tags">{tags}</span> : null}
            </p>
          ) : null}
        </div>
        {actions ? <div class="kith-head__actions">{actions}</div> : null}
      </div>
      {subnav ? <Subnav {...subnav} /> : null}
    </div>
  )
}

/**
 * A link to the page above this one.
 * @example <BackLink href="/cases" label="Cases" />
 */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a class="kith-back" href={href}>
      <Icon name="left" size={14} />
      {label}
    </a>
  )
}
