/** An array as PostgreSQL reads it, for statements that bind thousands of values as one. */
export function arrayText(values: readonly (string | null)[]): string {
  const quoted = values.map((value) => (value === null ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`))
  return `{${quoted.join(',')}}`
}
