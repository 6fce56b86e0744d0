/** How pg writes a value for PostgreSQL: what it exports, and its types do not declare. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null
}
