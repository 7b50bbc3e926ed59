import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../../operations/define-operation.ts'
import { identifier } from '../../../operations/field-types.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { DataExport, type ExportRow, exportView } from './export.ts'

const LISTED = 50

const startExport = defineOperation({
  name: 'me.export.add',
  summary:
    'Ask for everything that is kept about the person, as one archive; while one is being made, that one is told',
  effect: 'write',
  input: z.strictObject({}),
  output: DataExport,
  rest: { method: 'POST', path: '/me/export', status: 202 },
  run: async ({ transaction, caller, services, now, about, changed }) => {
    const { sql } = transaction
    const { userId, language } = caller
    const open = await transaction.row<ExportRow>(
      sql('data_exports').whereIn('status', ['waiting', 'running']).orderBy('created_at').limit(1),
    )
    if (open !== undefined) {
      about({ table: 'data_exports', id: open.id })
      return exportView(open, now)
    }
    const id = uuidv7()
    const row = await transaction.row<ExportRow>(
      sql('data_exports').insert({ id, user_id: userId, language, created_at: now }).returning('*'),
    )
    if (row === undefined) throw new Error('The inserted export was not returned')
    await changed({ kind: 'created', table: 'data_exports', id, before: null, after: { language } })
    about({ table: 'data_exports', id })
    transaction.afterCommit(() => services.privacy.makeExport(userId, id))
    return exportView(row, now)
  },
})

const listExports = defineOperation({
  name: 'me.export.list',
  summary: 'List the archives that were asked for, the newest first',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ data: z.array(DataExport).meta({ description: 'The archives.' }) }),
  rest: { method: 'GET', path: '/me/export' },
  run: async ({ transaction, now }) => {
    const rows = await transaction.rows<ExportRow>(
      transaction.sql('data_exports').orderBy('created_at', 'desc').limit(LISTED),
    )
    return { data: rows.map((row) => exportView(row, now)) }
  },
})

const getExport = defineOperation({
  name: 'me.export.get',
  summary: 'Look how far an archive is',
  effect: 'read',
  input: z.strictObject({ id: identifier('The export.') }),
  output: DataExport,
  errors: [NotFound],
  rest: { method: 'GET', path: '/me/export/{id}' },
  run: async ({ transaction, now, about }, { id }) => {
    const row = await transaction.row<ExportRow>(transaction.sql('data_exports').where({ id }))
    if (row === undefined) throw new Problem(NotFound)
    about({ table: 'data_exports', id })
    return exportView(row, now)
  },
})

export const exportOperations: readonly AnyOperation[] = [startExport, listExports, getExport]
