import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** What a file of an archive holds: the text itself, or pieces of one that is too long to hold. */
type Content = string | Buffer | (() => Iterable<string>)

/** A zip archive as a stream, made while it is read. */
export function zipStream(files: Readonly<Record<string, Content>>): Readable {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === 'function') zip.addReadStream(Readable.from(content(), { objectMode: false }), name)
    else zip.addBuffer(Buffer.from(content), name)
  }
  zip.end()
  return zip.outputStream as Readable
}

export async function zipOf(files: Readonly<Record<string, Content>>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of zipStream(files)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004')
const CENTRAL_HEADER = Buffer.from('PK\u0001\u0002')

/** Sets the flag of an encrypted file in all headers, as an archive with a password has it. */
export function encrypted(zip: Buffer): Buffer {
  const changed = Buffer.from(zip)
  for (const [signature, offset] of [
    [LOCAL_HEADER, 6],
    [CENTRAL_HEADER, 8],
  ] as const) {
    for (let at = changed.indexOf(signature); at >= 0; at = changed.indexOf(signature, at + 4)) {
      changed[at + offset] = (changed[at + offset] ?? 0) | 1
    }
  }
  return changed
}

/** Has the list of files say that each of them is so long. */
export function saysSize(zip: Buffer, bytes: number): Buffer {
  const changed = Buffer.from(zip)
  for (let at = changed.indexOf(CENTRAL_HEADER); at >= 0; at = changed.indexOf(CENTRAL_HEADER, at + 4)) {
    changed.writeUInt32LE(bytes, at + 24)
  }
  return changed
}

export interface AppleRecord {
  readonly type: string
  readonly value: string
  readonly unit?: string
  readonly start: string
  readonly end?: string
  readonly sourceName?: string
}

/**
 * `export.xml` as the Health app writes it: the document type inside, `ExportDate` and `Me` first, one element a line.
 * After the export of a phone with a watch, described in the document type itself and at
 * https://developer.apple.com/documentation/healthkit.
 */
export function* appleXml(records: Iterable<AppleRecord | string>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord|Audiogram|VisionPrescription)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  unit          CDATA #IMPLIED
  value         CDATA #IMPLIED
  sourceName    CDATA #REQUIRED
  sourceVersion CDATA #IMPLIED
  device        CDATA #IMPLIED
  creationDate  CDATA #IMPLIED
  startDate     CDATA #REQUIRED
  endDate       CDATA #REQUIRED
>
]>
<HealthData locale="en_IN">
 <ExportDate value="2026-03-12 09:30:00 +0530"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexNotSet" HKCharacteristicTypeIdentifierBloodType="HKBloodTypeNotSet" HKCharacteristicTypeIdentifierFitzpatrickSkinType="HKFitzpatrickSkinTypeNotSet" HKCharacteristicTypeIdentifierCardioFitnessMedicationsUse="None"/>
`
  for (const record of records) yield typeof record === 'string' ? record : ` ${appleRecord(record)}\n`
  yield '</HealthData>\n'
}

const DEVICE =
  '&lt;&lt;HKDevice: 0x3024c8af0&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:10.3, creation date:2024-01-29 11:33:34 +0000&gt;'

function appleRecord({
  type,
  value,
  unit,
  start,
  end = start,
  sourceName = 'Asha’s Apple\u00a0Watch',
}: AppleRecord): string {
  const unitText = unit === undefined ? '' : ` unit="${unit}"`
  return `<Record type="${type}" sourceName="${sourceName}" sourceVersion="10.3" device="${DEVICE}"${unitText} creationDate="${start}" startDate="${start}" endDate="${end}" value="${value}"/>`
}

/** A blood pressure: a correlation of two records, which stand outside of it once more. */
export function appleBloodPressure(systolic: number, diastolic: number, at: string): string {
  const part = (which: string, value: number): AppleRecord => ({
    type: `HKQuantityTypeIdentifierBloodPressure${which}`,
    value: String(value),
    unit: 'mmHg',
    start: at,
    sourceName: 'Omron connect',
  })
  const both = [part('Systolic', systolic), part('Diastolic', diastolic)].map(appleRecord)
  return ` ${both.join('\n ')}
 <Correlation type="HKCorrelationTypeIdentifierBloodPressure" sourceName="Omron connect" sourceVersion="7" creationDate="${at}" startDate="${at}" endDate="${at}">
  <MetadataEntry key="HKWasUserEntered" value="1"/>
  ${both.join('\n  ')}
 </Correlation>
`
}

/**
 * A table of Samsung Health: a line of what it is, the names of the columns, and rows that end with a comma too many. After
 * Samsung's descriptions of its data types, https://developer.samsung.com/health/server/api/data-types/heart-rate.
 */
export function samsungTable(kind: string, rows: readonly Readonly<Record<string, string | number>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => `${names.map((name) => row[name] ?? '').join(',')},`)
  return `${kind},6240008,${names.length}\r\n${[names.join(','), ...lines].join('\r\n')}\r\n`
}

/** The columns of a row that Samsung's tables share, under the kind's name. */
export function samsungRow(
  prefix: string,
  start: string,
  values: Readonly<Record<string, string | number>>,
  { end = start, id = randomUUID() }: { end?: string; id?: string } = {},
): Record<string, string | number> {
  const shared = {
    start_time: start,
    end_time: end,
    time_offset: 'UTC+0530',
    deviceuuid: 'Cv7sH/e0hQ',
    pkg_name: 'com.sec.android.app.shealth',
    datauuid: id,
  }
  const named = Object.entries({ ...shared, ...values }).map(([name, value]) => [`${prefix}${name}`, value])
  return Object.fromEntries(named) as Record<string, string | number>
}
