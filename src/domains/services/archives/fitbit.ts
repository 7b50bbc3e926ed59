import type { GivenSample } from '../samples/read-sample.ts'
import type { SampleType } from '../samples/sample-type.ts'
import { csvRows } from './csv-rows.ts'
import {
  type ArchiveFile,
  baseName,
  contentName,
  entryOf,
  type Found,
  type PlanArchive,
  type PlannedFile,
  type ReadingContext,
  rounded,
} from './found-sample.ts'
import { entriesOf, isObject, type JsonObject, readJson } from './json-file.ts'
import { atLocalTime } from './local-time.ts'

/**
 * Fitbit's part of a Google Takeout (`Takeout/Fitbit` or `Takeout/Google Health`), and Fitbit's own older export with the
 * same files in `user-site-export`. A JSON file a day or month (`heart_rate-2024-01-01.json`, `steps-…`, `weight-…`,
 * `sleep-…`, `resting_heart_rate-…`), and in newer ones CSV files (`Physical Activity_GoogleData/heart_rate_2024-01-01.csv`)
 * that hold much of the same once more: then the CSV counts, whose times name their zone. The `README` files inside of the
 * archive describe the columns (https://support.google.com/fitbit/answer/14236615). Intraday JSON is in UTC, weights (in
 * pounds) and nights are on the person's clock.
 */
export const planFitbit: PlanArchive = (files) => {
  const planned = files.flatMap((file) => plansOf(file))
  const inCsv = new Set(planned.flatMap(({ covers }) => (covers ? [covers] : [])))
  return planned.filter(({ twin }) => twin === undefined || !twin.some((name) => inCsv.has(name)))
}

interface Planned extends PlannedFile {
  /** What a CSV file holds: a kind and its day, or the kind alone. */
  readonly covers?: string
  /** Under which of these a CSV file would hold the same. */
  readonly twin?: readonly string[]
}

function plansOf(file: ArchiveFile): readonly Planned[] {
  const name = baseName(file)
  const [, jsonKind = '', jsonDay = ''] = /^([a-z_]+)-(\d{4}-\d\d-\d\d)\.json$/.exec(name) ?? []
  const json = entryOf(JSON_FILES, jsonKind)
  if (json) {
    return [
      { file, read: (each, context) => readEntries(each, context, json), twin: [`${jsonKind} ${jsonDay}`, jsonKind] },
    ]
  }
  if (/_GoogleData\//.test(file.name)) {
    const [, csvKind = '', csvDay] = /^([a-z_]+?)(?:_(\d{4}-\d\d-\d\d))?\.csv$/.exec(name) ?? []
    const csv = entryOf(CSV_FILES, csvKind)
    const covers = csvDay === undefined ? csvKind.replace(/^daily_/, '') : `${csvKind} ${csvDay}`
    return csv ? [{ file, read: (each, context) => readRows(each, context, csv), covers }] : []
  }
  const titled = TITLED_CSV_FILES.find(([pattern]) => pattern.test(name))?.[1]
  return titled ? [{ file, read: (each, context) => readRows(each, context, titled) }] : []
}

const MINUTE = 60_000
const BATCH = 500

/** Makes a sample of an entry, or nothing of one that holds none; `undefined` parts are found wrong later. */
type ReadEntry = (entry: JsonObject, context: ReadingContext) => GivenSample | undefined

const JSON_FILES: Readonly<Record<string, ReadEntry>> = {
  heart_rate: ({ dateTime, value }) => {
    if (!isObject(value)) return undefined
    // The watch was not worn: it shows 70 then.
    if (value['confidence'] === 0) return undefined
    return momentary('heart_rate', utcOf(dateTime), Number(value['bpm'] ?? Number.NaN), 'bpm')
  },
  resting_heart_rate: ({ value }, { timeZone }) => {
    if (!isObject(value) || typeof value['date'] !== 'string' || value['value'] === 0) return undefined
    return momentary('resting_heart_rate', wallOf(value['date'], '00:00:00', timeZone), Number(value['value']), 'bpm')
  },
  steps: ({ dateTime, value }) => (Number(value) === 0 ? undefined : steps(utcOf(dateTime), Number(value), null)),
  weight: ({ logId, weight, date, time, source }, { timeZone }) => ({
    ...momentary('weight', wallOf(date, time, timeZone), Number(weight ?? Number.NaN), 'lbs'),
    sourceId: `weight-${String(logId)}`,
    device: typeof source === 'string' ? source.slice(0, 255) : null,
  }),
  sleep: ({ logId, startTime, endTime }, { timeZone }) => ({
    sourceId: `sleep-${String(logId)}`,
    type: 'sleep',
    value: null,
    unit: 'min',
    at: atLocalTime(String(startTime), timeZone),
    until: atLocalTime(String(endTime), timeZone),
    device: null,
  }),
}

async function* readEntries(
  file: ArchiveFile,
  context: ReadingContext,
  read: ReadEntry,
): AsyncGenerator<readonly Found[]> {
  yield entriesOf(await readJson(file)).flatMap((entry, index): Found[] => {
    const line = index + 1
    if (!isObject(entry)) return [{ line, code: 'malformed_row' }]
    const sample = read(entry, context)
    return sample === undefined ? [] : [{ line, sample }]
  })
}

interface CsvKind {
  readonly type: SampleType
  readonly column: string
  readonly unit: string
  /** What a value is multiplied with to be in the unit. */
  readonly factor?: number
}

const CSV_FILES: Readonly<Record<string, CsvKind>> = {
  heart_rate: { type: 'heart_rate', column: 'beats per minute', unit: 'bpm' },
  daily_resting_heart_rate: { type: 'resting_heart_rate', column: 'beats per minute', unit: 'bpm' },
  steps: { type: 'steps', column: 'steps', unit: 'count' },
  weight: { type: 'weight', column: 'weight grams', unit: 'kg', factor: 0.001 },
  height: { type: 'height', column: 'height millimeters', unit: 'cm', factor: 0.1 },
  oxygen_saturation: { type: 'oxygen_saturation', column: 'oxygen saturation percentage', unit: '%' },
  body_temperature: { type: 'temperature', column: 'temperature celsius', unit: 'celsius' },
  daily_respiratory_rate: { type: 'respiratory_rate', column: 'breaths per minute', unit: '/min' },
}

const TITLED_CSV_FILES: readonly (readonly [RegExp, CsvKind])[] = [
  [/^Minute SpO2 - .*\.csv$/, { type: 'oxygen_saturation', column: 'value', unit: '%' }],
  [
    /^Daily Respiratory Rate Summary - .*\.csv$/,
    { type: 'respiratory_rate', column: 'daily_respiratory_rate', unit: '/min' },
  ],
]

async function* readRows(
  file: ArchiveFile,
  { timeZone }: ReadingContext,
  { type, column, unit, factor = 1 }: CsvKind,
): AsyncGenerator<readonly Found[]> {
  let found: Found[] = []
  for await (const { line, cells } of csvRows(file, { headerLine: 1, columns: (names) => [...names] })) {
    const { timestamp } = cells
    const written = cells[column]
    // Files of kinds that were never measured hold a sentence.
    if (timestamp === undefined && written === undefined) continue
    const at = /(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp ?? '')
      ? new Date(timestamp ?? '')
      : atLocalTime((timestamp ?? '').replace(' ', 'T'), timeZone)
    const value = written === undefined || written === '' ? Number.NaN : Number(written) * factor
    const device = cells['data source']?.slice(0, 255) || null
    if (type === 'steps' && value === 0) continue
    const sample = type === 'steps' ? steps(at, value, device) : { ...momentary(type, at, value, unit), device }
    found.push({ line, sample })
    if (found.length >= BATCH) {
      yield found
      found = []
    }
  }
  if (found.length > 0) yield found
}

function momentary(type: SampleType, at: Date, number: number, unit: string): GivenSample {
  const value = rounded(number, 2)
  return {
    sourceId: contentName(type, timeName(at), value ?? ''),
    type,
    value: value ?? '',
    unit,
    at,
    until: null,
    device: null,
  }
}

function steps(at: Date, number: number, device: string | null): GivenSample {
  const until = new Date(at.getTime() + MINUTE)
  const value = rounded(number, 0)
  return {
    sourceId: contentName('steps', timeName(at), device ?? ''),
    type: 'steps',
    value,
    unit: 'count',
    at,
    until,
    device,
  }
}

function timeName(at: Date): string {
  return String(at.getTime())
}

/** `01/31/24 08:15:00` in UTC */
function utcOf(written: unknown): Date {
  return atLocalTime(isoOf(...(String(written).split(' ') as [string, string?])), 'UTC')
}

function wallOf(date: unknown, time: unknown, timeZone: string): Date {
  return atLocalTime(isoOf(String(date), String(time)), timeZone)
}

/** `01/31/24` and `08:15:00` as `2024-01-31T08:15:00` */
function isoOf(date: string, time = ''): string {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d\d)$/.exec(date) ?? []
  return `20${year}-${month}-${day}T${time}`
}
