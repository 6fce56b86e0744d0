/** What somebody typed to find a person, turned into the words that people are filed under. */
import { type Born, parseBorn } from './born.ts'

/**
 * Puts telephone numbers and dates of birth, in whatever writing, into the form they are filed in.
 * @example asPersonWords('smith 12/3/90', '2026-11-22') // "smith born19900312"
 */
export function asPersonWords(typed: string, today: string): string {
  return dated(typed.slice(0, 400).replace(telephone, digits), today)
}

/** What was looked for, taken apart again: the date of birth or age in it, if there is one, and the words before it. */
export function takeApart(typed: string, today: string): { name: string; born: Born | undefined } {
  const plain = typed.replace(telephone, '')
  const born = [...plain.matchAll(guess), ...plain.matchAll(date)].map(found => parseBorn(found[0], today)).find(Boolean)
  const name = plain
    .replace(guess, '')
    .replace(date, '')
    .replace(/\b(born|dob|aged?)\b.*$/i, '')
    .replace(/\d[\s\S]*/, '')
    .trim()
  return { name: name === name.toLowerCase() ? name.replace(/(?<![\p{L}’'])\p{L}/gu, letter => letter.toUpperCase()) : name, born }
}

const telephone = /(?:\+44|\b0044|\b0)(?:[\s().-]*\d){9,10}\b/g
const digits = (number: string) => number.replace(/[^\d+]/g, '').replace(/^(\+|00)44/, '0')

const guess = /\b(?:about|circa|approx\.?|c\.) ?(?:\d{4}|\d{1,2})\b|\baged? \d{1,3}\b/gi

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const date = new RegExp(
  [
    '\\d{4}-\\d{1,2}-\\d{1,2}',
    '\\d{1,2}([/. -])\\d{1,2}\\1(?:\\d{4}|\\d{2})',
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? (?:\\d{4}|\\d{2})`,
    `${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
    `${month} \\d{4}`,
    '\\d{1,2}/\\d{4}',
    '\\d{8}',
  ]
    .map(one => `(?<![\\w/])(?:${one})(?![\\w/])`)
    .join('|'),
  'gi',
)

function dated(words: string, today: string): string {
  return words
    .replace(/\b(?:born|dob|d\.o\.b\.?)[: ]+(?:on |in )?(?=[\dA-Za-z])/gi, '')
    .replace(/\b(?:about|circa|c\.) ?(?=\d{4}\b)/gi, '')
    .replace(date, said => {
      const born = parseBorn(said, today)
      if (!born) return said
      return `born${born.on.replaceAll('-', '').slice(0, born.precision === 'day' ? 8 : 6)}`
    })
}
