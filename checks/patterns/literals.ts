/** Finds the regular expressions that stand in a file of TypeScript, each with its line. */
import { transformSync } from 'esbuild'

export interface Literal {
  source: string
  flags: string
}

/**
 * Every regular expression that is written out in a file.
 * @example literalsOf('a.ts', 'const digits = /\\d+/g') // [{ source: '\\d+', flags: 'g' }]
 */
export function literalsOf(path: string, text: string): Literal[] {
  const { code } = transformSync(text, { loader: path.endsWith('x') ? 'tsx' : 'ts', jsx: 'automatic', target: 'esnext' })
  const found: Literal[] = []
  // Depth of braces at which each template that is open goes on.
  const templates: number[] = []
  let depth = 0
  let before = ''
  for (let at = 0; at < code.length; ) {
    const [token = '', kind] = tokenAt(code, at, before, templates.at(-1) === depth)
    at += token.length
    if (kind === 'gap') continue
    if (kind === 'pattern') found.push(literal(token))
    if (token.endsWith('${') && kind === 'template') templates.push(++depth)
    else if (kind === 'template' && token.startsWith('}')) {
      templates.pop()
      depth--
    } else if (token === '{') depth++
    else if (token === '}') depth--
    before = token
  }
  return found
}

type Kind = 'gap' | 'words' | 'template' | 'pattern' | 'other'

function tokenAt(code: string, at: number, before: string, inTemplate: boolean): [token: string, kind: Kind] {
  const first = code[at] ?? ''
  if (inTemplate && first === '}') return middle(code, at)
  for (const [kind, shape] of shapes) {
    if (kind === 'pattern' && !patternMayStandAfter(before)) continue
    shape.lastIndex = at
    const token = shape.exec(code)?.[0]
    if (token) return [token, kind]
  }
  return [first, 'other']
}

/** The text of a template from one inserted value to the next, which leaves the template open at the same depth. */
function middle(code: string, at: number): [string, Kind] {
  const shape = /\}(?:\\[\s\S]|\$(?!\{)|[^`$\\])*(?:`|\$\{)/y
  shape.lastIndex = at
  const token = shape.exec(code)?.[0] ?? '}'
  return token.endsWith('`') ? [token, 'template'] : [token, 'words']
}

const shapes: [Kind, RegExp][] = [
  ['gap', /\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//y],
  ['words', /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`(?:\\[\s\S]|\$(?!\{)|[^`$\\])*`/y],
  ['template', /`(?:\\[\s\S]|\$(?!\{)|[^`$\\])*\$\{/y],
  ['pattern', /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y],
  ['other', /[\w$]+/y],
]

const patternMayStandAfter = (before: string): boolean =>
  before === '' || /^(?:[({[,;:=!&|?+\-*%^~<>]|return|typeof|case|in|of|void|yield|await|throw|new|else|do)$/.test(before) || before === '}'

function literal(token: string): Literal {
  const end = token.lastIndexOf('/')
  return { source: token.slice(1, end), flags: token.slice(end + 1) }
}
