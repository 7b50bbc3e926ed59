import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReader, type Reader } from './create-reader.ts'
import { PdfFile } from './extract/pdf-file.ts'
import { READ_LIMITS } from './limits.ts'
import { isLying } from './ocr/find-turn.ts'
import { preparePage } from './ocr/prepare-page.ts'
import type { PictureReading } from './ocr/read-picture.ts'
import type { PictureMemory } from './picture-memory.ts'

const sample = readFileSync(new URL('../demo/sample-report.pdf', import.meta.url))
/** Made up, and encoded as phones do. */
const heic = readFileSync(new URL('../../test/support/samples/report.heic', import.meta.url))
let reader: Reader
beforeAll(() => {
  reader = createReader({ concurrency: 1 })
})
afterAll(() => reader.close())

/** A few rows of the sample, as a picture. */
async function someRows(): Promise<Buffer> {
  const pdf = await PdfFile.open(sample, READ_LIMITS)
  const { png } = await pdf.render(1)
  await pdf.close()
  const { width, height } = await sharp(png).metadata()
  const rows = { left: 0, top: Math.round(height * 0.38), width, height: Math.round(height * 0.1) }
  return await sharp(png).extract(rows).png().toBuffer()
}

describe('a reader of pictures', () => {
  it('reads a picture that lies on its side, and knows where its values stand', async () => {
    const picture = await someRows()
    const upright = await reader.read(picture)
    const lying = await reader.read(await sharp(picture).rotate(90).png().toBuffer())
    const said = (results: typeof upright.results) => results.map(({ code, value }) => [code, value])
    expect(said(lying.results)).toEqual(said(upright.results))
    for (const [at, { box }] of lying.results.entries()) {
      const wanted = upright.results[at]?.box
      expect(box.y + box.height / 2).toBeCloseTo((wanted?.x ?? 0) + (wanted?.width ?? 0) / 2, 1)
      expect(1 - box.x - box.width / 2).toBeCloseTo((wanted?.y ?? 0) + (wanted?.height ?? 0) / 2, 1)
    }
  })

  it('reads HEIC, and refuses one that was cut off', async () => {
    const { results } = await reader.read(heic)
    expect(results.map(({ code, value, flag }) => [code, value, flag])).toEqual([
      ['4548-4', '8.2', 'high'],
      ['718-7', '10.2', 'low'],
    ])
    await expect(reader.read(heic.subarray(0, 4_000))).rejects.toMatchObject({ name: 'ReadError', code: 'unreadable' })
  })

  it('reads no picture twice', async () => {
    const picture = await someRows()
    const kept = new Map<string, PictureReading>()
    const asked: string[] = []
    const pictures: PictureMemory = {
      recall: async (digest) => {
        asked.push(digest)
        return kept.get(digest)
      },
      keep: async (digest, reading) => {
        expect(kept.has(digest)).toBe(false)
        kept.set(digest, reading)
      },
    }
    const first = await reader.read(picture, { pictures })
    expect(first.results.length).toBeGreaterThan(0)
    expect([...kept.keys()]).toEqual(asked)
    expect(await reader.read(picture, { pictures })).toEqual(first)
    expect(asked).toHaveLength(2)
    expect(kept.size).toBe(1)

    const lost = async () => {
      throw new Error('The memory is gone')
    }
    await expect(reader.read(picture, { pictures: { recall: lost, keep: lost } })).rejects.toThrow('The memory is gone')
    expect((await reader.read(sample)).results).toHaveLength(17)
  })
})

it.each([
  [0, false],
  [90, true],
  [180, false],
  [270, true],
])('sees how the lines of a picture run that was turned by %i degrees', async (turn, lies) => {
  const picture = sharp(await someRows()).rotate(turn)
  expect(isLying((await preparePage(picture)).image)).toBe(lies)
})
