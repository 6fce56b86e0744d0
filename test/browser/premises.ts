/** Premises for an operation: real streets and postcodes from the public data beside the project, when it is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root } from '../../src/platform/root.ts'

const data = join(root, '../shared/data')
const streets = join(data, 'names/street-names-by-district.csv.gz')
const postcodes = join(data, 'postcodes/developers')

/** Whether the public data is there. */
export const haveData = existsSync(streets) && existsSync(postcodes)

/**
 * A CSV of so many premises, each on another real street, with a real postcode of the same county.
 * @example await page.setInputFiles('input[type=file]', { name: 'premises.csv', mimeType: 'text/csv', buffer: premises(63) })
 */
export function premises(count: number): Buffer {
  const rows = gunzipSync(readFileSync(streets))
    .toString('utf8')
    .split('\n')
    .map(line => line.split(','))
  const names = [...new Set(rows.filter(row => row[0] === 'leicestershire').map(row => row[2]?.trim() ?? ''))].filter(name =>
    /^[A-Z][a-z]+ (Street|Road|Lane|Close|Avenue)$/.test(name),
  )
  const codes = gunzipSync(readFileSync(join(postcodes, 'le.csv.gz')))
    .toString('utf8')
    .split('\n')
    .map(line => line.split(',')[0]?.replaceAll('"', '') ?? '')
    .filter(Boolean)
  const lines = Array.from({ length: count }, (_, index) => {
    const code = (codes[index * 97] ?? '').replace(/\s+/g, '')
    return `Premises ${index + 1} Hand Car Wash,"${index + 3} ${names[index * 7] ?? ''}",Leicester,${code.slice(0, -3)} ${code.slice(-3)}`
  })
  return Buffer.from(`\uFEFFName,Address,Town,Postcode\r\n${lines.join('\r\n')}\r\n`)
}
