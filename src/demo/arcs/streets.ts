// Streets, blocks, greens and shops where everyday cases happen.
import type { Place } from '../shape.ts'

type Row = [slug: string, line: string, town: string, postcode: string, kind: Place['kind'], note?: string]

const rows: Row[] = [
  ['sorrel-road', 'Sorrel Road', 'Netherfold', 'WX5 4TR', 'street'],
  ['kestrel-gardens', 'Kestrel Gardens', 'Netherfold', 'WX5 4UW', 'street'],
  ['tithe-barn-lane', 'Tithe Barn Lane', 'Brackenwell', 'WX6 8HE', 'street'],
  ['maltings-close', 'Maltings Close', 'Wexby', 'WX2 5ND', 'street'],
  ['glovers-row', 'Glovers Row', 'Wexby', 'WX1 4AE', 'street'],
  ['queens-ride', 'Queens Ride', 'Wexby', 'WX3 8LG', 'street'],
  ['hopfield-avenue', 'Hopfield Avenue', 'Wexby', 'WX4 2SU', 'street'],
  ['pinfold-street', 'Pinfold Street', 'Wexby', 'WX1 3BN', 'street'],
  ['nettlebed-way', 'Nettlebed Way', 'Wexby', 'WX4 6QA', 'street'],
  ['cobblers-hill', 'Cobblers Hill', 'Wexby', 'WX3 2YT', 'street'],
  ['lifeboat-road', 'Lifeboat Road', 'Saltreach', 'WX8 6BP', 'street'],
  ['capstan-street', 'Capstan Street', 'Saltreach', 'WX8 3HJ', 'street'],
  ['sandpiper-drive', 'Sandpiper Drive', 'Saltreach', 'WX9 2RW', 'street'],
  ['oyster-lane', 'Oyster Lane', 'Saltreach', 'WX8 2FD', 'street'],
  ['coastguard-terrace', 'Coastguard Terrace', 'Thornmouth', 'WX9 8ED', 'street'],
  ['shingle-bank', 'Shingle Bank', 'Thornmouth', 'WX9 8NU', 'street'],
  ['church-loke', 'Church Loke', 'Hallowby', 'WX7 3HQ', 'street'],
  ['forge-meadow', 'Forge Meadow', 'Hallowby', 'WX7 4LB', 'street'],
  ['osier-court', 'Osier Court', 'Wexby', 'WX4 5NA', 'block'],
  ['saxon-point', 'Saxon Point', 'Wexby', 'WX2 1GE', 'block', 'Eleven storeys, two lifts, one working.'],
  ['medlar-house', 'Medlar House', 'Netherfold', 'WX5 1JT', 'block'],
  ['trinity-heights', 'Trinity Heights', 'Saltreach', 'WX8 1RD', 'block'],
  ['spinnaker-court', 'Spinnaker Court', 'Saltreach', 'WX9 3QE', 'block'],
  ['almoners-court', 'Almoners Court', 'Wexby', 'WX1 2PU', 'block', 'Sheltered. Warden on weekday mornings.'],
  ['jubilee-field', 'Jubilee Field', 'Netherfold', 'WX5 3DA', 'open-space'],
  ['weir-meadow', 'Weir Meadow', 'Wexby', 'WX1 5RF', 'open-space'],
  ['bandstand-gardens', 'Bandstand Gardens', 'Saltreach', 'WX8 4AF', 'open-space'],
  ['quarry-wood', 'Quarry Wood', 'Brackenwell', 'WX6 9SX', 'open-space'],
  ['hopfield-shops', 'Hopfield Avenue shops', 'Wexby', 'WX4 2SW', 'shop'],
  ['capstan-convenience', '12 Capstan Street', 'Saltreach', 'WX8 3HL', 'shop'],
  ['guildhall-arcade', 'Guildhall Arcade', 'Wexby', 'WX1 1SB', 'shop'],
  ['lockside-retail', 'Lockside', 'Wexby', 'WX2 3PD', 'shop'],
  ['saltreach-library', 'Harbour Street', 'Saltreach', 'WX8 1HB', 'building'],
  ['wexby-station', 'Station Road', 'Wexby', 'WX2 1AA', 'building'],
  ['st-olaves-hall', 'Cornmarket', 'Wexby', 'WX1 1BP', 'building'],
  ['merrow-vale-clinic', 'Clinic Road', 'Wexby', 'WX3 6TD', 'building'],
]

export const streets: Place[] = rows.map(([slug, line, town, postcode, kind, note]) => ({ slug, line, town, postcode, kind, ...(note && { note }) }))
