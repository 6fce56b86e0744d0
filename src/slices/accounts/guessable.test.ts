/** Which passwords a worker may choose. */
import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, test } from 'vitest'
import { newPasswordForm } from './inputs.ts'

const saysOf = (password: string): string => newPasswordForm.safeParse({ password }).error?.issues[0]?.message ?? 'taken'

test('none of the passwords that most people use is taken, however long', () => {
  const used = dictionary['passwords-common'].map(String).filter(word => word.length >= 12)
  expect(used.length).toBeGreaterThan(200)
  expect(used.filter(word => saysOf(word) === 'taken')).toEqual([])
})

test.each([
  ['with a year or a number behind it', 'manchester1999'],
  ['with letters that look like others', 'P@ssw0rdP@ssw0rd'],
  ['written twice', 'liverpoolliverpool'],
  ['as keys that lie side by side', 'qwertyuiopasdf'],
  ['as one letter over and over', 'a'.repeat(200)],
])('nor one of them %s', (_how, password) => {
  expect(saysOf(password)).toContain('easy to guess')
})

test.each(['quiet harbour brick', 'copper lantern tide', 'Xk9#mq2LpTr4', 'тихая гавань кирпич'])('%s is taken', password => {
  expect(saysOf(password)).toBe('taken')
})

test('one that is too short is told so first', () => {
  expect(saysOf('password')).toContain('12 characters or more')
})
