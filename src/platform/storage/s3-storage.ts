import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { NotFound, PayloadTooLarge, Problem } from '../errors/problem.ts'
import type { BucketSettings } from './open-storage.ts'
import { assertStorageKey, type Storage, StorageFull, StorageUnavailable } from './storage.ts'

/** The smallest part that S3 takes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const PART_BYTES = 5 * 1024 * 1024
/** One part on its way while the next is filled: more of them take memory and hardly any time off. */
const PARTS_AT_ONCE = 1
const CONNECT_MILLISECONDS = 5_000
const REQUEST_MILLISECONDS = 60_000

/**
 * Keeps files in a bucket of an S3-compatible server. A file goes up in parts, without ever being whole in memory, and
 * appears once the last part is there.
 * @throws {StorageUnavailable} where the bucket cannot be reached, or not with these credentials.
 */
export async function openS3Storage(settings: BucketSettings): Promise<Storage> {
  const { bucket: Bucket, prefix, endpoint, region, credentials } = settings
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    // Newer checksums are unknown to many servers that speak S3; TLS and our own encryption notice every change.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MILLISECONDS, requestTimeout: REQUEST_MILLISECONDS },
  })
  await client.send(new HeadBucketCommand({ Bucket })).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.name : 'no answer'
    throw new StorageUnavailable(
      `The bucket ${Bucket} at ${endpoint ?? `Amazon S3 in ${region}`} cannot be used (${reason}). Look at STORAGE_URL and the S3 settings.`,
      { cause },
    )
  })

  function placeOf(key: string): { Bucket: string; Key: string } {
    assertStorageKey(key)
    return { Bucket, Key: `${prefix}${key}` }
  }

  async function* list(folder: string) {
    const { Key } = placeOf(folder)
    for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: `${Key}/` })) {
      for (const { Key: found, LastModified: changedAt } of page.Contents ?? []) {
        if (found !== undefined && changedAt !== undefined) yield { key: found.slice(prefix.length), changedAt }
      }
    }
  }

  const remove = async (key: string): Promise<void> => {
    await client.send(new DeleteObjectCommand(placeOf(key)))
  }

  return {
    async put(key, source, limits = {}) {
      const maximumBytes = limits.maximumBytes ?? Number.POSITIVE_INFINITY
      const hash = createHash('sha256')
      let bytes = 0
      let failureOfSource: unknown
      async function* counted() {
        try {
          for await (const chunk of source) {
            bytes += chunk.byteLength
            if (bytes > maximumBytes) {
              throw new Problem(PayloadTooLarge, { values: { megabytes: Math.floor(maximumBytes / 1_000_000) } })
            }
            hash.update(chunk)
            yield chunk
          }
        } catch (error) {
          failureOfSource = error
          throw error
        }
      }
      const upload = new Upload({
        client,
        params: { ...placeOf(key), Body: Readable.from(counted(), { objectMode: false }) },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      })
      try {
        await upload.done()
      } catch (error) {
        // Otherwise hidden by what cleaning up afterwards may have met.
        if (failureOfSource !== undefined) throw failureOfSource
        throw statusOf(error) === 507 ? new Problem(StorageFull, { cause: error }) : error
      }
      return { bytes, sha256: hash.digest('hex') }
    },

    async read(key, range) {
      try {
        const Range = range && `bytes=${range.start}-${range.end}`
        const { Body } = await client.send(new GetObjectCommand({ ...placeOf(key), ...(Range && { Range }) }))
        if (!(Body instanceof Readable)) throw new TypeError('The storage answered without a stream')
        return Body
      } catch (error) {
        throw statusOf(error) === 404 ? new Problem(NotFound, { cause: error }) : error
      }
    },

    async size(key) {
      try {
        return (await client.send(new HeadObjectCommand(placeOf(key)))).ContentLength ?? 0
      } catch (error) {
        if (statusOf(error) === 404) return undefined
        throw error
      }
    },

    list,
    remove,

    async removeFolder(folder) {
      for await (const { key } of list(folder)) await remove(key)
    },
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
}
