import { describe, expect, it } from 'vitest'
import type { ReadPage, TextLine, Word } from '../read-document.ts'
import type { EarlierResult } from './checks/earlier-values.ts'
import { readResults } from './read-results.ts'

const COLUMNS = [40, 290, 370, 450]
const PERSON = { sex: 'male', ageYears: 40 } as const

/** A table as recognised from a picture: one word or more a column, columns far apart. */
function pageOf(rows: readonly (readonly [string, string, string, string])[], source: ReadPage['source']): ReadPage {
  const header = ['Test', 'Result', 'Unit', 'Reference Range'] as const
  const lines = [header, ...rows].map((cells, row): TextLine => {
    const words = cells.flatMap((cell, column) =>
      cell
        .split(' ')
        .filter((text) => text !== '')
        .map((text, index): Word => {
          const before = cell.split(' ').slice(0, index).join(' ').length
          const x = (COLUMNS[column] ?? 0) + before * 5 + (index > 0 ? 3 : 0)
          return {
            text,
            box: { x, y: 100 + row * 22, width: text.length * 5, height: 10 },
            confidence: 0.95,
            bold: false,
          }
        }),
    )
    const width = Math.max(...words.map(({ box }) => box.x + box.width)) - 40
    return { text: cells.join(' '), box: { x: 40, y: 100 + row * 22, width, height: 10 }, words }
  })
  const text = lines.map((line) => line.text).join('\n')
  return { number: 1, width: 595, height: 842, unit: 'pixel', source, text, lines, confidence: 0.95 }
}

function read(
  row: readonly [string, string, string, string],
  options: { source?: ReadPage['source']; earlier?: readonly EarlierResult[] } = {},
) {
  const page = pageOf([['Sodium', '140', 'mmol/L', '135 - 145'], row], options.source ?? 'ocr')
  const result = readResults([page], PERSON, options.earlier).find(({ test }) => test === row[0])
  return { reason: result?.reviewReason, candidate: result?.candidate, value: result?.valueNumber }
}

describe('a value that cannot be what was printed', () => {
  it.each([
    ['lost its decimal point', ['Creatinine', '141', 'mg/dL', '0.70 - 1.40'], 'far_from_printed_range', '1.41'],
    ['lost the point that its range has', ['MCHC', '345', 'g/dL', '31.5 - 34.5'], 'uncertain_reading', null],
    ['ends in a one that may begin its unit', ['SGPT', '391U/L', '', '7 - 56'], 'readings_differ', '39'],
    ['is in another unit of its test', ['Haemoglobin', '135', 'g/dL', ''], 'unit_implausible', '135 g/L'],
    ['stands beside a range with a lost point', ['Chloride', '101', 'mmol/L', '9.8 - 107'], 'range_implausible', null],
    ['fits', ['Creatinine', '1.41', 'mg/dL', '0.70 - 1.40'], null, null],
  ] as const)('%s', (_what, row, reason, candidate) => {
    expect(read(row)).toMatchObject({ reason, candidate })
  })
})

describe("a value beside the person's earlier ones", () => {
  const earlier = [{ code: '2276-4', value: 98, unit: 'ng/mL' }]
  const ferritin = (value: string) => ['Ferritin', value, 'ng/mL', ''] as const

  it('is doubted where a lost point would explain the difference', () => {
    expect(read(ferritin('985'), { earlier })).toEqual({
      reason: 'far_from_earlier_value',
      candidate: '98.5',
      value: 985,
    })
  })
  it.each([
    ['has changed as values do', '210', earlier],
    ['has risen by what no point explains', '560', earlier],
    ['has nothing to be held against', '985', []],
    ['was higher once', '985', [...earlier, { code: '2276-4', value: 0.9, unit: 'ug/mL' }]],
  ])('is believed where it %s', (_what, value, known) => {
    expect(read(ferritin(value), { earlier: known })).toMatchObject({ reason: null })
  })
  it('is believed in a text layer, which loses no points', () => {
    expect(read(ferritin('985'), { earlier, source: 'text_layer' })).toMatchObject({ reason: null })
  })
})

describe('what recognition made of a picture', () => {
  const rows = [
    ['टी3 (13)', '128.9', 'ng/dL', '80.0 - 200.0'],
    ['HbAlc', '5.4', '%', '4.0 - 5.6'],
    ['எஸ்ஜிபிடி (ALT)', '43', 'பட', '7 - 56'],
    ['T4, Total', '27.67 pgldL', '', '5.10 - 14.10'],
    ['எச்டிஎல் கொலஸ்ட்ராஸ்', '65', 'mg/dL', '> 40'],
  ] as const

  it('is told as it was printed: names, units, and units that run into their value', () => {
    const told = readResults([pageOf(rows, 'ocr')], PERSON).map(({ test, valueNumber, unit }) => [
      test,
      valueNumber,
      unit,
    ])
    expect(told).toEqual([
      ['टी3 (T3)', 128.9, 'ng/dL'],
      ['HbA1c', 5.4, '%'],
      ['எஸ்ஜிபிடி (ALT)', 43, 'U/L'],
      ['T4, Total', 27.67, 'ug/dL'],
      ['எச்டிஎல் கொலஸ்ட்ரால்', 65, 'mg/dL'],
    ])
  })
})
