import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import { READABLE_TYPES, type ReadableType } from './read-document.ts'
import { ReadError } from './read-error.ts'

/** What can be told about an upload without reading it. */
export interface UploadInspection {
  /** By content. */
  readonly mimeType: ReadableType
  readonly bytes: number
  /** Images only: a PDF's pages are counted when it is read. */
  readonly pages?: number
  /** Pixels, of the first page. Absent for PDF, and for HEIC where the header does not tell. */
  readonly width?: number
  readonly height?: number
}

/** Names that browsers and phones give to the same types. */
const SAME_TYPE: Readonly<Record<string, ReadableType>> = { 'image/heif': 'image/heic', 'image/x-tiff': 'image/tiff' }

/**
 * Judges an upload by its first bytes and its header; cheap and safe enough for a request handler.
 * @param source the bytes, or the path of a file
 * @throws {ReadError} `empty`, `too_large`, `wrong_type`, `truncated`, `too_many_pages`, `too_many_pixels`, `unreadable`
 */
export async function inspectUpload(
  source: Uint8Array | string,
  limits: ReadLimits = READ_LIMITS,
): Promise<UploadInspection> {
  const bytes = await readUpload(source, limits)
  const mimeType = await typeByContent(bytes)
  if (mimeType === 'application/pdf') {
    if (!endsAsPdf(bytes)) throw new ReadError('truncated', 'The PDF ends before its end marker')
    return { mimeType, bytes: bytes.length }
  }
  if (mimeType === 'image/heic') return { mimeType, bytes: bytes.length }
  return { mimeType, bytes: bytes.length, ...(await imageHeader(bytes, limits)) }
}

/** The bytes of an upload, checked for size before a file is read into memory. */
export async function readUpload(source: Uint8Array | string, limits: ReadLimits): Promise<Uint8Array> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.length
  if (size === 0) throw new ReadError('empty', 'The file has no bytes')
  if (size > limits.bytes) throw new ReadError('too_large', `The file has ${size} bytes`)
  return typeof source === 'string' ? await readFile(source) : source
}

async function typeByContent(bytes: Uint8Array): Promise<ReadableType> {
  const detected = (await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)))?.mime ?? pdfAfterPreamble(bytes)
  const mimeType = READABLE_TYPES.find((type) => type === detected) ?? SAME_TYPE[detected ?? '']
  if (!mimeType) throw new ReadError('wrong_type', `The content is ${detected ?? 'of no known type'}`)
  return mimeType
}

/** Mail gateways and some printers put bytes before a PDF's header; readers accept it in the first kilobyte. */
function pdfAfterPreamble(bytes: Uint8Array): string | undefined {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 'application/pdf' : undefined
}

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 64 * 1024))).includes('%%EOF')
}

async function imageHeader(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<{ pages: number; width: number; height: number }> {
  // The header alone is read here, so no pixel limit is needed, and with one the size could not be told.
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new ReadError('unreadable', 'The header of the image cannot be read', { cause })
    })
  const pages = header.pages ?? 1
  if (pages > limits.pages) throw new ReadError('too_many_pages', `The image has ${pages} pages`)
  if (header.width * header.height > limits.pixels) {
    throw new ReadError('too_many_pixels', `The image is ${header.width} by ${header.height} pixels`)
  }
  return { pages, width: header.width, height: header.height }
}
