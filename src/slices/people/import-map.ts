/** Which column of somebody's file holds what: as they say, or guessed from the headings. */

export const importFields = [
  'given_name',
  'family_name',
  'name',
  'other_name',
  'born_on',
  'gender',
  'address',
  'postcode',
  'phone',
  'mobile',
  'email',
  'reference',
] as const
export type ImportField = (typeof importFields)[number]
/** For each field the columns, by position, whose words are joined to make it. */
export type ImportMap = Partial<Record<ImportField, number[]>>

/**
 * Reads a map as it is typed, such as `given_name=First name,address=No+Street`. Throws a sentence when a field or a column is unknown.
 * @example readMap('family_name=Surname', ['Surname'])
 */
export function readMap(said: string, columns: string[]): ImportMap {
  const map: ImportMap = {}
  for (const pair of said
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)) {
    const [field, ...rest] = pair.split('=')
    const name = field?.trim() as ImportField
    if (!importFields.includes(name))
      throw new Error(`“${field}” is not something a person can have. Choose from ${importFields.join(', ')}.`)
    map[name] = columnsNamed(rest.join('='), columns)
  }
  return map
}

function columnsNamed(said: string, columns: string[]): number[] {
  return (
    whole(said, columns) ??
    said.split('+').map(part => {
      const [found] = whole(part, columns) ?? []
      if (found === undefined) throw new Error(`The file has no column “${part.trim()}”. It has: ${columns.join(', ')}.`)
      return found
    })
  )
}

function whole(name: string, columns: string[]): number[] | undefined {
  const found = columns.findIndex(column => column.toLowerCase() === name.trim().toLowerCase())
  return found < 0 ? undefined : [found]
}

const known: Record<ImportField, RegExp> = {
  given_name: /^(given|givenname|givennames|first|firstname|forename|forenames|christianname)$/,
  family_name: /^(family|familyname|last|lastname|surname)$/,
  name: /^(name|fullname|clientname|personname)$/,
  other_name: /^(othername|othernames|alias|aliases|nickname|knownas|aka)$/,
  born_on: /^(bornon|born|dob|dateofbirth|birthdate|birthday|birth)$/,
  gender: /^(gender|sex)$/,
  address:
    /^(streetnumber|housenumber|houseno|address|fulladdress|streetaddress|(address)?line\d|address\d|street|streetname|suburb|locality|town|city)$/,
  postcode: /^(postcode|postalcode|zip|zipcode|pcode)$/,
  phone: /^(phone|phonenumber|telephone|tel|telno|contactphonenumber|homephone|landline)$/,
  mobile: /^(mobile|mobilephone|mobilenumber|cell)$/,
  email: /^(email|emailaddress|mail)$/,
  reference: /^(reference|ref|id|recid|recordid|clientid|personid|clientref|clientreference|caseref|urn|uprn)$/,
}

/**
 * Guesses the map from the headings.
 * @example guessMap(['Surname', 'DOB']) // { family_name: [0], born_on: [1] }
 */
export function guessMap(columns: string[]): ImportMap {
  const map: ImportMap = {}
  columns.forEach((column, at) => {
    const plain = column.toLowerCase().replace(/[^a-z0-9]/g, '')
    const field = importFields.find(one => known[one].test(plain))
    // Only an address is put together from several columns; of anything else the first one counts.
    if (field && (field === 'address' || !map[field])) map[field] = [...(map[field] ?? []), at]
  })
  return map
}

/** Whether a map says where the names are. */
export const namesPeople = (map: ImportMap): boolean => Boolean(map.given_name ?? map.family_name ?? map.name)

/**
 * The map in words, to be shown and to be typed again.
 * @example sayMap({ family_name: [0] }, ['Surname']) // "family_name=Surname"
 */
export function sayMap(map: ImportMap, columns: string[]): string {
  return importFields.flatMap(field => (map[field] ? [`${field}=${map[field].map(at => columns[at]).join('+')}`] : [])).join(',')
}
