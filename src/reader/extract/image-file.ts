import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import type { ReadLimits } from '../limits.ts'
import type { ReadableType } from '../read-document.ts'
import { ReadError } from '../read-error.ts'

/** An uploaded picture: one page, or several in a TIFF. Pixels are decoded page by page, when they are asked for. */
export class ImageFile {
  readonly pageCount: number
  readonly #bytes: Uint8Array
  readonly #mimeType: ReadableType
  readonly #limits: ReadLimits

  private constructor(bytes: Uint8Array, mimeType: ReadableType, limits: ReadLimits, pageCount: number) {
    this.#bytes = bytes
    this.#mimeType = mimeType
    this.#limits = limits
    this.pageCount = pageCount
  }

  /** @throws {ReadError} `too_many_pages`, `too_many_pixels`, `unreadable` */
  static async open(bytes: Uint8Array, mimeType: ReadableType, limits: ReadLimits): Promise<ImageFile> {
    if (mimeType === 'image/heic') return new ImageFile(bytes, mimeType, limits, 1)
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: limits.pixels })
      .metadata()
      .catch((cause: unknown) => {
        throw imageError(cause)
      })
    if (pages > limits.pages) throw new ReadError('too_many_pages', `The image has ${pages} pages`)
    return new ImageFile(bytes, mimeType, limits, pages)
  }

  /**
   * One page's picture, upright as the camera marked it.
   * @param number from 1
   */
  async page(number: number): Promise<Sharp> {
    if (this.#mimeType === 'image/heic') return await this.#heic()
    const picture = sharp(this.#bytes, { page: number - 1, limitInputPixels: this.#limits.pixels, failOn: 'truncated' })
    return picture.autoOrient()
  }

  async #heic(): Promise<Sharp> {
    const images = await decodeHeic.all({ buffer: this.#bytes }).catch((cause: unknown) => {
      throw new ReadError('unreadable', 'The HEIC picture cannot be decoded', { cause })
    })
    try {
      const [image] = images
      if (!image) throw new ReadError('unreadable', 'The HEIC file holds no picture')
      if (image.width * image.height > this.#limits.pixels) {
        throw new ReadError('too_many_pixels', `The picture is ${image.width} by ${image.height} pixels`)
      }
      // The decoder has already turned the picture upright.
      const { width, height, data } = await image.decode().catch((cause: unknown) => {
        throw new ReadError('unreadable', 'The HEIC picture is damaged or ends too early', { cause })
      })
      return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    } finally {
      images.dispose()
    }
  }
}

/** What a failure of the image library means. */
export function imageError(cause: unknown): ReadError {
  if (cause instanceof ReadError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/pixel limit|exceeds/i.test(message))
    return new ReadError('too_many_pixels', 'The picture is too large', { cause })
  if (/premature|truncated|end of (?:file|data|stream)|not enough data|incomplete/i.test(message)) {
    return new ReadError('truncated', 'The picture ends too early', { cause })
  }
  return new ReadError('unreadable', 'The picture cannot be decoded', { cause })
}
