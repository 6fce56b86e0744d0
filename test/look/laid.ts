/** What the demonstration does not have by itself: a case with very much in it, and a worker with nothing at all. */
import { signedIn, type Visitor, visitor } from './visitor.ts'

/**
 * Opens a case with 500 entries, 60 people, 60 tasks and 100 documents in it, and 300 more for its worker's list.
 * @example const link = await fullCase(tom) // '/cases/…'
 */
export async function fullCase(worker: Visitor): Promise<string> {
  const programme = firstChoice(await worker.page('/cases/new'), 'programme')
  const open = (title: string) => worker.send('/cases/new', { programme, title, summary: 'Opened to see how very much looks.' })
  await each(300, number => open(`Noise and damage at number ${number}, Saltmarsh Road`))
  const link = await open(
    'Everything that has happened at Saltmarsh Road, from the first call to the last visit of the whole team around it',
  )
  const [plan, found] = [await worker.page(`${link}/plan`), await worker.page(`${link}/people/found`)]
  await each(60, number =>
    worker.send(`${link}/tasks`, { title: `Ring about flat ${number}`, to: firstChoice(plan, 'to'), due: daysAhead(number) }),
  )
  await each(60, number =>
    worker.send(`${link}/people/found`, {
      name: `Alex Saltmarsh-${number}`,
      roles: firstChoice(found, 'roles'),
      basis: 'Seen at the door',
    }),
  )
  await each(5, number => worker.send(`${link}/documents`, twentyFiles(number)))
  await each(500, number => worker.send(`${link}/entries`, { body: words(number), occurred: daysAhead(-1 - (number % 90)) }))
  return link
}

/**
 * A new worker of a new agency, signed in for the first time.
 * @example const newcomer = await newWorker(address)
 */
export async function newWorker(address: string): Promise<Visitor> {
  const david = await signedIn(address, 'David Osei')
  // Another one each time, so that the same Kith can be looked at again.
  const mark = Date.now().toString(36)
  const agency = await david.send('/agencies/new', { name: `Lantern Street Trust ${mark}`, shortName: `Lantern ${mark}`, kind: 'charity' })
  const email = `rowan-${mark}@lantern.example`
  await david.send('/workers/new', {
    agency: agency.split('/').at(-1) ?? '',
    name: 'Rowan Hale',
    email,
    invite: 'yes',
  })
  const newcomer = visitor(address)
  await newcomer.send(await invitation(newcomer, email), { password: 'copper lantern tide' })
  return newcomer
}

/** The way in that the newest e-mail holds, once it has been sent to them. */
async function invitation(reader: Visitor, email: string): Promise<string> {
  for (;;) {
    const mail = /\/dev\/mail\/[^"]+/.exec(await reader.page('/dev/mail'))?.[0]
    const words = mail ? await reader.page(mail) : ''
    const link = words.includes(email) && /\/invitations\/[\w-]+/.exec(words)?.[0]
    if (link) return link
  }
}

async function each(count: number, work: (number: number) => Promise<unknown>): Promise<void> {
  for (let number = 1; number <= count; number++) await work(number)
}

/** The value of the first choice that a page's form has for a field. */
function firstChoice(page: string, field: string): string {
  const after = page.slice(page.indexOf(`name="${field}"`))
  return /value="([^"]+)"/.exec(after)?.[1] ?? ''
}

const daysAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const words = (number: number): string =>
  `Visit ${number}. ${'Knocked and spoke on the step; all well, and the bins are out again. '.repeat(1 + (number % 6))}`.trim()

function twentyFiles(number: number): FormData {
  const form = new FormData()
  form.set('title', '')
  for (let file = 1; file <= 20; file++)
    form.append('files', new File([words(file)], `Visit ${number}-${file}.txt`, { type: 'text/plain' }))
  return form
}
