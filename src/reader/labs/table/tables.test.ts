import { describe, expect, it } from 'vitest'
import { drawLater, LATER_REPORTS } from '../../../../test/support/samples/later-reports.ts'
import { READ_LIMITS } from '../../limits.ts'
import { Recogniser } from '../../ocr/recogniser.ts'
import type { LabResult } from '../../read-document.ts'
import { readUpload } from '../../read-upload.ts'

const recogniser = new Recogniser()

const flat = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase()
const number = (text: string | null): number | null => (text === null ? null : Number(text.replaceAll(',', '')))
const told = ({ test, value, valueNumber, referenceLow, referenceHigh }: LabResult): unknown[] => [
  flat(test),
  valueNumber ?? value,
  referenceLow,
  referenceHigh,
]

describe('every row of a report with a text layer, and no more', () => {
  it.each(LATER_REPORTS.map((report) => [report.name, report] as const))('%s', async (_name, report) => {
    const { results } = await readUpload(await drawLater(report), {
      person: { sex: undefined, ageYears: undefined },
      recogniser,
      limits: READ_LIMITS,
      onPage: () => undefined,
    })
    expect(results.map(told)).toEqual(
      report.rows.map(({ test, value, low, high }) => {
        const plain = Number(value.replaceAll(',', '').replace('<', ''))
        return [flat(test), Number.isNaN(plain) ? value : plain, number(low), number(high)]
      }),
    )
  })
})
