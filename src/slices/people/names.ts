/** A person's name as it is shown, and plain words for comparing names. */

/**
 * The name in the order it is said.
 * @example nameOf({ givenName: 'Ayo', familyName: 'Adeyemi' }) // "Ayo Adeyemi"
 */
export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return [givenName, familyName].filter(Boolean).join(' ')
}

/** Words without capitals, accents or apostrophes, as search compares them. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´ʼ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
