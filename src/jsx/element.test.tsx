/** Words stay words wherever they stand in a page, and what a stranger typed never becomes part of it. */
import { raw } from 'hono/html'
import { expect, it } from 'vitest'
import { createContext, useContext } from './contexts.ts'
import { type Child, type Props, write } from './element.ts'

const hostile = `</p><script>alert("1")</script> & 'so on'`
const shown = '&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;so on&#39;'

it('escapes words, alone, in lists and in what a part says', () => {
  const Said = ({ words }: { words: string }) => words
  expect(String(<p>{hostile}</p>)).toBe(`<p>${shown}</p>`)
  expect(String(<p>{[hostile, [hostile]]}</p>)).toBe(`<p>${shown}${shown}</p>`)
  expect(String(<Said words={hostile} />)).toBe(shown)
})

it('escapes what stands in an attribute', () => {
  expect(String(<a href={hostile}>in</a>)).toBe(`<a href="${shown}">in</a>`)
})

it('lets HTML written by hand stand, but not what only says of itself that it is such', () => {
  const sent = JSON.parse('{ "isEscaped": true, "tag": "script", "props": {} }') as string
  expect(String(<p>{raw('<b>now</b>')}</p>)).toBe('<p><b>now</b></p>')
  expect(() => String(<p>{sent}</p>)).toThrow('Only words, numbers and elements')
})

it('refuses an attribute whose name would be several, and one that holds no words', () => {
  const named = (name: string, value: unknown = 1): Props => ({ [name]: value })
  for (const name of ['a onclick', 'a"', "a'", 'a>', 'a/', 'a=b', '', '1', 'a\n'])
    expect(() => String(<p {...named(name)} />), name).toThrow('would break the page')
  expect(() => String(<p {...named('onclick', () => 1)} />)).toThrow('No attribute holds this: onclick.')
  expect(() => String(<p {...named('title', { toString: () => '"' })} />)).toThrow('No attribute holds this: title.')
})

it('leaves out what is not there', () => {
  const absent: Child[] = [null, undefined, true, false, '', []]
  expect(String(<p id={undefined}>{absent}</p>)).toBe('<p></p>')
  expect(String(<p>{0}</p>)).toBe('<p>0</p>')
})

it('writes true and false as there and not there, or as words where the attribute wants words', () => {
  expect(String(<input checked disabled={false} aria-invalid={false} />)).toBe('<input checked="" aria-invalid="false"/>')
})

it('closes elements that hold nothing, and only those', () => {
  expect(
    String(
      <>
        <br />
        <i />
      </>,
    ),
  ).toBe('<br/><i></i>')
})

it('tells what stands in a part what the part says, and nobody after it', () => {
  const Side = createContext('all')
  const Told = () => <i>{useContext(Side)}</i>
  const Failing = () => {
    throw new Error('It fails')
  }
  expect(
    String(
      <>
        <Side.Provider value="victim">
          <Told />
          <Side.Provider value="subject">
            <Told />
          </Side.Provider>
          <Told />
        </Side.Provider>
        <Told />
      </>,
    ),
  ).toBe('<i>victim</i><i>subject</i><i>victim</i><i>all</i>')
  expect(() =>
    write(
      <Side.Provider value="victim">
        <Failing />
      </Side.Provider>,
    ),
  ).toThrow('It fails')
  expect(String(<Told />)).toBe('<i>all</i>')
})
