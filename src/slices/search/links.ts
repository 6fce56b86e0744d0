/** Where search is found in the address bar. */

/** @example searchLink('smith ng7') // "/search?q=smith+ng7" */
export const searchLink = (words = ''): string => (words ? `/search?${new URLSearchParams({ q: words })}` : '/search')
