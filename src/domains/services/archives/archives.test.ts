import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import {
  appleBloodPressure,
  appleXml,
  encrypted,
  samsungRow,
  samsungTable,
  saysSize,
  zipOf,
} from '../../../../test/support/vendor-archives.ts'
import { ArchiveProblem, type Found } from './found-sample.ts'
import { atLocalTime } from './local-time.ts'
import { openArchive } from './open-archive.ts'
import { planArchive } from './plan-archive.ts'

const bytesOf = (zip: Buffer) => ({
  size: zip.byteLength,
  read: async (start: number, end: number) => Readable.from([zip.subarray(start, end)]),
})

async function readAll(service: string, zip: Buffer, timeZone = 'Asia/Kolkata'): Promise<(Found & { file: string })[]> {
  const archive = await openArchive(bytesOf(zip))
  const all: (Found & { file: string })[] = []
  for (const { file, read } of planArchive(service, archive)) {
    for await (const found of read(file, { timeZone })) for (const each of found) all.push({ ...each, file: file.name })
  }
  archive.close()
  return all
}

const told = (found: readonly Found[]) =>
  found.map((each) =>
    'code' in each
      ? each.code
      : [
          each.sample.type,
          each.sample.value,
          each.sample.unit,
          each.sample.at.toISOString(),
          each.sample.until?.toISOString(),
        ],
  )

describe('Apple Health', () => {
  const at = '2024-03-12 08:15:00 +0530'
  const xml = [
    ...appleXml([
      { type: 'HKQuantityTypeIdentifierHeartRate', value: '71.4', unit: 'count/min', start: at },
      {
        type: 'HKQuantityTypeIdentifierStepCount',
        value: '742',
        unit: 'count',
        start: at,
        end: '2024-03-12 08:25:00 +0530',
        sourceName: 'Asha’s iPhone',
      },
      { type: 'HKQuantityTypeIdentifierOxygenSaturation', value: '0.97', unit: '%', start: at },
      { type: 'HKQuantityTypeIdentifierActiveEnergyBurned', value: '12', unit: 'kcal', start: at },
      appleBloodPressure(128, 82, at),
      {
        type: 'HKCategoryTypeIdentifierSleepAnalysis',
        value: 'HKCategoryValueSleepAnalysisAsleepREM',
        start: at,
        end: '2024-03-12 09:00:00 +0530',
      },
      {
        type: 'HKCategoryTypeIdentifierSleepAnalysis',
        value: 'HKCategoryValueSleepAnalysisInBed',
        start: at,
        end: '2024-03-12 09:00:00 +0530',
      },
      ' <Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="30"><WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="99"/></Workout>\n',
    ]),
  ].join('')

  it('is read from its place among other files, each kind as it is, a blood pressure once', async () => {
    const zip = await zipOf({
      'apple_health_export/export_cda.xml': '<ClinicalDocument/>',
      'apple_health_export/workout-routes/route.gpx': '<gpx/>',
      'apple_health_export/export.xml': xml,
    })
    expect(told(await readAll('apple_health', zip))).toEqual([
      ['heart_rate', '71.4', 'count/min', '2024-03-12T02:45:00.000Z', '2024-03-12T02:45:00.000Z'],
      ['steps', '742', 'count', '2024-03-12T02:45:00.000Z', '2024-03-12T02:55:00.000Z'],
      ['oxygen_saturation', '0.97', '%', '2024-03-12T02:45:00.000Z', '2024-03-12T02:45:00.000Z'],
      ['blood_pressure', '128/82', 'mmHg', '2024-03-12T02:45:00.000Z', undefined],
      ['sleep', null, '', '2024-03-12T02:45:00.000Z', '2024-03-12T03:30:00.000Z'],
    ])
  })

  it('gives the same names each time, and the line of each record', async () => {
    const zip = await zipOf({ 'apple_health_export/Экспорт.xml': xml })
    const [first, again] = [await readAll('apple_health', zip), await readAll('apple_health', zip)]
    expect(first).toEqual(again)
    expect(new Set(first.map((each) => ('sample' in each ? each.sample.sourceId : ''))).size).toBe(5)
    const heartRate = first[0]
    expect(xml.split('\n')[(heartRate?.line ?? 0) - 1]).toContain('HKQuantityTypeIdentifierHeartRate')
  })

  it.each([
    ['breaks off', xml.slice(0, -200), /unclosed/],
    ['is no export', '<html></html>', /no export of Apple Health/],
    [
      'has entities that grow',
      '<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><HealthData>&b;</HealthData>',
      /undefined entity/,
    ],
    ['has an element without an end', `<HealthData><Record type="${'a'.repeat(3_000_000)}`, /has no end/],
  ])('that %s is read up to there', async (_, broken, reason) => {
    await expect(readAll('apple_health', await zipOf({ 'apple_health_export/export.xml': broken }))).rejects.toThrow(
      reason,
    )
  })
})

describe('Samsung Health', () => {
  const day = '20260312093000'
  it('is read by its columns, whatever their order, and series in the place of their means', async () => {
    const series = 'a3753d39-778c-42c7-8f09-d49a890d7995'
    const heartRate = 'com.samsung.health.heart_rate.'
    const folder = 'samsunghealth_asha_20260312'
    const zip = await zipOf({
      [`${folder}/com.samsung.shealth.tracker.heart_rate.${day}.csv`]: samsungTable(
        'com.samsung.shealth.tracker.heart_rate',
        [
          samsungRow(heartRate, '2024-11-20 12:46:04.258', { heart_rate: '72.0', binning_data: '' }),
          samsungRow(heartRate, '2024-11-20 13:00:00.000', {
            heart_rate: '80.0',
            binning_data: `${series}.com.samsung.health.heart_rate.binning_data.json`,
          }),
        ],
      ),
      [`${folder}/jsons/com.samsung.shealth.tracker.heart_rate/a/${series}.com.samsung.health.heart_rate.binning_data.json`]:
        JSON.stringify([
          {
            heart_rate: 78,
            heart_rate_min: 70,
            heart_rate_max: 90,
            start_time: 1732107600000,
            end_time: 1732107659000,
          },
          { heart_rate: 82, start_time: 1732107660000, end_time: 1732107719000 },
        ]),
      [`${folder}/com.samsung.shealth.blood_pressure.${day}.csv`]: samsungTable('com.samsung.shealth.blood_pressure', [
        samsungRow('com.samsung.health.blood_pressure.', '1732106764258', { systolic: '128.0', diastolic: '82.0' }),
      ]),
      [`${folder}/com.samsung.health.weight.${day}.csv`]: samsungTable('com.samsung.health.weight', [
        samsungRow('', '2024-11-20 06:00:00.000', { weight: '64.25', height: '160.0' }),
      ]),
      [`${folder}/com.samsung.shealth.tracker.pedometer_step_count.${day}.csv`]: samsungTable(
        'com.samsung.shealth.tracker.pedometer_step_count',
        [
          samsungRow(
            'com.samsung.health.step_count.',
            '2024-11-20 06:00:00.000',
            { count: 90 },
            { end: '2024-11-20 06:00:59.000' },
          ),
        ],
      ),
      [`${folder}/com.samsung.shealth.sleep.${day}.csv`]: samsungTable('com.samsung.shealth.sleep', [
        samsungRow('com.samsung.health.sleep.', '2024-11-19 17:00:00.000', {}, { end: '2024-11-20 00:30:00.000' }),
      ]),
      [`${folder}/com.samsung.health.respiratory_rate.${day}.csv`]: samsungTable(
        'com.samsung.health.respiratory_rate',
        [samsungRow('', '2024-11-19 17:00:00.000', { average: '15.049458' }, { end: '2024-11-20 00:30:00.000' })],
      ),
      [`${folder}/com.samsung.health.food_intake.${day}.csv`]: samsungTable('com.samsung.health.food_intake', [
        { calorie: 1 },
      ]),
    })
    const found = await readAll('samsung_health', zip)
    expect(told(found).sort()).toEqual(
      [
        ['heart_rate', '72', 'bpm', '2024-11-20T12:46:04.258Z', undefined],
        ['heart_rate', '78', 'bpm', '2024-11-20T13:00:00.000Z', undefined],
        ['heart_rate', '82', 'bpm', '2024-11-20T13:01:00.000Z', undefined],
        ['blood_pressure', '128/82', 'mmHg', '2024-11-20T12:46:04.258Z', undefined],
        ['weight', '64.25', 'kg', '2024-11-20T06:00:00.000Z', undefined],
        ['steps', '90', 'count', '2024-11-20T06:00:00.000Z', '2024-11-20T06:00:59.000Z'],
        ['sleep', null, 'min', '2024-11-19T17:00:00.000Z', '2024-11-20T00:30:00.000Z'],
        ['respiratory_rate', '15.05', '/min', '2024-11-19T17:00:00.000Z', '2024-11-20T00:30:00.000Z'],
      ].sort(),
    )
    expect(found.find((each) => 'sample' in each && each.sample.type === 'weight')?.line).toBe(3)
  })
})

describe('Fitbit', () => {
  const daily = 'Takeout/Fitbit/Global Export Data'
  const google = 'Takeout/Google Health/Physical Activity_GoogleData'
  it('is read from JSON and CSV, in UTC or on the clock of the person, and what stands in both once', async () => {
    const zip = await zipOf({
      [`${daily}/heart_rate-2024-01-01.json`]: JSON.stringify([
        { dateTime: '01/01/24 05:00:03', value: { bpm: 67, confidence: 2 } },
        { dateTime: '01/01/24 05:00:08', value: { bpm: 70, confidence: 0 } },
      ]),
      [`${daily}/heart_rate-2024-01-02.json`]: JSON.stringify([
        { dateTime: '01/02/24 05:00:03', value: { bpm: 99, confidence: 2 } },
      ]),
      [`${google}/heart_rate_2024-01-02.csv`]:
        'timestamp,beats per minute,data source\n2024-01-02T05:00:03Z,66.0,Charge 6\n',
      [`${daily}/steps-2024-01-01.json`]: JSON.stringify([
        { dateTime: '01/01/24 05:00:00', value: '0' },
        { dateTime: '01/01/24 05:01:00', value: '42' },
      ]),
      [`${daily}/weight-2024-01-01.json`]: JSON.stringify([
        { logId: 1704093131000, weight: 141.5, bmi: 24.1, date: '01/01/24', time: '07:12:11', source: 'Aria' },
      ]),
      [`${daily}/sleep-2024-01-01.json`]: JSON.stringify([
        {
          logId: 44201,
          dateOfSleep: '2024-01-01',
          startTime: '2023-12-31T23:15:30.000',
          endTime: '2024-01-01T06:45:30.000',
          duration: 27000000,
          levels: { data: [] },
        },
      ]),
      [`${daily}/resting_heart_rate-2023-05-01.json`]: JSON.stringify([
        { dateTime: '05/01/23 00:00:00', value: { date: '05/01/23', value: 61.2, error: 6.7 } },
        { dateTime: '05/02/23 00:00:00', value: { date: null, value: 0, error: 0 } },
      ]),
      [`${google}/weight.csv`]: 'timestamp,weight grams,data source\n2024-02-01T07:00:00Z,64250,Aria\n',
      'Takeout/Fitbit/Oxygen Saturation (SpO2)/Minute SpO2 - 2024-01-01.csv':
        'timestamp,value\n2024-01-01T01:00:00Z,95.4\n',
      [`${daily}/altitude-2024-01-01.json`]: '[]',
      'Takeout/archive_browser.html': '<html></html>',
    })
    expect(told(await readAll('fitbit', zip)).sort()).toEqual(
      [
        ['heart_rate', '67', 'bpm', '2024-01-01T05:00:03.000Z', undefined],
        ['heart_rate', '66', 'bpm', '2024-01-02T05:00:03.000Z', undefined],
        ['steps', '42', 'count', '2024-01-01T05:01:00.000Z', '2024-01-01T05:02:00.000Z'],
        ['sleep', null, 'min', '2023-12-31T17:45:30.000Z', '2024-01-01T01:15:30.000Z'],
        ['resting_heart_rate', '61.2', 'bpm', '2023-04-30T18:30:00.000Z', undefined],
        ['weight', '64.25', 'kg', '2024-02-01T07:00:00.000Z', undefined],
        ['oxygen_saturation', '95.4', '%', '2024-01-01T01:00:00.000Z', undefined],
      ].sort(),
    )
  })

  it('keeps a damaged file to itself', async () => {
    const zip = await zipOf({ [`${daily}/heart_rate-2024-01-01.json`]: '[{"dateTime":"01/01/24 05' })
    await expect(readAll('fitbit', zip)).rejects.toThrow(SyntaxError)
  })
})

describe('Google Fit', () => {
  it('is read point by point, the merged file of a kind alone', async () => {
    const point = (value: object, start: string, end = start) => ({
      fitValue: [{ value }],
      originDataSourceId: 'raw:com.google.heart_rate.bpm:watch',
      startTimeNanos: start,
      endTimeNanos: end,
      dataTypeName: 'x',
    })
    const source = (...points: object[]) => JSON.stringify({ 'Data Source': 'x', 'Data Points': points })
    const folder = 'Takeout/Fit/All Data'
    const zip = await zipOf({
      [`${folder}/derived_com.google.heart_rate.bpm_com.google.android.gms_merge_heart_rate_bpm.json`]: source(
        point({ fpVal: 71.5 }, '1704085203000000000'),
      ),
      [`${folder}/raw_com.google.heart_rate.bpm_com.example.watch.json`]: source(
        point({ fpVal: 71.5 }, '1704085203000000000'),
      ),
      [`${folder}/raw_com.google.weight_com.google.android.apps.fitness_user_input.json`]: source(
        point({ fpVal: 64.25 }, '1704085203000000000'),
      ),
      [`${folder}/derived_com.google.step_count.delta_com.google.android.gms_merge_step_deltas.json`]: source(
        point({ intVal: 90 }, '1704085203000000000', '1704085263000000000'),
      ),
    })
    expect(told(await readAll('google_fit', zip)).sort()).toEqual(
      [
        ['heart_rate', '71.5', 'bpm', '2024-01-01T05:00:03.000Z', undefined],
        ['weight', '64.25', 'kg', '2024-01-01T05:00:03.000Z', undefined],
        ['steps', '90', 'count', '2024-01-01T05:00:03.000Z', '2024-01-01T05:01:03.000Z'],
      ].sort(),
    )
  })
})

describe('an archive', () => {
  const good = () => zipOf({ 'apple_health_export/export.xml': [...appleXml([])].join('') })
  const kindOf = async (zip: Buffer, service = 'apple_health') => {
    try {
      await readAll(service, zip)
      return 'read'
    } catch (error) {
      return error instanceof ArchiveProblem ? error.kind : String(error)
    }
  }

  it.each<[string, () => Promise<Buffer>, string]>([
    ['that is whole', good, 'read'],
    ['that is none', async () => Buffer.from('a text'), 'damaged'],
    ['that is empty', async () => Buffer.alloc(0), 'damaged'],
    ['that breaks off', async () => (await good()).subarray(0, -30), 'damaged'],
    ['with a password', async () => encrypted(await good()), 'encrypted'],
    [
      'that unpacks to nothing but noughts',
      () => zipOf({ 'apple_health_export/export.xml': Buffer.alloc(70_000_000) }),
      'too-large',
    ],
    ['that says 4 GB', async () => saysSize(await good(), 0xfffffff0), 'too-large'],
    ['of another kind', () => zipOf({ 'photo.jpg': 'a' }), 'not-recognised'],
    ['within an archive', async () => zipOf({ 'export.zip': await good() }), 'not-recognised'],
  ])('%s', async (_, make, kind) => {
    expect(await kindOf(await make())).toBe(kind)
  })

  it('whose names lead elsewhere is read like any other', async () => {
    const zip = await good()
    const name = 'apple_health_export/export.xml'
    const evil = '../../../../etc/cron.d/evil.xml'
      .slice(0, name.length)
      .padEnd(name.length, 'x')
      .replace(/.{4}$/, '.xml')
    const changed = Buffer.from(zip.toString('latin1').replaceAll(name, evil), 'latin1')
    expect(await kindOf(changed)).toBe('read')
  })

  it('of Garmin is not read: its watches come by signing in there', async () => {
    expect(await kindOf(await good(), 'garmin')).toBe('not-recognised')
  })
})

describe('the time on a wall', () => {
  it.each([
    ['2024-01-01T07:12:11', 'Asia/Kolkata', '2024-01-01T01:42:11.000Z'],
    ['2024-07-01T07:12:11', 'Europe/Berlin', '2024-07-01T05:12:11.000Z'],
    ['2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['2024-01-01T07:12:11.500', 'UTC', '2024-01-01T07:12:11.500Z'],
  ])('%s in %s is %s', (wall, zone, expected) => {
    expect(atLocalTime(wall, zone).toISOString()).toBe(expected)
  })
})
