/** Asking for several things at once, each by its name. */

/**
 * Waits for every part at once; fails as soon as one fails.
 * @example const { due, late } = await together({ due: listDue(db), late: listLate(db) })
 */
export async function together<T extends Record<string, unknown>>(parts: T): Promise<{ [Name in keyof T]: Awaited<T[Name]> }> {
  const named = Object.entries(parts).map(async ([name, part]) => [name, await part] as const)
  return Object.fromEntries(await Promise.all(named)) as { [Name in keyof T]: Awaited<T[Name]> }
}
