/** Which column of somebody's file holds what, finer than for an import: every part of an address is compared by itself. */

export const matchFields = [
  'given_name',
  'family_name',
  'name',
  'other_name',
  'born_on',
  'born_year',
  'born_month',
  'born_day',
  'gender',
  'house_number',
  'address',
  'town',
  'region',
  'postcode',
  'phone',
  'mobile',
  'email',
  'other',
] as const
export type MatchField = (typeof matchFields)[number]
/** For each field the columns that hold it, by position. */
export type MatchColumns = Partial<Record<MatchField, number[]>>

const known: [MatchField, RegExp][] = [
  ['given_name', /^(given|givennames?|first|firstnames?|fname(c1)?|forenames?|christianname|prenom)$/],
  ['family_name', /^(family|familyname|last|lastname|lname(c1)?|surnames?|nom)$/],
  ['name', /^(name|fullname|clientname|personname|displayname)$/],
  ['other_name', /^(othernames?|alias(es)?|nickname|knownas|aka|preferredname)$/],
  ['born_year', /^(by|birthyear|yearofbirth|yob|bornyear)$/],
  ['born_month', /^(bm|birthmonth|monthofbirth|mob|bornmonth)$/],
  ['born_day', /^(bd|birthday(ofmonth)?|dayofbirth|bornday)$/],
  ['born_on', /^(bornon|born|dob|dateofbirth|birthdate|birth|ddn)$/],
  ['gender', /^(gender|sex|gendercode|sexcode)$/],
  ['house_number', /^(streetnumber|housenumber|houseno|housenum|streetno|number)$/],
  ['address', /^(address|fulladdress|streetaddress|(address)?line\d|addr(ess)?\d?|street\d?|streetname|resstreetaddress)$/],
  ['town', /^(suburb|locality|town|city|townorcity|district|rescitydesc)$/],
  ['region', /^(state|region|county|province|statecd)$/],
  ['postcode', /^(postcode(fake)?|postalcode|zip|zipcode|pcode|plz)$/],
  ['phone', /^(phone|phonenumber|telephone|tel|telno|contactphonenumber|homephone|landline)$/],
  ['mobile', /^(mobile|mobilephone|mobilenumber|cell|cellphone)$/],
  ['email', /^(email|emailaddress|mail)$/],
  [
    'other',
    /^(middlenames?|middle|midlname|mname|birthplace|placeofbirth|countryofbirth|occupation|nationality|maidenname|mothersname|fathersname|ethnicity|language|namesuffix|suffix)$/,
  ],
]

/**
 * Guesses from the headings; identifiers and whatever is not known are left alone.
 * @example guessColumns(['Surname', 'DOB']) // { family_name: [0], born_on: [1] }
 */
export function guessColumns(columns: string[], without: readonly string[] = []): MatchColumns {
  const found: MatchColumns = {}
  columns.forEach((column, at) => {
    if (without.includes(column.toLowerCase())) return
    const plain = column.toLowerCase().replace(/[^a-z0-9]/g, '')
    const field = known.find(([, heading]) => heading.test(plain))?.[0]
    if (field) found[field] = [...(found[field] ?? []), at]
  })
  if (found.name && (found.given_name || found.family_name)) delete found.name
  return found
}

/**
 * Reads a map as it is typed, such as `given_name=First name,address=No+Street`. Throws a sentence when a field or column is unknown.
 * @example readColumns('family_name=Surname', ['Surname'])
 */
export function readColumns(said: string, columns: string[]): MatchColumns {
  const found: MatchColumns = {}
  for (const pair of said.split(',').filter(part => part.trim())) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim() as MatchField
    if (!matchFields.includes(name)) throw new Error(`“${name || pair}” cannot be compared. Choose from ${matchFields.join(', ')}.`)
    found[name] = pair
      .slice(at + 1)
      .split('+')
      .map(one => columnNamed(one, columns))
  }
  return found
}

/** The place of a column, by its heading in capitals or not. Throws a sentence when there is none. */
export function columnNamed(said: string, columns: string[]): number {
  const at = columns.findIndex(column => column.toLowerCase() === said.trim().toLowerCase())
  if (at < 0) throw new Error(`The file has no column “${said.trim()}”. It has: ${columns.join(', ')}.`)
  return at
}

/** The map in words, to be shown and to be typed again. */
export const sayColumns = (map: MatchColumns, columns: string[]): string =>
  matchFields.flatMap(field => (map[field] ? [`${field}=${map[field].map(at => columns[at]).join('+')}`] : [])).join(',')
