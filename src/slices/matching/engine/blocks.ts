/** Which pairs of a file are worth comparing: those that share a key, such as the sound of a name and a year of birth. */
import { soundOf } from './letters.ts'
import type { Comparable } from './record.ts'

/** Blocks larger than these say too little: a pair that belongs together shares a rarer key as well. */
const most = { strong: 250, alone: 40 }

/** Pairs of positions, each once, the lower first. */
export function pairsOf(people: readonly Comparable[]): [number, number][] {
  const blocks = new Map<string, number[]>()
  people.forEach((person, at) => {
    for (const key of new Set(keysOf(person))) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  })
  const seen = new Set<number>()
  for (const [key, block] of blocks) {
    if (block.length > (key.startsWith('1') ? most.alone : most.strong)) continue
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) seen.add((block[i] ?? 0) * people.length + (block[j] ?? 0))
  }
  return [...seen].map(pair => [Math.floor(pair / people.length), pair % people.length])
}

/** Keys that begin with 1 rest on one thing alone. */
function keysOf(person: Comparable): string[] {
  const [given, family] = [person.given.map(soundOf), person.family.map(soundOf)]
  const names = [...new Set([...given, ...family, ...person.family.flatMap(parts), ...person.given.flatMap(parts)])].filter(Boolean)
  const { born } = person
  const keys = names.map(name => `1n${name}`)
  for (const [at, one] of names.entries()) for (const other of names.slice(at)) keys.push(`n${[one, other].sort().join('+')}`)
  if (born.length === 8) keys.push(`b${born}`, `1b${born}`)
  for (const name of names) {
    if (born.length >= 4) keys.push(`y${name}${born.slice(0, 4)}`)
    if (born.length === 8)
      keys.push(`d${name}${born.slice(4)}`, `d${name}${born.slice(6)}${born.slice(4, 6)}`, `t${name}${born.slice(0, 6)}`)
  }
  for (const { number, lines, town, postcode } of person.addresses) {
    if (postcode) keys.push(`1p${postcode}`)
    if (postcode && number) keys.push(`h${postcode}/${number}`)
    for (const line of lines) keys.push(`1s${line}`, `s${line}/${number}`)
    for (const name of names) {
      if (postcode) keys.push(`q${postcode}${name}`)
      if (town) keys.push(`w${town}${name}`)
    }
    if (born.length === 8)
      for (const place of [postcode, town, ...lines]) if (place) keys.push(`z${place}${born.slice(0, 4)}`, `x${place}${born.slice(4)}`)
  }
  for (const phone of person.phones) keys.push(`1f${phone}`)
  for (const email of person.emails) keys.push(`1e${email}`, `1l${email.split('@')[0]}`, `1o${[...email].sort().join('')}`)
  return keys
}

const parts = (name: string): string[] => (name.includes(' ') ? name.split(' ').map(soundOf) : [])
