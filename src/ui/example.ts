// What an example is, and the words that try a part's limits: they feed the gallery, the tests and the pictures.
import type { Element } from '#jsx/element'

export type Example = { name: string; show: () => Element }

/** Words that would run, or break out of their place, if anything forgot to escape them. */
export const hostile = '</textarea></title><script>alert("x")</script><img src=x onerror=alert(1)> & "quotes" \'apostrophes\''

/** One word without a place to break, and a sentence that does not end soon. */
export const huge = `Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch${'x'.repeat(60)} ${'and then one more thing that had to be said about it '.repeat(6)}`

/** The morning on which every example is looked at. */
export const now = new Date('2026-11-22T09:10:00Z')
