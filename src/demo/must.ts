// For what the county's authors have promised is there: a broken promise is a mistake in the content, and says so.

/** The value, or an error that names what is missing. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demonstration county has no ${what}`)
  return value
}

/** The entry of a map for a key that must be in it. */
export function from<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  return must(map.get(key), String(key))
}

/** One of a list, going round it again when the list is short. */
export function nth<T>(list: readonly T[], index: number): T {
  return must(list[index % list.length], 'such item')
}
