/** What workers say about who alone may read something. */
import { z } from 'zod'
import { markInput } from '../cases/index.ts'

/** Names as they are typed, and those ticked because a name fitted several. */
export const namedReaders = {
  readers: z.string().max(1000, 'Shorten this to 1,000 characters.').optional(),
  reader: z.union([z.string(), z.array(z.string())]).optional(),
}

/** For what can be restricted to the readers that its author names. */
export const restrictedInput = { ...markInput, restricted: z.literal(['', 'yes']).optional(), ...namedReaders }

export interface SaidReaders {
  readers?: string | undefined
  reader?: string | string[] | undefined
}

/** @example namesIn('Grace Penhale, noor') // ['Grace Penhale', 'noor'] */
export const namesIn = ({ readers = '' }: SaidReaders): string[] =>
  readers
    .split(/[,;\n]/)
    .map(name => name.trim())
    .filter(Boolean)

export const tickedIn = ({ reader = [] }: SaidReaders): string[] => [reader].flat().filter(id => z.uuid().safeParse(id).success)
