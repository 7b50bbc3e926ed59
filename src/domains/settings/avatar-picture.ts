import sharp from 'sharp'
import { defineProblem, Problem } from '../../platform/errors/problem.ts'
import { inspectUpload, READ_LIMITS, ReadError } from '../../reader/index.ts'
import { fileProblem } from '../documents/index.ts'

/** Not a picture, or one of a kind that not every browser shows. */
const PictureNotReadable = defineProblem({ type: 'picture-type-not-readable', status: 415 })

const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff'])
/** Pixels of a side. */
const SIDE = 256
const QUALITY = 82

/**
 * Makes a square WebP of 256 pixels a side of an upload. Nothing else of the file is left: no place, no camera, no time.
 * @throws {Problem} `PictureNotReadable`, or one of documents' `FileProblems`.
 */
export async function avatarPicture(upload: Uint8Array): Promise<Buffer> {
  try {
    const { mimeType } = await inspectUpload(upload)
    if (!TYPES.has(mimeType)) throw new Problem(PictureNotReadable)
    return await sharp(upload, { limitInputPixels: READ_LIMITS.pixels })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .webp({ quality: QUALITY })
      .toBuffer()
      .catch((cause: unknown) => {
        throw new ReadError('unreadable', 'The picture cannot be decoded', { cause })
      })
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    throw error.code === 'wrong_type' ? new Problem(PictureNotReadable, { cause: error }) : fileProblem(error)
  }
}
