// The set pieces: cases written in full by hand.
import type { PersonLine } from '../people/line.ts'
import type { Place, Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'
import * as alongside from './alongside.ts'
import * as brewersYard from './brewers-yard.ts'
import * as charlotte from './charlotte.ts'
import * as fennelCourt from './fennel-court.ts'
import * as gallowsHill from './gallows-hill.ts'
import * as harrierHouse from './harrier-house.ts'
import * as kian from './kian.ts'
import * as larkspur from './larkspur-all.ts'
import { graded } from './larkspur-people.ts'
import * as mrLacey from './mr-lacey.ts'
import * as orchardRise from './orchard-rise.ts'
import * as parade from './parade.ts'
import * as tanneryHouse from './tannery-house.ts'
import * as teaselClose from './teasel-close.ts'
import * as tez from './tez.ts'

type SetPiece = { people: PersonLine[]; relationships: Relationship[]; things: Thing[]; stories: Story[] }

export const setPieces: SetPiece[] = [
  fennelCourt,
  brewersYard,
  larkspur,
  tez,
  kian,
  orchardRise,
  parade,
  gallowsHill,
  harrierHouse,
  mrLacey,
  tanneryHouse,
  teaselClose,
  charlotte,
  alongside,
]

/** Car washes that were graded and not visited. */
export const gradedPlaces: Place[] = graded.map(([slug, line, town, postcode, name]) => ({ slug, line, town, postcode, name, kind: 'car-wash' }))
