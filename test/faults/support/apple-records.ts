import { type AppleRecord, appleXml } from '../../support/vendor-archives.ts'

/** What the records of a watch are of, by how many there are of each hundred: most of them the record does not keep. */
const KINDS: readonly (readonly [count: number, type: string, unit: string])[] = [
  [20, 'HKQuantityTypeIdentifierHeartRate', 'count/min'],
  [12, 'HKQuantityTypeIdentifierStepCount', 'count'],
  [34, 'HKQuantityTypeIdentifierActiveEnergyBurned', 'kcal'],
  [22, 'HKQuantityTypeIdentifierBasalEnergyBurned', 'kcal'],
  [12, 'HKQuantityTypeIdentifierDistanceWalkingRunning', 'km'],
]
const CYCLE = KINDS.flatMap(([count, type, unit]) => Array.from({ length: count }, () => ({ type, unit })))

/** The n-th record of a watch that records every 20 seconds. */
function recordAt(index: number): AppleRecord {
  const { type, unit } = CYCLE[(index * 37) % CYCLE.length] ?? { type: '', unit: '' }
  const written = (time: number) => `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} +0000`
  const start = Date.UTC(2019, 0, 1) + index * 20_000
  return { type, unit, value: String(60 + (index % 40)), start: written(start), end: written(start + 19_000) }
}

/** An `export.xml` of about so many bytes, in pieces. */
export function* appleRecordsOf(bytes: number): Generator<string> {
  let written = 0
  let piece = ''
  const records = function* (): Generator<AppleRecord> {
    for (let index = 0; written < bytes; index += 1) yield recordAt(index)
  }
  // Pieces as large as those of a disk, and not a stream of single lines.
  for (const text of appleXml(records())) {
    written += text.length
    piece += text
    if (piece.length >= 65_536) {
      yield piece
      piece = ''
    }
  }
  yield piece
}
