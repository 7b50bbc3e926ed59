import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { createReader, type Reader, type ReaderOptions } from './create-reader.ts'

const sample = readFileSync(new URL('../demo/sample-report.pdf', import.meta.url))

let reader: Reader
const open = (options: Partial<ReaderOptions> = {}): Reader => {
  reader = createReader({ concurrency: 1, ...options })
  return reader
}
afterEach(() => (reader as Reader | undefined)?.close())

/** A valid PDF whose page tree names more pages than anybody uploads. */
function pdfOfPages(count: number): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = `xref\n0 4\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`
  return Buffer.from(`${text}${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`)
}

describe('a reader', () => {
  it('reads lab values with their page and place, and tells how far it is', async () => {
    const progress: unknown[] = []
    const document = await open().read(sample, { onProgress: (step) => progress.push(step) })
    expect(progress).toEqual([{ stage: 'reading', page: 1, pages: 1 }])
    expect(document.metadata).toMatchObject({
      category: 'laboratory',
      title: 'COMPLETE BLOOD COUNT',
      documentDate: '2026-10-12',
      patientSex: 'female',
    })
    const value = document.results.find(({ code }) => code === '4548-4')
    expect(value).toMatchObject({ value: '8.2', unit: '%', referenceLow: 4, referenceHigh: 5.6, flag: 'high', page: 1 })
    // The HbA1c row stands in the middle of the page.
    expect(value?.box.y).toBeGreaterThan(0.4)
    expect(value?.box.y).toBeLessThan(0.5)
  })

  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['no document', Buffer.from('{"name": "no report"}'), 'wrong_type'],
    ['cut off', sample.subarray(0, 1_500), 'truncated'],
    ['of 10,000 pages', pdfOfPages(10_000), 'too_many_pages'],
    ['damaged', Buffer.from('%PDF-1.4\nnothing that follows is one\n%%EOF'), 'unreadable'],
    ['too large', Buffer.alloc(21 * 1024 * 1024, 1), 'too_large'],
  ])('refuses a file that is %s, and reads the next one', async (_what, bytes, code) => {
    const opened = open()
    await expect(opened.read(bytes)).rejects.toMatchObject({ name: 'ReadError', code })
    expect((await opened.read(sample)).results.length).toBeGreaterThan(15)
  })

  it('ends a page that takes too long, and reads the next file with a new process', async () => {
    await expect(open({ pageMilliseconds: 1 }).read(sample)).rejects.toMatchObject({ code: 'timeout' })
    await reader.close()
    expect((await open().read(sample)).pages).toHaveLength(1)
  })

  it('stops reading when nobody wants it any more', async () => {
    const stop = new AbortController()
    const reading = open().read(sample, { onProgress: () => stop.abort(), signal: stop.signal })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await expect(reader.read(sample, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('reads one after the other where one may run at a time, and all of them', async () => {
    const opened = open()
    const documents = await Promise.all([sample, sample, sample].map((bytes) => opened.read(bytes)))
    expect(documents.map(({ results }) => results.length)).toEqual([17, 17, 17])
  })

  it('cancels what is being read when it is closed', async () => {
    const reading = open().read(sample)
    const outcome = expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await reader.close()
    await outcome
  })
})
