// The gallery: every example on one page, each part and each whole page at an address of its own. For development.
import { Hono } from 'hono'
import type { Element } from '#jsx/element'
import * as buttons from './button.examples.tsx'
import { Card } from './card.tsx'
import { around } from './compositions/around.ts'
import type { Example } from './example.ts'
import * as fields from './field.examples.tsx'
import * as forms from './form.examples.tsx'
import * as frames from './frame.examples.tsx'
import { Page } from './layout.tsx'
import * as lists from './list.examples.tsx'
import * as messages from './message.examples.tsx'
import { PageHead } from './page-head.tsx'
import * as pages from './pages.examples.tsx'
import * as parts from './part.examples.tsx'
import { Surroundings, type Theme } from './surroundings.ts'
import * as tags from './tag.examples.tsx'
import * as timelines from './timeline.examples.tsx'

/** All examples that can stand on one page, by the name of their group. */
export const groups: Record<string, Example[]> = {
  buttons: buttons.examples,
  fields: fields.examples,
  forms: forms.examples,
  lists: lists.examples,
  messages: messages.examples,
  parts: parts.examples,
  tags: tags.examples,
  timelines: timelines.examples,
}

/** Examples that are pages, or parts of the frame that a page has once. */
export const alone: Record<string, Example[]> = { frames: frames.examples, pages: pages.examples }

/**
 * The gallery's routes; mount it in development only.
 * @example app.route('/gallery', gallery)
 */
export const gallery = new Hono()

gallery.get('/', c => c.html(String(galleryPage(Object.keys(groups), themeOf(c.req.query('theme'))))))
gallery.get('/pages/:name', c => {
  const page = pages.examples.find(example => example.name === c.req.param('name'))
  return page ? c.html(String(page.show())) : c.notFound()
})
gallery.get('/:group', c => {
  const group = c.req.param('group')
  return groups[group] ? c.html(String(galleryPage([group], themeOf(c.req.query('theme'))))) : c.notFound()
})

function galleryPage(names: string[], theme: Theme | undefined): Element {
  return (
    <Surroundings.Provider value={{ ...around, theme, flash: undefined }}>
      <Page title="Gallery">
        <PageHead title="Gallery" kind="Every part of the interface, with words that try to break it" />
        <p class="kith-adding">
          {pages.examples.map(({ name }) => (
            <a class="kith-chip" href={`/gallery/pages/${name}`}>
              {name} page
            </a>
          ))}
        </p>
        <div class="kith-stack">{names.map(name => groups[name]?.map(example => exhibit(name, example)))}</div>
      </Page>
    </Surroundings.Provider>
  )
}

function exhibit(group: string, { name, show }: Example): Element {
  return (
    <Card title={`${group}: ${name}`} id={`${group}-${name.replace(/\W+/g, '-')}`}>
      {show()}
    </Card>
  )
}

function themeOf(asked: string | undefined): Theme | undefined {
  return asked === 'dark' || asked === 'light' ? asked : undefined
}
