// Joins CSS class names, leaving out what does not apply.

/**
 * Joins the class names that hold.
 * @example classes('kith-tag', late && 'kith-tag--late')
 */
export function classes(...names: (string | false | undefined | null)[]): string {
  return names.filter(Boolean).join(' ')
}
