import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { matchesEntityTag } from '../../operations/entity-tag.ts'
import { text } from '../../operations/field-types.ts'
import { fileOfTool, toolFile } from '../../operations/tool-file.ts'
import { NotFound, PreconditionFailed, Problem } from '../../platform/errors/problem.ts'
import { avatarPicture } from './avatar-picture.ts'
import { type Avatars, pictureTag } from './avatars.ts'

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly avatars: Avatars
  }
}

const PATH = '/api/v1/me/avatar'
const GUIDANCE = 'tools/me'
/** Characters of base64: a square of noise takes half of it. */
const LARGEST_PICTURE = 200_000
const nothing = z.strictObject({})

async function change({ transaction, caller, about, changed }: OperationScope, avatar: string | null): Promise<void> {
  const { sql } = transaction
  const row = await transaction.row<{ avatar: string | null }>(
    sql('users').select('avatar').where({ id: caller.userId }).forUpdate(),
  )
  if (!row || (avatar === null && row.avatar === null)) throw new Problem(NotFound)
  transaction.queue(sql('users').where({ id: caller.userId }).update({ avatar }))
  await changed({ kind: 'updated', table: 'users', id: caller.userId, before: row, after: { avatar } })
  about({ table: 'users', id: caller.userId })
}

/** For the route that sends the picture. */
export const getAvatar = defineOperation({
  name: 'me.avatar.get',
  summary: 'Look at the picture of the account',
  effect: 'read',
  input: nothing,
  output: nothing,
  run: async ({ transaction, caller, about }) => {
    const row = await transaction.row<{ avatar: string | null }>(
      transaction.sql('users').select('avatar').where({ id: caller.userId }),
    )
    if (!row?.avatar) throw new Problem(NotFound)
    about({ table: 'users', id: caller.userId })
    return {}
  },
})

export const avatarAddress = z.strictObject({
  avatar: text('Where the picture is.', { example: PATH }),
})

/** For a picture that is kept already. */
export const updateAvatar = defineOperation({
  name: 'me.avatar.update',
  summary: 'Change the picture of the account',
  effect: 'write',
  input: nothing,
  output: avatarAddress,
  run: async (scope) => {
    await change(scope, PATH)
    return { avatar: PATH }
  },
})

const PictureFile = z.strictObject({
  file: toolFile('A JPEG, PNG, WebP or TIFF. It is cut to a square of 256 pixels; its metadata is dropped.'),
})
const MadePicture = z.strictObject({
  picture: z
    .string()
    .max(LARGEST_PICTURE)
    .meta({ description: 'The square that was made of it, WebP in base64.', examples: ['UklGRhIAAABXRUJQ'] }),
})

/** The same for programs that speak MCP: the square waits with the proposal until the person has agreed. */
const updateAvatarByTool = defineOperation({
  name: updateAvatar.name,
  summary: updateAvatar.summary,
  effect: 'write',
  input: MadePicture,
  output: avatarAddress,
  tool: {
    guidance: GUIDANCE,
    confirm: 'always',
    staging: {
      input: PictureFile,
      stage: async (_services, _caller, { file }: z.infer<typeof PictureFile>) => ({
        picture: (await avatarPicture(fileOfTool(file))).toString('base64'),
      }),
      // The proposal holds the picture itself.
      discard: async () => undefined,
    },
  },
  told: () => ({}),
  run: async (scope, { picture }) => {
    await change(scope, PATH)
    scope.transaction.afterCommit(() => scope.services.avatars.put(scope.caller.userId, Buffer.from(picture, 'base64')))
    return { avatar: PATH }
  },
})

const deleteAvatar = defineOperation({
  name: 'me.avatar.delete',
  summary: 'Take the picture of the account away',
  effect: 'destructive',
  input: nothing,
  output: nothing,
  errors: [NotFound, PreconditionFailed],
  rest: { method: 'DELETE', path: '/me/avatar' },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope) => {
    const { caller, services, ifMatch } = scope
    await change(scope, null)
    if (ifMatch && !matchesEntityTag(ifMatch, pictureTag(await services.avatars.read(caller.userId)))) {
      throw new Problem(PreconditionFailed)
    }
    scope.transaction.afterCommit(() => services.avatars.remove(caller.userId))
    return {}
  },
})

export const avatarOperations: readonly AnyOperation[] = [updateAvatarByTool, deleteAvatar]
