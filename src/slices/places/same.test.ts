/** Which addresses are one place. */
import { expect, test } from 'vitest'
import { isSame, tidyPostcode } from './same.ts'

test('places are the same whichever way their address is written, and differ when their names do', () => {
  const at = (line1: string, postcode: string, name = '') => ({ name, line1, town: '', postcode })
  expect(isSame(at('2 St. John’s Road', 'le10 1aa'), at('2, saint johns rd', 'LE101AA'))).toBe(true)
  expect(isSame(at('2 Mill Lane', 'LE1 1AA', 'Shiny'), at('2 Mill Lane', 'LE1 1AA', 'Tyre shop'))).toBe(false)
  expect(isSame(at('2 Mill Lane', 'LE1 1AA', 'Shiny'), at('2 Mill Lane', 'LE1 1AA'))).toBe(true)
  expect(isSame(at('2 Mill Lane', 'LE1 1AA'), at('2 Mill Lane', 'LE1 1AA', 'Shiny'))).toBe(false)
  expect(isSame(at('2 Mill Lane', 'LE1 1AA'), at('2 Mill Lane', 'LE1 1AB'))).toBe(false)
  expect([tidyPostcode('le101aa'), tidyPostcode('sw1a 1aa'), tidyPostcode('nowhere')]).toEqual(['LE10 1AA', 'SW1A 1AA', 'NOWHERE'])
})
