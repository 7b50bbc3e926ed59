import type { SampleType } from '../samples/sample-type.ts'
import {
  type ArchiveFile,
  baseName,
  contentName,
  entryOf,
  type Found,
  type PlanArchive,
  rounded,
} from './found-sample.ts'
import { entriesOf, isObject, type JsonObject, readJson } from './json-file.ts'

/**
 * Google Fit's part of a Takeout: `Takeout/Fit/All Data/*.json`, a file a data source, whose points have times in
 * nanoseconds and values as the data types say (https://developers.google.com/fit/datatypes). Of a kind that Google has
 * merged from all its sources, the merged file counts alone.
 */
export const planGoogleFit: PlanArchive = (files) => {
  const known = files.flatMap((file) => {
    const type = FILE.exec(file.name)?.[1]
    return type !== undefined && Object.hasOwn(POINTS, type)
      ? [{ file, type, merged: /_merge_/.test(baseName(file)) }]
      : []
  })
  const merged = new Set(known.flatMap((each) => (each.merged ? [each.type] : [])))
  return known
    .filter((each) => each.merged || !merged.has(each.type))
    .map(({ file, type }) => ({ file, read: (each: ArchiveFile) => readPoints(each, type) }))
}

const FILE = /(?:^|\/)All Data\/(?:raw|derived)_com\.google\.([a-z_.]+?)_com\.[^/]*\.json$/

interface PointKind {
  readonly type: SampleType
  readonly unit: string
  readonly digits?: number
  readonly lasts?: boolean
}

const POINTS: Readonly<Record<string, PointKind>> = {
  'heart_rate.bpm': { type: 'heart_rate', unit: 'bpm', digits: 1 },
  'step_count.delta': { type: 'steps', unit: 'count', digits: 0, lasts: true },
  weight: { type: 'weight', unit: 'kg' },
  height: { type: 'height', unit: 'm', digits: 3 },
  'body.temperature': { type: 'temperature', unit: 'celsius' },
  blood_glucose: { type: 'blood_glucose', unit: 'mmol/L' },
  blood_pressure: { type: 'blood_pressure', unit: 'mmHg', digits: 0 },
  oxygen_saturation: { type: 'oxygen_saturation', unit: '%' },
  'sleep.segment': { type: 'sleep', unit: 'min', lasts: true },
}

/** Sleep, light, deep and REM sleep; the other segments are awake or out of bed. */
const ASLEEP = [2, 4, 5, 6]

async function* readPoints(file: ArchiveFile, name: string): AsyncGenerator<readonly Found[]> {
  const kind = entryOf(POINTS, name)
  const content = await readJson(file)
  if (kind === undefined || !isObject(content)) throw new Error('This is no file of Google Fit')
  yield entriesOf(content['Data Points']).flatMap((point, index): Found[] => {
    const line = index + 1
    if (!isObject(point)) return [{ line, code: 'malformed_row' }]
    return readPoint(point, kind, line)
  })
}

function readPoint(point: JsonObject, { type, unit, digits = 2, lasts }: PointKind, line: number): Found[] {
  const [first, second] = entriesOf(point['fitValue']).map(numberOf)
  if (type === 'sleep' && !ASLEEP.includes(first ?? 0)) return []
  const start = String(point['startTimeNanos'])
  const end = String(point['endTimeNanos'])
  const value =
    type === 'blood_pressure'
      ? `${rounded(first ?? Number.NaN, 0)}/${rounded(second ?? Number.NaN, 0)}`
      : (rounded(first ?? Number.NaN, digits) ?? '')
  const origin = point['originDataSourceId']
  return [
    {
      line,
      sample: {
        sourceId: contentName(type, start, end, value),
        type,
        value: type === 'sleep' ? null : value,
        unit,
        at: timeOf(start),
        until: lasts ? timeOf(end) : null,
        device: typeof origin === 'string' && origin !== '' ? origin.slice(0, 255) : null,
      },
    },
  ]
}

function numberOf(fitValue: unknown): number {
  const value = isObject(fitValue) ? fitValue['value'] : undefined
  return isObject(value) ? Number(value['fpVal'] ?? value['intVal'] ?? Number.NaN) : Number.NaN
}

/** Nanoseconds since 1970 */
function timeOf(written: string): Date {
  return new Date(/^\d{16,20}$/.test(written) ? Number(written.slice(0, -6)) : Number.NaN)
}
