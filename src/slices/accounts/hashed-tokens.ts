// Keeps the tokens of sessions out of the database: better-auth works with the token, the table holds its SHA-256.
import { createHash } from 'node:crypto'
import type { getAdapter } from 'better-auth/db/adapter'

type Adapter = Awaited<ReturnType<typeof getAdapter>>
type Where = { field: string; value: unknown }
type Asked = { model: string; where?: Where[]; data?: Row }
type Row = Record<string, unknown>
type Method = (asked: Asked) => Promise<unknown>

/**
 * What the table of sessions holds instead of a token. `enter_session` computes the same in SQL.
 * @example hashOf('kY3…') // 64 hexadecimal digits
 */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * The same adapter, with every session token hashed on its way in and given back as it was asked for.
 * @example betterAuth({ database: () => hashedTokens(adapter) })
 */
export function hashedTokens(adapter: Adapter): Adapter {
  return new Proxy(adapter, {
    get(target, name) {
      const own = Reflect.get(target, name)
      if (name === 'transaction')
        return (work: (inner: Adapter) => unknown) => target.transaction(inner => work(hashedTokens(inner as Adapter)) as never)
      if (typeof own !== 'function' || name === 'createSchema') return own
      return (asked: Asked) => (asked.model === 'session' ? withHash(own as Method, asked) : (own as Method)(asked))
    },
  })
}

async function withHash(method: Method, asked: Asked): Promise<unknown> {
  const raw = new Map<string, string>()
  const hashed = (token: unknown) => {
    if (typeof token !== 'string') return token
    const hash = hashOf(token)
    raw.set(hash, token)
    return hash
  }
  const where = asked.where?.map(each =>
    each.field === 'token' ? { ...each, value: Array.isArray(each.value) ? each.value.map(hashed) : hashed(each.value) } : each,
  )
  const data = asked.data && 'token' in asked.data ? { ...asked.data, token: hashed(asked.data.token) } : asked.data
  return unhashed(await method({ ...asked, ...(where && { where }), ...(data && { data }) }), raw)
}

function unhashed(found: unknown, raw: Map<string, string>): unknown {
  if (Array.isArray(found)) return found.map(row => unhashed(row, raw))
  const row = found as Row | null
  const token = typeof row === 'object' && row ? raw.get(String(row.token)) : undefined
  return token ? { ...row, token } : found
}
