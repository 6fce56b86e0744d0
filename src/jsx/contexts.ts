/** What one part of a page says for all that stands in it, without it being handed from part to part. */
import { raw } from 'hono/html'
import { type Child, write } from './element.ts'

export type Context<Value> = { value: Value; Provider: (props: { value: Value; children?: Child }) => Child }

/**
 * Something that is said once for all that stands in it.
 * @example const Theme = createContext('light'); <Theme.Provider value="dark">{page}</Theme.Provider>
 */
export function createContext<Value>(initial: Value): Context<Value> {
  const context: Context<Value> = { value: initial, Provider: ({ value, children }) => within(context, value, children) }
  return context
}

/** What the nearest part around says. */
export const useContext = <Value>({ value }: Context<Value>): Value => value

// A page is written in one go, so nothing else can be written while the value stands.
function within<Value>(context: Context<Value>, value: Value, children: Child): Child {
  const around = context.value
  context.value = value
  try {
    return raw(write(children))
  } finally {
    context.value = around
  }
}
