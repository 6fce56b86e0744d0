/** The engine by itself: what agrees, how far, and what that weighs. */
import { expect, test } from 'vitest'
import { bornLevels, compareBorn } from './engine/compare-born.ts'
import { compareNames, nameLevel, nameLevels } from './engine/compare-names.ts'
import { compare } from './engine/fields.ts'
import { nearness, plain, slips, soundOf } from './engine/letters.ts'
import { weigh } from './engine/model.ts'
import { comparable } from './engine/record.ts'
import { shipped } from './engine/shipped.ts'
import { formsOf, sameByForm } from './engine/short-names.ts'

const level = (a: string, b: string) => nameLevels[nameLevel(a, b)]
const born = (a: string, b: string) => bornLevels[compareBorn(comparable({ born: a }), comparable({ born: b }))]

test('letters are compared by slips, by nearness and by sound', () => {
  expect(slips('smith', 'simth')).toBe(1)
  expect(slips('', 'abc')).toBe(3)
  expect(slips('kitten', 'sitting')).toBe(3)
  expect(slips('kitten', 'completely other', 2)).toBe(3)
  expect(nearness('martha', 'marhta')).toBeCloseTo(0.961, 3)
  expect(nearness('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
  expect(nearness('', 'abc')).toBe(0)
  expect(soundOf('smyth')).toBe(soundOf('smith'))
  expect(soundOf('phillips')).toBe(soundOf('filips'))
  expect(plain('O’Brien-ŞAHİN')).toBe('obrien sahin')
})

test('a name agrees by slip, short form, sound, initial or part', () => {
  expect(level('bob', 'robert')).toBe('form')
  expect(level('muhammad', 'mohammed')).toBe('form')
  expect(level('smith jones', 'jones')).toBe('form')
  expect(level('catherine', 'cathrine')).toBe('close')
  expect(level('stephens', 'stevens')).not.toBe('different')
  expect(level('j', 'james')).toBe('initial')
  expect(level('amelia', 'robert')).toBe('different')
  expect(sameByForm('nobody', 'noone')).toBe(false)
  expect(formsOf('bob')).toContain('robert')
})

test('given and family name may have changed places', () => {
  const a = comparable({ given: ['Gabriel'], family: ['Thomas'] })
  const b = comparable({ given: ['Thomas'], family: ['Gabriel'] })
  expect(compareNames(a, b)).toMatchObject({ given: 0, family: 0, swapped: true })
  expect(compareNames(a, a)).toMatchObject({ given: 0, family: 0, swapped: false })
  expect(compareNames(a, comparable({}))).toMatchObject({ given: -1, family: -1, swapped: false })
})

test('a date of birth agrees as far as it is known', () => {
  expect(born('1990-03-12', '19900312')).toBe('same')
  expect(born('1990-03-12', '1990-12-03')).toBe('turned')
  expect(born('1990-03-12', '1990-03-15')).toBe('slip')
  expect(born('1990-03-12', '1990-03-25')).toBe('two parts')
  expect(born('1990-03-12', '1990-03')).toBe('part')
  expect(born('1990-03-12', '1990')).toBe('year')
  expect(born('1990-03-12', '1954-11-30')).toBe('different')
  expect(born('', '1990-03-12')).toBeUndefined()
})

test('two of a family are told apart by their given names: whoever has none is asked about, unless the day of birth is the same', () => {
  const doubtful = (given: string[], born = '', family = ['Quillfeather']) =>
    weigh(
      shipped,
      compare(
        comparable({ given: ['James'], family: ['Quillfeather'], born: '1980-03-12', phones: ['01632 960017'] }),
        comparable({ given, family, born, phones: ['01632 960017'] }),
      ),
    ).doubtful
  expect(doubtful(['James'])).toBe(false)
  for (const given of [[], ['Mr'], ['Reverend']]) {
    for (const born of ['', '1980', '1980-03-21']) expect(doubtful(given, born), `${given} ${born}`).toBe(true)
    expect(doubtful(given, '1980-03-12')).toBe(false)
  }
  expect(doubtful(['Quillfeather'], '', [])).toBe(true)
  expect(doubtful(['James'], '', [])).toBe(false)
})

test('whatever is typed, nothing throws', () => {
  const odd = ['', '\0', '😀'.repeat(500), "'; drop table people; --", 'ﬁ', '‮abc', 'a'.repeat(10_000), '<script>', '%', '-', '0']
  for (const one of odd)
    for (const other of odd) {
      const [a, b] = [comparable({ given: [one], family: [other], born: one }), comparable({ given: [other], family: [one], born: other })]
      expect(() => compareNames(a, b)).not.toThrow()
      expect(() => compareBorn(a, b)).not.toThrow()
      expect(nearness(one, other)).toBeLessThanOrEqual(1)
    }
})
