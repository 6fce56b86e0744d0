// A small case page on a real server, for trying refreshes in a real browser: state in memory, nothing else made up.
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { stream, streamSSE } from 'hono/streaming'
import type { FormContextValue } from '../form-context.ts'
import {
  Button,
  Card,
  Form,
  Page,
  PageHead,
  PasswordField,
  PostButton,
  type Refused,
  Surroundings,
  Table,
  TextArea,
  TextField,
  Timeline,
} from '../index.ts'
import { asset, listening } from './assets.ts'

type State = {
  notes: Note[]
  title: string
  signedIn: boolean
  broken: boolean
  /** What is sent is more than the server reads. */
  tooBig?: boolean
  drafts: Map<string, string>
  listeners: Set<() => void>
  /** While set, pages that are looked up go out by half and end when it is settled. */
  slow?: Promise<void> | undefined
  halves: number
  posting?: Promise<void>
  /** Drafts that have come in are answered when it is settled. */
  drafting?: Promise<void>
}
type Note = { id: string; author: string; body: string }

/**
 * Serves the trial page until `stop`. `say` is a colleague's note arriving; `drafts` is what the server was sent.
 * @example const trial = await startTrial(); trial.say('Aisha Khan', 'Seen at the hub')
 */
export async function startTrial() {
  const state: State = {
    notes: [],
    title: 'First title',
    signedIn: true,
    broken: false,
    drafts: new Map(),
    listeners: new Set(),
    halves: 0,
  }
  const app = routes(state)
  const { address, stop } = await listening(serve({ fetch: app.fetch, port: 0 }))
  return {
    address,
    stop,
    state,
    say: (author: string, body: string) => tell(state, { id: `note-${state.notes.length + 1}`, author, body }),
    retitle: (title: string) => {
      state.title = title
      for (const listener of state.listeners) listener()
    },
  }
}

export type Trial = Awaited<ReturnType<typeof startTrial>>

function routes(state: State): Hono {
  const app = new Hono()
  app.get('/assets/:name', asset)
  app.get('/live', c => live(c, state))
  app.get('/session/alive', c => (state.signedIn ? c.json({ worker: 'w1' }) : c.body(null, 401)))
  app.post('/drafts', async c => {
    const { key, body } = await c.req.json<{ key: string; body: string }>()
    state.drafts.set(key, body)
    await state.drafting
    return c.body(null, 204)
  })
  app.get('/sign-in', c => c.html('<!doctype html><title>Sign in</title><h1>Sign in</h1>'))
  app.use('/case', async (c, next) => (state.signedIn ? next() : c.redirect('/sign-in', 303)))
  app.use('/case', async (c, next) => (state.broken ? c.text('Broken', 503) : next()))
  app.post('/case', async (c, next) => (state.tooBig ? c.text('Too big', 413) : next()))
  app.get('/case', c => (state.slow ? halfOf(c, state, state.slow) : c.html(String(<TrialPage state={state} />))))
  app.post('/case', c => addNote(c, state))
  return app
}

function live(c: Context, state: State) {
  return streamSSE(c, async stream => {
    const send = () => void stream.writeSSE({ data: '<turbo-stream action="refresh"></turbo-stream>' })
    state.listeners.add(send)
    await new Promise<void>(resolve => stream.onAbort(resolve))
    state.listeners.delete(send)
  })
}

function halfOf(c: Context, state: State, rest: Promise<void>) {
  const page = String(<TrialPage state={state} />)
  c.header('content-type', 'text/html')
  return stream(c, async out => {
    await out.write(page.slice(0, page.length / 2))
    state.halves++
    await rest
    await out.write(page.slice(page.length / 2))
  })
}

async function addNote(c: Context, state: State) {
  const values = await c.req.parseBody()
  await state.posting
  const body = String(values.body ?? '')
  const errors: FormContextValue['errors'] = body.length < 10 ? { body: 'Write at least ten letters' } : {}
  if (Object.keys(errors).length) return c.html(String(<TrialPage state={state} refused={{ values, errors }} />), 422)
  tell(state, { id: `note-${state.notes.length + 1}`, author: 'Priya Shah', body })
  return c.redirect('/case', 303)
}

function tell(state: State, note: Note): void {
  state.notes = [note, ...state.notes]
  for (const listener of state.listeners) listener()
}

function TrialPage({ state, refused }: { state: State; refused?: Refused }) {
  const entries = state.notes.map(note => ({ ...note, kind: 'Note', happenedAt: new Date('2026-11-22T10:00Z') }))
  return (
    <Surroundings.Provider value={{ idleSeconds: 1800, draftKey: Buffer.alloc(32, 'trial').toString('base64') }}>
      <Page
        title="Trial"
        actor={{ workerId: 'w1', name: 'Priya Shah', agencyName: 'Council' }}
        nav={[{ label: 'Today', href: '/', icon: 'today' }]}
        live="/live"
      >
        <PageHead title={state.title} reference="ASB-1" />
        <Form action="/case" id="note" draft="entry:1" kept={state.drafts.get('entry:1') || undefined} refused={refused}>
          <TextArea name="body" label="Note" limit={400} />
          <TextField name="where" label="Where" />
          <Button>Save note</Button>
        </Form>
        <details id="more">
          <summary>More</summary>
          <p id="count">{state.notes.length} notes</p>
        </details>
        <PostButton action="/case" fields={{ body: `version ${state.notes.length} of this` }} kind="quiet">
          Done
        </PostButton>
        <Card title="Password">
          <PasswordField name="secret" label="Secret" />
        </Card>
        <Table
          caption="Who wrote"
          rows={state.notes}
          columns={[
            { title: 'Writer', heading: true, sortBy: note => note.author, cell: note => note.author },
            { title: 'Words', sortBy: note => note.body, cell: note => note.body },
          ]}
          empty={<p>Nobody has written.</p>}
        />
        <Timeline now="2026-11-22" entries={entries} />
        <div class="kith-stack">
          {Array.from({ length: 60 }, (_, index) => (
            <p>Line {index}</p>
          ))}
        </div>
      </Page>
    </Surroundings.Provider>
  )
}
