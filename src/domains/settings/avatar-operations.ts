import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'

const PATH = '/api/v1/me/avatar'
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

/** What the routes of the picture do in the database. The pictures themselves come and go by those routes. */
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

export const updateAvatar = defineOperation({
  name: 'me.avatar.update',
  summary: 'Change the picture of the account',
  effect: 'write',
  input: nothing,
  output: z.strictObject({ avatar: z.string() }),
  run: async (scope) => {
    await change(scope, PATH)
    return { avatar: PATH }
  },
})

export const deleteAvatar = defineOperation({
  name: 'me.avatar.delete',
  summary: 'Take the picture of the account away',
  effect: 'destructive',
  input: nothing,
  output: nothing,
  run: async (scope) => {
    await change(scope, null)
    return {}
  },
})
