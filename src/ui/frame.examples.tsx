// Examples of what stands around a page: heads, tabs, the rail, the bar.
import { around } from './compositions/around.ts'
import { type Example, hostile, huge } from './example.ts'
import { BackLink, PageHead } from './page-head.tsx'
import { BottomBar, Rail } from './rail.tsx'
import { Subnav } from './subnav.tsx'
import { StageTag } from './tag.tsx'
import { ThemeSwitch, TopBar } from './top-bar.tsx'

const sections = [
  { label: 'Timeline', href: '#timeline' },
  { label: hostile, href: '#h', count: 3 },
]

/** Shown alone by the tests: the gallery page already has a bar and a rail of its own, and ids stand once on a page. */
export const examples: Example[] = [
  {
    name: 'page head',
    show: () => (
      <PageHead
        title={huge}
        kind={hostile}
        reference="ASB-2041"
        tags={<StageTag stage="Open" />}
        back={{ href: '#', label: 'Cases' }}
        subnav={{ label: 'Sections', here: '#timeline', items: sections }}
      />
    ),
  },
  {
    name: 'tabs and back',
    show: () => (
      <div>
        <BackLink href="#" label={hostile} />
        <Subnav label="Parts" items={sections} here="#h" />
      </div>
    ),
  },
  { name: 'bar', show: () => <TopBar {...around} actor={{ name: hostile, agencyName: hostile }} search={hostile} alerts={120} /> },
  {
    name: 'rail and bottom bar',
    show: () => (
      <div>
        <Rail nav={[...(around.nav ?? []), { label: hostile, href: '#', icon: 'lock', count: 2 }]} here="/cases" />
        <BottomBar nav={around.nav ?? []} here="/cases" />
      </div>
    ),
  },
  { name: 'theme', show: () => <ThemeSwitch theme="dark" /> },
]
