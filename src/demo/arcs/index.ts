// Every everyday case, in the order they are told.
import type { Arc } from './arc.ts'
import { briefCases } from './brief.ts'
import { families } from './families.ts'
import { harmed } from './harmed.ts'
import { health } from './health.ts'
import { homes } from './homes.ts'
import { moreBriefCases } from './more-brief.ts'
import { neighbours } from './neighbours.ts'
import { streetsAndParks } from './streets-and-parks.ts'

export const arcs: Arc[] = [...neighbours, ...streetsAndParks, ...homes, ...families, ...health, ...harmed, ...briefCases, ...moreBriefCases]
