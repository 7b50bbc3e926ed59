import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../../operations/define-operation.ts'
import { identifier } from '../../../operations/field-types.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { DataImport, type ImportRow, importView } from './import.ts'

const LISTED = 50

const listImports = defineOperation({
  name: 'me.import.list',
  summary: 'List the archives that were brought in, the newest first',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ data: z.array(DataImport).meta({ description: 'The imports.' }) }),
  rest: { method: 'GET', path: '/me/import' },
  run: async ({ transaction, caller }) => {
    const rows = await transaction.rows<ImportRow>(
      transaction.sql('data_imports').orderBy('created_at', 'desc').limit(LISTED),
    )
    return { data: rows.map((row) => importView(row, caller.language)) }
  },
})

const getImport = defineOperation({
  name: 'me.import.get',
  summary: 'Look how far an import is, what came in, or why it was refused',
  effect: 'read',
  input: z.strictObject({ id: identifier('The import.') }),
  output: DataImport,
  errors: [NotFound],
  rest: { method: 'GET', path: '/me/import/{id}' },
  run: async ({ transaction, caller, about }, { id }) => {
    const row = await transaction.row<ImportRow>(transaction.sql('data_imports').where({ id }))
    if (row === undefined) throw new Problem(NotFound)
    about({ table: 'data_imports', id })
    return importView(row, caller.language)
  },
})

export const importOperations: readonly AnyOperation[] = [listImports, getImport]
