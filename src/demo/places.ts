// Places named in the stories: homes, shops, car washes, parks and streets of Merrowshire.
import type { Place, Slug } from './shape.ts'

type Row = [slug: Slug, line: string, town: string, postcode: string, kind: Place['kind'], name?: string, note?: string]

const rows: Row[] = [
  ['14-fennel-court', '14 Fennel Court', 'Wexby', 'WX3 4QD', 'home'],
  ['16-fennel-court', '16 Fennel Court', 'Wexby', 'WX3 4QD', 'home'],
  ['fennel-court', 'Fennel Court', 'Wexby', 'WX3 4QD', 'block', undefined, 'Fallowgate. Three storeys, 24 flats, two stairs. Door entry trades button off since spring.'],
  ['9-brewers-yard', '9 Brewers Yard', 'Wexby', 'WX1 2HJ', 'home', undefined, 'First floor, one way in, up the metal stair at the back.'],
  ['brewers-yard', 'Brewers Yard', 'Wexby', 'WX1 2HJ', 'street'],
  ['quayside-hand-wash', '2 Salthouse Way', 'Saltreach', 'WX8 1NT', 'car-wash', 'Quayside Hand Car Wash', 'Old petrol station. Two containers behind, one with a padlock.'],
  ['five-ways-valeting', 'Unit 6, Five Ways Trading Estate', 'Wexby', 'WX2 7RF', 'car-wash', 'Five Ways Valeting'],
  ['mirror-finish', '118 Netherfold Road', 'Wexby', 'WX4 1PB', 'car-wash', 'Mirror Finish Car Wash', 'Shares a yard with a tyre shop. Flat above.'],
  ['station-approach-wash', 'Station Approach', 'Saltreach', 'WX8 2AA', 'car-wash', 'Station Approach Car Wash'],
  ['31-ropewalk', '31 Ropewalk', 'Saltreach', 'WX8 3LE', 'home', undefined, 'Three-bedroom terrace let by the room. Licence applied for, not granted.'],
  ['st-olaves-porch', 'St Olave\'s Church, Cornmarket', 'Wexby', 'WX1 1BQ', 'building', 'St Olave\'s porch'],
  ['multi-storey-level-4', 'Tannery Lane car park', 'Wexby', 'WX1 3DS', 'building', 'Tannery Lane car park, level 4'],
  ['cross-keys-house', '40 Cross Keys Street', 'Wexby', 'WX1 4GW', 'shelter', 'Cross Keys House', 'Supported housing, 14 rooms, staffed day and night.'],
  ['22-mallard-way', '22 Mallard Way', 'Netherfold', 'WX5 6TL', 'home'],
  ['priory-academy', 'Priory Lane', 'Wexby', 'WX3 1AJ', 'school', 'Priory Academy'],
  ['wexby-bus-station', 'Guildhall Street', 'Wexby', 'WX1 1TE', 'building', 'Wexby bus station'],
  ['5-orchard-rise', '5 Orchard Rise', 'Brackenwell', 'WX6 9DH', 'home', undefined, 'Detached bungalow. Front door will not open fully; use the side gate.'],
  ['aydin-store', '77 Marine Parade', 'Saltreach', 'WX8 4JU', 'shop', 'Parade Food and Wine'],
  ['77a-marine-parade', '77a Marine Parade', 'Saltreach', 'WX8 4JU', 'home', undefined, 'Flat over the shop, door on the back lane.'],
  ['marine-parade', 'Marine Parade', 'Saltreach', 'WX8 4JU', 'street'],
  ['gallows-hill-common', 'Gallows Hill', 'Netherfold', 'WX5 2RN', 'open-space', 'Gallows Hill Common', 'Bridleway gate off Mallard Way; the lock has been cut twice.'],
  ['12-teasel-close', '12 Teasel Close', 'Netherfold', 'WX5 6TG', 'home'],
  ['3-harrier-house', '3 Harrier House', 'Wexby', 'WX4 5NL', 'home'],
  ['8-lavender-terrace', '8 Lavender Terrace', 'Wexby', 'WX3 9EW', 'home'],
  ['flat-3-tannery-house', 'Flat 3, Tannery House', 'Wexby', 'WX1 3DR', 'home'],
  ['flat-5-tannery-house', 'Flat 5, Tannery House', 'Wexby', 'WX1 3DR', 'home'],
  ['16-beacon-road', '16 Beacon Road', 'Saltreach', 'WX9 1CT', 'home'],
  ['61-beacon-road-flat', '61a Beacon Road', 'Saltreach', 'WX9 1CW', 'home'],
  ['20-teasel-close', '20 Teasel Close', 'Netherfold', 'WX5 6TG', 'home'],
  ['4-chandlers-row', '4 Chandlers Row', 'Saltreach', 'WX8 3QP', 'home'],
  ['rowan-door-refuge', 'Address held by Rowan Door', 'Merrowshire', 'WX1 9ZZ', 'shelter', 'Refuge', 'Never written down in full.'],
  ['riverside-gardens', 'Bridge Street', 'Wexby', 'WX1 1FA', 'open-space', 'Riverside Gardens'],
  ['saltreach-pier', 'Marine Parade', 'Saltreach', 'WX8 4AB', 'open-space', 'Saltreach pier'],
  ['wexby-library', 'Guildhall Street', 'Wexby', 'WX1 1TA', 'building', 'Wexby Library'],
  ['netherfold-parade', 'Netherfold Parade', 'Netherfold', 'WX5 1AD', 'shop', 'Netherfold Parade shops'],
  ['hallowby-green', 'The Green', 'Hallowby', 'WX7 3BS', 'open-space', 'Hallowby Green'],
  ['thornmouth-skate-park', 'Cliff Road', 'Thornmouth', 'WX9 8LY', 'open-space', 'Thornmouth skate park'],
  ['linnet-court', 'Linnet Court', 'Wexby', 'WX4 5NB', 'block'],
  ['harrier-house', 'Harrier House', 'Wexby', 'WX4 5NL', 'block'],
]

export const namedPlaces: Place[] = rows.map(([slug, line, town, postcode, kind, name, note]) => ({
  slug, line, town, postcode, kind, ...(name && { name }), ...(note && { note }),
}))
