import { Problem } from '../../../platform/errors/problem.ts'
import { FhirBundleNotTaken, FhirNotReadable, FhirTooManyEntries } from '../fhir-problems.ts'
import { dayOf } from '../fhir-times.ts'
import { type JsonObject, objectOf, textAt } from '../json.ts'
import { type EntryRemark, type IncomingResource, remark } from './incoming-resource.ts'

/** A record of many years; a bundle of one is taken in within one transaction. */
export const MOST_ENTRIES = 5_000

/** A resource type begins with a capital and has only letters. */
const TYPE = /^[A-Z][A-Za-z]{1,63}$/
const BUNDLES: ReadonlySet<string> = new Set(['document', 'collection', 'searchset', 'transaction', 'batch'])

export interface OpenedContent {
  readonly resources: readonly IncomingResource[]
  readonly refused: readonly EntryRemark[]
  /** The day that the bundle speaks of, `YYYY-MM-DD`. */
  readonly day: string | undefined
}

/**
 * Takes what was sent apart: a bundle, a single resource, or one resource a line (NDJSON). Entries that cannot be read are
 * named, and the others stand.
 * @throws {Problem} FhirNotReadable, FhirBundleNotTaken or FhirTooManyEntries where there is nothing to take apart.
 */
export function openContent(written: string): OpenedContent {
  const text = written.replace(/^\ufeff/, '')
  const whole = parse(text)
  if ('value' in whole) return openResource(whole.value)
  const lines = text.split('\n')
  const said = lines.filter((line) => line.trim() !== '').length
  // Where the first of several lines is a document by itself, each is.
  const first = parse(lines.find((line) => line.trim() !== '') ?? '')
  if (said < 2 || !('value' in first)) throw new Problem(FhirNotReadable, { values: { where: whole.where } })
  return openLines(lines)
}

type Parsed = { readonly value: unknown } | { readonly where: string }

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { where: placeOf(error, text) }
  }
}

/** Longer texts are not searched for their mistake: it would keep everybody waiting. */
const LONGEST_SEARCHED = 2_000_000

/** Where a JSON text breaks off or goes wrong, as line and column. The parser's own words would quote the record. */
function placeOf(error: unknown, text: string): string {
  const [, said] = /at position (\d+)/.exec(String(error)) ?? []
  const position = said !== undefined ? Number(said) : isWrongToken(error) ? wrongTokenAt(text) : text.length
  const before = text.slice(0, position)
  return position < 0 ? '?' : `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`
}

const isWrongToken = (error: unknown) => String(error).includes('Unexpected token')

/** A wrong token comes without its place: it ends the shortest beginning of the text that has one. */
function wrongTokenAt(text: string): number {
  if (text.length > LONGEST_SEARCHED) return -1
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    try {
      JSON.parse(text.slice(0, middle))
      good = middle
    } catch (error) {
      if (isWrongToken(error)) bad = middle
      else good = middle
    }
  }
  return bad - 1
}

function openLines(lines: readonly string[]): OpenedContent {
  const resources: IncomingResource[] = []
  const refused: EntryRemark[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const path = `line ${index + 1}`
    const parsed = parse(line)
    const resource = 'value' in parsed ? objectOf(parsed.value) : undefined
    if (resource === undefined) refused.push(remark({ path, type: '' }, { pointer: '', code: 'fhir_not_json' }))
    else take({ path, resource, fullUrl: undefined }, resources, refused)
    limit(resources.length + refused.length)
  }
  return { resources, refused, day: undefined }
}

function openResource(value: unknown): OpenedContent {
  const resource = objectOf(value)
  const type = textAt(resource, 'resourceType')
  if (resource === undefined || type === undefined || !TYPE.test(type)) {
    throw new Problem(FhirNotReadable, { values: { where: '1:1' } })
  }
  if (type === 'Bundle') return openBundle(resource)
  return { resources: [{ path: type, type, fullUrl: undefined, resource }], refused: [], day: undefined }
}

function openBundle(bundle: JsonObject): OpenedContent {
  const kind = textAt(bundle, 'type') ?? 'collection'
  if (!BUNDLES.has(kind))
    throw new Problem(FhirBundleNotTaken, { values: { kind: TYPE.test(kind) ? kind : kind.slice(0, 30) } })
  const given = bundle['entry'] ?? []
  const entries: readonly unknown[] = Array.isArray(given) ? given : []
  limit(entries.length)
  const resources: IncomingResource[] = []
  const refused: EntryRemark[] = []
  if (given !== entries)
    refused.push(remark({ path: 'Bundle', type: '' }, { pointer: '/entry', code: 'fhir_not_a_resource' }))
  for (const [index, each] of entries.entries()) {
    const path = `Bundle.entry[${index}]`
    const entry = objectOf(each)
    // What the server says about a search is no part of the record.
    if (textAt(entry, 'search', 'mode') === 'outcome') continue
    if (textAt(entry, 'request', 'method') === 'DELETE') {
      refused.push(remark({ path, type: '' }, { pointer: '/request/method', code: 'fhir_kind_unknown' }))
      continue
    }
    const resource = objectOf(entry?.['resource'])
    const fullUrl = textAt(entry, 'fullUrl')
    if (resource === undefined)
      refused.push(remark({ path, type: '' }, { pointer: '/resource', code: 'fhir_not_a_resource' }))
    else take({ path: `${path}.resource`, resource, fullUrl }, resources, refused)
  }
  return { resources, refused, day: dayOf(textAt(bundle, 'timestamp'))?.day }
}

function take(found: Omit<IncomingResource, 'type'>, resources: IncomingResource[], refused: EntryRemark[]): void {
  const type = textAt(found.resource, 'resourceType') ?? ''
  if (TYPE.test(type)) resources.push({ ...found, type })
  else refused.push(remark({ path: found.path, type: '' }, { pointer: '/resourceType', code: 'fhir_not_a_resource' }))
}

function limit(entries: number): void {
  if (entries > MOST_ENTRIES) throw new Problem(FhirTooManyEntries, { values: { maximum: MOST_ENTRIES } })
}
