// Every example, as HTML: nothing gets out of its place, nothing is inline that the security policy forbids, ids stand once.
import { describe, expect, it } from 'vitest'
import { alone, gallery, groups } from './gallery.tsx'

const every = Object.entries({ ...groups, ...alone }).flatMap(([group, examples]) => examples.map(example => ({ ...example, group })))

describe.each(every)('$group: $name', ({ show }) => {
  const html = String(show())

  it('shows words as words', () => {
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('[object Object]')
    expect(html).not.toMatch(/>(undefined|null|NaN)</)
  })

  it('has no inline script, style or handler', () => {
    const tags = html.match(/<[a-z][^>]*>/g) ?? []
    const outsideQuotes = tags.map(tag => tag.replace(/"[^"]*"/g, '""')).join('\n')
    expect(outsideQuotes).not.toMatch(/\s(style|on[a-z]+)=/)
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)/)
  })

  it('uses each id once', () => expect(repeated(html)).toEqual([]))

  it('leads every label, description and error to something on the page', () => {
    const ids = new Set(idsOf(html))
    const led = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]*)"/g)].flatMap(([, to]) =>
      (to ?? '').split(' '),
    )
    expect(led.filter(id => id && !ids.has(id))).toEqual([])
  })
})

it('shows all of them on one page without an id twice', async () => {
  const html = await (await gallery.request('/')).text()
  expect(repeated(html)).toEqual([])
})

it('gives each group and each page an address', async () => {
  expect((await gallery.request('/buttons')).status).toBe(200)
  expect((await gallery.request('/pages/case')).status).toBe(200)
  expect((await gallery.request('/nothing')).status).toBe(404)
})

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '')
}

function repeated(html: string): string[] {
  const ids = idsOf(html)
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
