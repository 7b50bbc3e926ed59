import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import pLimit from 'p-limit'
import { z } from 'zod'
import { fileBytes } from '../../operations/adapters/open-api.ts'
import type { OperationExecutor } from '../../operations/execute-operation.ts'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import {
  NotFound,
  PayloadTooLarge,
  Problem,
  UnsupportedMediaType,
  ValidationFailed,
} from '../../platform/errors/problem.ts'
import { READ_LIMITS, ReadError } from '../../reader/index.ts'
import { fileProblem } from '../documents/index.ts'
import { avatarAddress, getAvatar, updateAvatar } from './avatar-operations.ts'
import { avatarPicture } from './avatar-picture.ts'
import { type Avatars, pictureTag } from './avatars.ts'

export interface AvatarRouteOptions {
  readonly executor: OperationExecutor
  readonly avatars: Avatars
}

const tags = ['me']
const url = '/me/avatar'
const PictureForm = z.object({ file: fileBytes('A JPEG, PNG, WebP or TIFF.') })
/** Pictures that are decoded at once; a large one takes some 200 MB while it is. */
const AT_ONCE = 2

/** How the picture of the account comes and is shown; taking it away is an operation. Register it below `/api/v1`. */
export const avatarRoutes: FastifyPluginAsyncZod<AvatarRouteOptions> = async (app, { executor, avatars }) => {
  const inTurn = pLimit(AT_ONCE)

  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: READ_LIMITS.bytes, files: 1, fields: 0, headerPairs: 50, parts: 2 },
  })

  const upload = {
    onRequest: requireCaller('write'),
    config: { documented: { form: PictureForm, problems: [UnsupportedMediaType, PayloadTooLarge] } },
    // Multipart bodies are limited part by part.
    bodyLimit: READ_LIMITS.bytes + 1_000_000,
    handler: (request: FastifyRequest, reply: FastifyReply) =>
      inTurn(async () => {
        const caller = callerOfRequest(request)
        const picture = await avatarPicture(await receive(request))
        await avatars.put(caller.userId, picture)
        const { output } = await executor.executeOperation(updateAvatar, caller, {})
        return reply.header('etag', pictureTag(picture)).send(output)
      }),
  }
  const said = {
    tags,
    summary: updateAvatar.summary,
    description:
      'A multipart form with a JPEG, PNG, WebP or TIFF in `file`. It is cut to a square of 256 pixels; its metadata is dropped.',
    consumes: ['multipart/form-data'],
    response: { 200: avatarAddress },
  }
  app.put(url, { ...upload, schema: { ...said, operationId: 'me_avatar_update' } })
  app.post(url, { ...upload, schema: { ...said, hide: true } })

  app.get(
    url,
    {
      onRequest: requireCaller('read'),
      config: { documented: { file: 'image/webp', problems: [NotFound] } },
      schema: { tags, operationId: 'me_avatar_get', summary: getAvatar.summary, produces: ['image/webp'] },
    },
    async (request, reply) => {
      const caller = callerOfRequest(request)
      await executor.executeOperation(getAvatar, caller, {})
      const picture = await avatars.read(caller.userId)
      const etag = pictureTag(picture)
      void reply.headers({ etag, 'cache-control': 'private, no-cache' })
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type('image/webp').send(picture)
    },
  )
}

/** @throws {Problem} where there is no form, no `file` in it, or one that is too large. */
async function receive(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new Problem(UnsupportedMediaType)
  const part = await request.file()
  if (part?.fieldname !== 'file') {
    part?.file.resume()
    throw new Problem(ValidationFailed, { errors: [{ pointer: '/file', code: 'required' }] })
  }
  const bytes = await part.toBuffer()
  if (part.file.truncated) throw fileProblem(new ReadError('too_large', 'The upload has more bytes than may be read'))
  return bytes
}
