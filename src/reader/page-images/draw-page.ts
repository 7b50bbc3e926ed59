import sharp, { type Sharp } from 'sharp'
import { ImageFile } from '../extract/image-file.ts'
import { PdfFile } from '../extract/pdf-file.ts'
import { inspectUpload } from '../inspect-upload.ts'
import type { ReadLimits } from '../limits.ts'
import { ReadError } from '../read-error.ts'
import type { DrawRequest, PageImage } from './messages.ts'

/** Good enough to read small print by, at about a tenth of a PNG's size. */
const QUALITY = 80

/** The upload has fewer pages. */
export class NoSuchPage extends Error {
  override name = 'NoSuchPage'
}

/**
 * One page of an upload as the reader saw it: upright, whole, and so in the same coordinates as the boxes of results. A
 * picture is never made larger than it came.
 * @throws {ReadError} where the file cannot be opened, {@link NoSuchPage} where it has no such page.
 */
export async function drawPage({ bytes, page, width }: DrawRequest, limits: ReadLimits): Promise<PageImage> {
  const { mimeType } = await inspectUpload(bytes, limits)
  const picture =
    mimeType === 'application/pdf'
      ? await pageOfPdf(bytes, page, width, limits)
      : await pageOfImage(await ImageFile.open(bytes, mimeType, limits), page)
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: QUALITY, effort: 2 })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new ReadError('unreadable', 'The page cannot be drawn', { cause })
    })
  return { webp: data, width: info.width, height: info.height }
}

async function pageOfPdf(bytes: Uint8Array, page: number, width: number, limits: ReadLimits): Promise<Sharp> {
  const pdf = await PdfFile.open(bytes, limits)
  try {
    if (page > pdf.pageCount) throw new NoSuchPage()
    return sharp((await pdf.render(page, width)).png)
  } finally {
    await pdf.close()
  }
}

async function pageOfImage(image: ImageFile, page: number): Promise<Sharp> {
  if (page > image.pageCount) throw new NoSuchPage()
  return await image.page(page)
}
