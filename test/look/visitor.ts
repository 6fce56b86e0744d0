/** A worker who asks for pages and sends forms without a browser, which is quick enough to find and to fill hundreds of them. */

export interface Visitor {
  cookie: string
  /** The page at an address; '' when it is no page or refused. */
  page: (path: string) => Promise<string>
  /** Sends a form and gives where it led; throws when the form was not taken. */
  send: (path: string, fields: Record<string, string> | FormData) => Promise<string>
}

/**
 * Somebody with no session yet, at a Kith that listens at an address.
 * @example const nobody = visitor('http://127.0.0.1:3000')
 */
export function visitor(address: string): Visitor {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie: cookieOf(jar), origin: address }
    const answer = await fetch(new URL(path, address), { ...init, headers, redirect: 'manual' })
    for (const [name, value] of answer.headers.getSetCookie().map(nameAndValue)) jar.set(name, value)
    return answer
  }
  return {
    get cookie() {
      return cookieOf(jar)
    },
    page: async path => {
      const answer = await ask(path)
      return answer.headers.get('content-type')?.startsWith('text/html') ? answer.text() : ''
    },
    send: async (path, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
      const answer = await ask(path, { method: 'POST', body })
      if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${wordsOf(await answer.text())}`)
      return answer.headers.get('location') ?? ''
    },
  }
}

/**
 * Signs a person of the demonstration in, by name.
 * @example const tom = await signedIn(address, 'Tom Garside')
 */
export async function signedIn(address: string, name: string): Promise<Visitor> {
  const somebody = visitor(address)
  const page = await somebody.page('/sign-in')
  const user = new RegExp(`name="user" value="([^"]+)"/><button[^>]*aria-label="Sign in as ${name}"`).exec(page)?.[1]
  if (!user) throw new Error(`Nobody of the demonstration is called ${name}.`)
  await somebody.send('/demonstration/sign-in', { user })
  return somebody
}

/** The names of those whom the demonstration offers to sign in as, in its order. */
export async function castOf(address: string): Promise<string[]> {
  const page = await visitor(address).page('/sign-in')
  return [...page.matchAll(/aria-label="Sign in as ([^"]+)"/g)].map(([, name = '']) => name)
}

const cookieOf = (jar: Map<string, string>): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function nameAndValue(cookie: string): [string, string] {
  const pair = cookie.split(';')[0] ?? ''
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

const wordsOf = (html: string): string =>
  html
    .replace(/^.*<main/s, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)
