import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { ImageFile } from './extract/image-file.ts'
import { layerFault } from './extract/layer-quality.ts'
import { PdfFile } from './extract/pdf-file.ts'
import { largestPictureShare } from './extract/pictures.ts'
import { readTextLayer } from './extract/text-layer.ts'
import { unionBox } from './geometry.ts'
import type { ReadLimits } from './limits.ts'
import { type PictureReading, readPicture } from './ocr/read-picture.ts'
import type { Recogniser } from './ocr/recogniser.ts'
import { type Point, project } from './ocr/warp.ts'
import type { PictureMemory } from './picture-memory.ts'
import { type Box, READER_VERSION, type ReadableType, type ReadPage, type ReadWarning } from './read-document.ts'
import { pageOfTranscript, pictureToTranscribe, type TranscribePage } from './transcribe-page.ts'

/** A page with the way back from its own coordinates to the page as it was uploaded. */
export interface PageReading {
  readonly page: ReadPage
  /** From a box in fractions of the page as it was read to one in fractions of the page as uploaded. */
  readonly toUploaded: (box: Box) => Box
}

export interface PagesReading {
  readonly pages: readonly PageReading[]
  readonly warnings: readonly ReadWarning[]
}

/** Told before each page is read, and once with `page === pages` done. */
export type OnPage = (progress: { readonly page: number; readonly pages: number }) => void

/** Less than this for a whole page, by letters, and the person is told that most of it is guessed. */
const UNCERTAIN_PAGE = 0.6

/**
 * Reads the pages of an upload one after the other, so that only one is held as a picture at a time.
 * @throws {ReadError} where the file as a whole cannot be opened; a single page that cannot be read is a warning.
 */
export async function readPages(
  bytes: Uint8Array,
  mimeType: ReadableType,
  tools: {
    readonly recogniser: Recogniser
    readonly pictures?: PictureMemory
    readonly transcribe?: TranscribePage
    readonly limits: ReadLimits
    readonly onPage: OnPage
  },
): Promise<PagesReading> {
  if (mimeType !== 'application/pdf') {
    const image = await ImageFile.open(bytes, mimeType, tools.limits)
    return await eachPage(image.pageCount, tools.onPage, async (number) =>
      readSurely({ holds: [bytes, String(number)], number, picture: () => image.page(number) }, tools),
    )
  }
  const pdf = await PdfFile.open(bytes, tools.limits)
  try {
    return await eachPage(
      pdf.pageCount,
      tools.onPage,
      async (number) => (await fromTextLayer(pdf, number)) ?? (await fromRendering(pdf, number, tools)),
    )
  } finally {
    await pdf.close()
  }
}

async function eachPage(
  count: number,
  onPage: OnPage,
  read: (number: number) => Promise<PageReading>,
): Promise<PagesReading> {
  const pages: PageReading[] = []
  const warnings: ReadWarning[] = []
  let failure: unknown
  for (let number = 1; number <= count; number += 1) {
    onPage({ page: number, pages: count })
    try {
      const reading = await read(number)
      pages.push(reading)
      const { page } = reading
      if (page.transcribed) warnings.push({ code: 'read_by_model', page: number })
      else if (page.lines.length === 0) warnings.push({ code: 'no_text_found', page: number })
      else if (page.confidence < UNCERTAIN_PAGE) warnings.push({ code: 'page_uncertain', page: number })
    } catch (error) {
      failure = error
      warnings.push({ code: 'page_unreadable', page: number })
    }
  }
  // One bad page of many is a warning; a document without any page is a failure.
  if (pages.length === 0 && failure !== undefined) throw failure
  return { pages, warnings }
}

/** `undefined` where the layer is missing or cannot be trusted. */
async function fromTextLayer(pdf: PdfFile, number: number): Promise<PageReading | undefined> {
  const { layer, fault } = await pdf.withPage(number, async (page) => {
    const read = await readTextLayer(page)
    return { layer: read, fault: layerFault(read, await largestPictureShare(page)) }
  })
  if (fault) return undefined
  const { width, height, lines } = layer
  const text = lines.map((line) => line.text).join('\n')
  return {
    page: { number, width, height, unit: 'point', source: 'text_layer', text, lines, confidence: 1 },
    toUploaded: (box) => box,
  }
}

async function fromRendering(pdf: PdfFile, number: number, tools: PictureTools): Promise<PageReading> {
  const { png } = await pdf.render(number)
  return await readSurely({ holds: [png], number, picture: async () => sharp(png) }, tools)
}

interface PictureTools {
  readonly recogniser: Recogniser
  readonly pictures?: PictureMemory
  readonly transcribe?: TranscribePage
}

interface PageToRead {
  /** All that the picture depends on. */
  readonly holds: readonly (Uint8Array | string)[]
  readonly number: number
  readonly picture: () => Promise<Sharp>
}

const WHOLE_PAGE: Box = { x: 0, y: 0, width: 1, height: 1 }

/** Reads a picture; where that goes badly, whoever else may look at it is asked, and every value of theirs is doubted. */
async function readSurely(page: PageToRead, tools: PictureTools): Promise<PageReading> {
  const own = await readOnce(page, tools)
  if (own.page.confidence >= UNCERTAIN_PAGE || tools.transcribe === undefined) return fromPicture(own)
  const transcript = await tools.transcribe(await pictureToTranscribe(await page.picture()))
  if (transcript === undefined || transcript.length === 0) return fromPicture(own)
  return { page: pageOfTranscript(transcript, page.number), toUploaded: () => WHOLE_PAGE }
}

/** Reads a picture, or remembers what was made of the same one. */
async function readOnce(page: PageToRead, { recogniser, pictures }: PictureTools): Promise<PictureReading> {
  const hash = createHash('sha256').update(`reader ${READER_VERSION}\n`)
  for (const part of page.holds) hash.update(part)
  const digest = hash.digest('hex')
  const remembered = await pictures?.recall(digest)
  if (remembered !== undefined) return { ...remembered, page: { ...remembered.page, number: page.number } }
  const reading = await readPicture(await page.picture(), page.number, recogniser)
  await pictures?.keep(digest, reading)
  return reading
}

function fromPicture({ page, toOriginal, originalWidth, originalHeight }: PictureReading): PageReading {
  const part = (value: number, whole: number): number => Number(Math.min(1, Math.max(0, value / whole)).toFixed(4))
  return {
    page,
    toUploaded: ({ x, y, width, height }) => {
      const corners: Point[] = [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ].map((corner) => project(toOriginal, { x: corner.x * page.width, y: corner.y * page.height }))
      return unionBox(
        corners.map((corner) => ({
          x: part(corner.x, originalWidth),
          y: part(corner.y, originalHeight),
          width: 0,
          height: 0,
        })),
      )
    },
  }
}
