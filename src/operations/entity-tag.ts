import { hash } from 'node:crypto'

/** The entity tag (RFC 9110, 8.8.3) of a row: it changes whenever a column that callers see changes. */
export function entityTag(record: Readonly<Record<string, unknown>>): string {
  return `"${hash('sha256', JSON.stringify(record), 'base64url').slice(0, 22)}"`
}

/** The tags of an `If-Match` header; `*` matches every row that exists. Weak tags never match, as RFC 9110 asks. */
export function parseEntityTags(header: string): readonly string[] {
  return header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

export function matchesEntityTag(tags: readonly string[], version: string): boolean {
  return tags.includes('*') || tags.includes(version)
}
