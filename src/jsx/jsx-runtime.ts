/** What the compiler makes of TSX: it calls these (tsconfig's jsxImportSource). */
import type { JSX as HonoJSX } from 'hono/jsx/jsx-runtime'
import { type Child, Element, type Part, type Props } from './element.ts'

/** Which elements and attributes there are is told by Hono's types. */
export declare namespace JSX {
  type Element = import('./element.ts').Element
  type ElementType = string | ((props: never) => Child)
  type ElementChildrenAttribute = { children: unknown }
  type IntrinsicElements = HonoJSX.IntrinsicElements
}

export const jsx = (tag: string | Part, props: Props): Element => new Element(tag, props)
export { jsx as jsxs }

export const Fragment = ({ children }: Props): Child => children
