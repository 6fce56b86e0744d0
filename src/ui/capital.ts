// The names of kinds are kept in small letters, and begin with a capital where they stand alone.

/** @example capital('safe contact') // "Safe contact" */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
