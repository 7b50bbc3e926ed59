import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { SAMPLE_TYPES, type SampleType, sampleTypeNamed } from '../samples/sample-type.ts'
import { type ArchiveFile, baseName, contentName, type Found, type PlanArchive, rounded } from './found-sample.ts'

/**
 * Apple Health's `export.zip` (Health app, "Export All Health Data"): `apple_health_export/export.xml` beside the clinical
 * document `export_cda.xml`, workout routes and electrocardiograms. The document type inside the file describes it: `Record`
 * elements with type, sourceName, unit, startDate, endDate and value, a blood pressure as a `Correlation` of two of them
 * (which stand outside of it once more). What the types are: https://developer.apple.com/documentation/healthkit/data-types.
 */
export const planAppleHealth: PlanArchive = (files) => {
  // On phones in other languages the file is called otherwise, and lies in the same place.
  const candidates = files.filter(
    (file) => /\.xml$/i.test(file.name) && !/_cda\.xml$/i.test(file.name) && !file.name.startsWith('__MACOSX/'),
  )
  const named = candidates.filter((file) => baseName(file).toLowerCase() === 'export.xml')
  return (named.length > 0 ? named : candidates).map((file) => ({ file, read: readAppleHealth }))
}

/** No element of an export is nearly as long; what is longer would only fill the memory. */
const LONGEST_ELEMENT = 1_000_000
const ASLEEP = 'HKCategoryValueSleepAnalysisAsleep'
const SYSTOLIC = 'HKQuantityTypeIdentifierBloodPressureSystolic'
const DIASTOLIC = 'HKQuantityTypeIdentifierBloodPressureDiastolic'
const BLOOD_PRESSURE = 'HKCorrelationTypeIdentifierBloodPressure'

const KNOWN: ReadonlySet<string> = new Set(SAMPLE_TYPES)

interface Pressure {
  readonly tag: SaxesTagPlain
  systolic?: string
  diastolic?: string
}

async function* readAppleHealth(file: ArchiveFile): AsyncGenerator<readonly Found[]> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let found: Found[] = []
  let pressure: Pressure | undefined
  let depth = 0
  let lastTag = 0
  parser.on('opentag', (tag) => {
    lastTag = parser.position
    if (depth === 0 && tag.name !== 'HealthData') throw new Error('This is no export of Apple Health')
    depth += 1
    if (tag.name === 'Correlation' && tag.attributes['type'] === BLOOD_PRESSURE) pressure = { tag }
    if (tag.name !== 'Record') return
    const type = tag.attributes['type'] ?? ''
    if (pressure !== undefined) {
      if (type === SYSTOLIC) pressure.systolic = tag.attributes['value'] ?? ''
      if (type === DIASTOLIC) pressure.diastolic = tag.attributes['value'] ?? ''
    } else {
      const item = readRecord(tag, type, parser.line)
      if (item !== undefined) found.push(item)
    }
  })
  parser.on('closetag', (tag) => {
    lastTag = parser.position
    depth -= 1
    if (tag.name !== 'Correlation' || pressure === undefined) return
    found.push(readPressure(pressure, parser.line))
    pressure = undefined
  })
  const decoder = new TextDecoder()
  for await (const chunk of await file.open()) {
    parser.write(decoder.decode(chunk, { stream: true }))
    if (parser.position - lastTag > LONGEST_ELEMENT) throw new Error('An element of the file has no end')
    if (found.length > 0) {
      yield found
      found = []
    }
  }
  parser.close()
  if (found.length > 0) yield found
}

function readRecord({ attributes }: SaxesTagPlain, written: string, line: number): Found | undefined {
  const named = sampleTypeNamed(written)
  if (!KNOWN.has(named) || named === 'blood_pressure') return undefined
  const type = named as SampleType
  const { value = '', unit = '', startDate, endDate, sourceName } = attributes
  if (type === 'sleep' && !value.startsWith(ASLEEP)) return undefined
  const number = value === '' ? Number.NaN : Number(value)
  return {
    line,
    sample: {
      sourceId: contentName(written, startDate, endDate, value, unit, sourceName),
      type,
      value: type === 'sleep' ? null : (rounded(number, 3) ?? ''),
      unit,
      at: timeOf(startDate),
      until: timeOf(endDate),
      device: deviceOf(sourceName),
    },
  }
}

function readPressure({ tag, systolic, diastolic }: Pressure, line: number): Found {
  const { startDate, endDate, sourceName } = tag.attributes
  if (!systolic || !diastolic) return { line, code: 'not_a_blood_pressure' }
  return {
    line,
    sample: {
      sourceId: contentName(BLOOD_PRESSURE, startDate, endDate, systolic, diastolic, sourceName),
      type: 'blood_pressure',
      value: `${rounded(Number(systolic), 0)}/${rounded(Number(diastolic), 0)}`,
      unit: 'mmHg',
      at: timeOf(startDate),
      until: null,
      device: deviceOf(sourceName),
    },
  }
}

const WRITTEN = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/

/** `2024-03-12 08:15:00 +0530` */
function timeOf(written: string | undefined): Date {
  const [, day, clock, hours, minutes] = WRITTEN.exec(written ?? '') ?? []
  return new Date(`${day}T${clock}${hours}:${minutes}`)
}

/** The name of the phone or watch holds unbreakable spaces. */
function deviceOf(sourceName: string | undefined): string | null {
  const plain = sourceName?.replaceAll('\u00a0', ' ').trim()
  return plain ? plain.slice(0, 255) : null
}
