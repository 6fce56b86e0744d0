// The set pieces: cases written in full by hand.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'
import * as fennelCourt from './fennel-court.ts'

type SetPiece = { people: PersonLine[]; relationships: Relationship[]; things: Thing[]; stories: Story[] }

export const setPieces: SetPiece[] = [fennelCourt]
