import type { GivenSample } from '../samples/read-sample.ts'
import type { SampleType } from '../samples/sample-type.ts'
import { csvRows } from './csv-rows.ts'
import { type ArchiveFile, baseName, entryOf, type Found, type PlanArchive, rounded } from './found-sample.ts'
import { entriesOf, isObject, readJson } from './json-file.ts'

/**
 * Samsung Health's archive ("Download personal data"): a CSV file a kind of data, `<kind>.<time of the export>.csv`, whose
 * first line names the kind and its version and whose second names the columns, some of them with the kind before their
 * name; rows end with a comma more than there are columns. Times are UTC, or milliseconds since 1970 in older exports.
 * Series stand in `jsons/<kind>/<first sign>/<id>.<column>.json`. The columns are those of Samsung's data types:
 * https://developer.samsung.com/health/server/api/data-types/heart-rate and its neighbours.
 */
export const planSamsungHealth: PlanArchive = (files) => {
  const series = files.filter((file) => HEART_RATE_SERIES.test(file.name))
  const seriesNames = new Set(series.map(baseName))
  const tables = files.flatMap((file) => {
    const kind = TABLE.exec(baseName(file))?.[1]
    const columns = entryOf(TABLES, kind)
    return columns ? [{ file, read: (each: ArchiveFile) => readTable(each, columns, seriesNames) }] : []
  })
  return [...tables, ...series.map((file) => ({ file, read: readSeries }))]
}

const TABLE = /^com\.samsung\.(?:s?health\.)(?:tracker\.)?([a-z0-9_]+)\.\d{8,17}\.csv$/
const HEART_RATE_SERIES = /(?:^|\/)jsons\/.*\.heart_rate\.binning_data\.json$/
const BATCH = 500

type Cells = Readonly<Record<string, string | undefined>>

interface TableColumns {
  readonly type: SampleType
  readonly unit: string
  readonly value: (cells: Cells) => string | null
  readonly lasts?: boolean
}

const column =
  (...names: readonly string[]) =>
  (cells: Cells): string | null => {
    const written = names.map((name) => cells[name]).find((cell) => cell !== undefined && cell !== '')
    return written === undefined ? null : (rounded(Number(written), 2) ?? written)
  }

const TABLES: Readonly<Record<string, TableColumns>> = {
  heart_rate: { type: 'heart_rate', unit: 'bpm', value: column('heart_rate') },
  oxygen_saturation: { type: 'oxygen_saturation', unit: '%', value: column('spo2') },
  blood_pressure: {
    type: 'blood_pressure',
    unit: 'mmHg',
    value: (cells) => {
      const [upper, lower] = [cells['systolic'], cells['diastolic']].map((cell) =>
        rounded(Number(cell || Number.NaN), 0),
      )
      return upper && lower ? `${upper}/${lower}` : null
    },
  },
  blood_glucose: { type: 'blood_glucose', unit: 'mmol/L', value: column('glucose') },
  weight: { type: 'weight', unit: 'kg', value: column('weight') },
  height: { type: 'height', unit: 'cm', value: column('height') },
  body_temperature: { type: 'temperature', unit: 'celsius', value: column('temperature', 'body_temperature') },
  hba1c: { type: 'hba1c', unit: '%', value: column('hba1c') },
  respiratory_rate: { type: 'respiratory_rate', unit: '/min', value: column('average'), lasts: true },
  pedometer_step_count: { type: 'steps', unit: 'count', value: column('count'), lasts: true },
  sleep: { type: 'sleep', unit: 'min', value: () => null, lasts: true },
}

/** A column is called by the last part of its name; where two are called the same, the one that names the kind counts. */
function shortNames(names: readonly string[]): (string | false)[] {
  const short = names.map((name) => name.slice(name.lastIndexOf('.') + 1))
  const named = new Set(short.filter((_, index) => names[index]?.includes('.')))
  return short.map((name, index) => (name === '' || (named.has(name) && !names[index]?.includes('.')) ? false : name))
}

async function* readTable(
  file: ArchiveFile,
  { type, unit, value, lasts }: TableColumns,
  seriesNames: ReadonlySet<string>,
): AsyncGenerator<readonly Found[]> {
  let found: Found[] = []
  for await (const { line, cells } of csvRows(file, { headerLine: 2, columns: shortNames })) {
    // The mean of an hour whose single values stand in a series.
    if (type === 'heart_rate' && seriesNames.has(cells['binning_data'] ?? '')) continue
    const id = cells['datauuid']
    const end = cells['end_time']
    if (Object.values(cells).every((cell) => cell === '')) continue
    if (!id) {
      found.push({ line, code: 'malformed_row' })
    } else {
      const sample: GivenSample = {
        sourceId: id,
        type,
        value: value(cells),
        unit,
        at: timeOf(cells['start_time']),
        until: lasts ? timeOf(end) : null,
        device: cells['deviceuuid']?.slice(0, 255) || null,
      }
      found.push({ line, sample })
    }
    if (found.length >= BATCH) {
      yield found
      found = []
    }
  }
  if (found.length > 0) yield found
}

async function* readSeries(file: ArchiveFile): AsyncGenerator<readonly Found[]> {
  const id = baseName(file).split('.', 1)[0] ?? ''
  yield entriesOf(await readJson(file)).map((entry, index): Found => {
    const line = index + 1
    if (!isObject(entry) || typeof entry['start_time'] !== 'number') return { line, code: 'malformed_row' }
    const at = new Date(entry['start_time'])
    return {
      line,
      sample: {
        sourceId: `${id}-${entry['start_time']}`,
        type: 'heart_rate',
        value: rounded(Number(entry['heart_rate'] ?? Number.NaN), 1),
        unit: 'bpm',
        at,
        until: null,
        device: null,
      },
    }
  })
}

/** `2024-11-20 12:46:04.258`, or `1732106764258` */
function timeOf(written: string | undefined): Date {
  if (written === undefined || written === '') return new Date(Number.NaN)
  return new Date(/^\d{11,14}$/.test(written) ? Number(written) : `${written.replace(' ', 'T')}Z`)
}
