import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { enumerations, type Transaction } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { type AnyOperation, defineOperation, type OperationScope } from '../define-operation.ts'
import { describeAction, sayDone } from '../describe-action.ts'
import { choice, identifier, text } from '../field-types.ts'
import { PERSONS_TIME_ZONE } from '../time-range.ts'
import {
  PENDING_ACTION_LIFETIME_MILLISECONDS,
  PendingActionDecided,
  PendingActionExpired,
  type PendingActionRow,
  pendingAction,
} from './pending-action.ts'

const TABLE = 'pending_actions'
const GUIDANCE = 'tools/pending-actions'

/** All of a row, and the clock on which its times are told. */
function columns({ sql }: Transaction) {
  return ['*', sql.raw(`${PERSONS_TIME_ZONE} as time_zone`)]
}

const address = z.strictObject({ id: identifier('Identifier of the pending action.') })

/** An answer as it is kept: what it tells once is not in it. */
function withoutSecrets<Answer>(operation: AnyOperation | undefined, answer: Answer): Answer {
  return operation?.secretOutput ? { ...answer, ...operation.secretOutput(answer) } : answer
}

/**
 * What the assistant proposed and the person decides. A model can propose and see what waits; it can never confirm.
 * `catalogue` finds an operation by its name.
 */
export function pendingActionOperations(catalogue: (name: string) => AnyOperation | undefined) {
  function present(scope: OperationScope, row: PendingActionRow): z.input<typeof pendingAction> {
    const operation = catalogue(row.operation)
    const { language } = scope.caller
    const settings = { subject: row.reason?.subject, timeZone: row.time_zone }
    const overdue = row.status === 'pending' && row.expires_at <= scope.now
    return {
      id: row.id,
      operation: row.operation,
      session_id: row.session_id,
      ...(operation ? describeAction(operation, row.input, language, settings) : { title: row.operation, details: [] }),
      reasons: [...(row.reason?.reasons ?? [])],
      status: overdue ? 'expired' : row.status,
      receipt: operation && row.status === 'confirmed' ? sayDone(operation, row.input, language, settings) : null,
      result: row.result,
      expires_at: row.expires_at.toISOString(),
      decided_at: row.decided_at?.toISOString() ?? null,
      created_at: row.created_at.toISOString(),
    } as z.input<typeof pendingAction>
  }

  /** The row, locked so that it is decided once. */
  async function undecided({ transaction, now }: OperationScope, id: string): Promise<PendingActionRow> {
    const row = await transaction.row<PendingActionRow>(transaction.sql(TABLE).where({ id }).forUpdate())
    if (!row) throw new Problem(NotFound)
    if (row.status !== 'pending') throw new Problem(PendingActionDecided)
    if (row.expires_at <= now) throw new Problem(PendingActionExpired)
    return row
  }

  async function decide(
    scope: OperationScope,
    id: string,
    values: { status: PendingActionRow['status']; result?: unknown },
  ): Promise<z.input<typeof pendingAction>> {
    const { transaction } = scope
    const row = await transaction.row<PendingActionRow>(
      transaction
        .sql(TABLE)
        .where({ id })
        .update({ status: values.status, result: JSON.stringify(values.result ?? null), decided_at: scope.now })
        .returning(columns(transaction)),
    )
    if (!row) throw new Problem(NotFound)
    await scope.changed({
      kind: 'updated',
      table: TABLE,
      id,
      before: { status: 'pending' },
      after: { status: values.status },
    })
    return present(scope, row)
  }

  const list = defineOperation({
    name: 'pending-actions.list',
    summary: 'List what the assistant proposed, newest first',
    effect: 'read',
    input: z.strictObject({
      status: choice(enumerations.pending_actions.status, 'Only those with this status.').default('pending'),
      session_id: identifier('Only those of this conversation.').optional(),
    }),
    output: z.object({ data: z.array(pendingAction).meta({ description: 'At most the newest 100.' }) }),
    rest: { method: 'GET', path: '/pending-actions' },
    tool: { guidance: GUIDANCE, confirm: 'never' },
    run: async (scope, input) => {
      const { transaction, now } = scope
      const query = transaction
        .sql(TABLE)
        .select(columns(transaction))
        .where({ status: input.status })
        .orderBy('id', 'desc')
        .limit(100)
      if (input.session_id !== undefined) query.where({ session_id: input.session_id })
      if (input.status === 'pending') query.where('expires_at', '>', now)
      const rows = await transaction.rows<PendingActionRow>(query)
      return { data: rows.map((row) => present(scope, row)) }
    },
  })

  const get = defineOperation({
    name: 'pending-actions.get',
    summary: 'Read one pending action',
    effect: 'read',
    input: address,
    output: pendingAction,
    errors: [NotFound],
    rest: { method: 'GET', path: '/pending-actions/{id}' },
    tool: { guidance: GUIDANCE, confirm: 'never' },
    run: async (scope, { id }) => {
      const row = await scope.transaction.row<PendingActionRow>(
        scope.transaction.sql(TABLE).select(columns(scope.transaction)).where({ id }),
      )
      if (!row) throw new Problem(NotFound)
      scope.about({ table: TABLE, id })
      return present(scope, row)
    },
  })

  const confirm = defineOperation({
    name: 'pending-actions.confirm',
    summary: 'Carry out a pending action',
    effect: 'write',
    input: address,
    output: pendingAction,
    secretOutput: (output) => ({ result: withoutSecrets(catalogue(output.operation), output.result) }),
    errors: [NotFound, PendingActionDecided, PendingActionExpired],
    rest: { method: 'POST', path: '/pending-actions/{id}/confirm', status: 200 },
    run: async (scope, { id }) => {
      const row = await undecided(scope, id)
      const operation = catalogue(row.operation)
      if (!operation) throw new Problem(NotFound)
      const result: unknown = await scope.perform(operation, row.input)
      const decided = await decide(scope, id, { status: 'confirmed', result: withoutSecrets(operation, result) })
      return { ...decided, result } as z.input<typeof pendingAction>
    },
  })

  const cancel = defineOperation({
    name: 'pending-actions.cancel',
    summary: 'Drop a pending action',
    effect: 'write',
    input: address,
    output: pendingAction,
    errors: [NotFound, PendingActionDecided, PendingActionExpired],
    rest: { method: 'POST', path: '/pending-actions/{id}/cancel', status: 200 },
    run: async (scope, { id }) => {
      const row = await undecided(scope, id)
      const staging = catalogue(row.operation)?.tool?.staging
      if (staging) {
        scope.transaction.afterCommit(() => staging.discard(scope.services, scope.caller, row.input as never))
      }
      return await decide(scope, id, { status: 'rejected' })
    },
  })

  /** How tools record what they would do; no route and no tool of its own. */
  const propose = defineOperation({
    name: 'pending-actions.propose',
    summary: 'Record what the assistant wants to do',
    effect: 'write',
    input: z.strictObject({
      operation: text('Name of the operation.', { example: 'medications.add' }),
      input: z.record(z.string(), z.unknown()).meta({ description: 'Its input.', examples: [{}] }),
      reasons: z
        .array(
          z
            .string()
            .max(2000)
            .meta({ description: 'One reason.', examples: ['You are allergic to penicillin.'] }),
        )
        .meta({ description: 'What speaks against it.', examples: [[]] }),
      subject: z
        .record(z.string(), z.unknown())
        .nullable()
        .meta({ description: 'What names the row that would change.', examples: [null] })
        .default(null),
      session_id: identifier('The conversation it belongs to.').nullable(),
    }),
    output: pendingAction,
    errors: [NotFound],
    conflicts: { pending_actions_session_fkey: NotFound },
    run: async (scope, input) => {
      const { transaction, now, caller } = scope
      if (!catalogue(input.operation)) throw new Problem(NotFound)
      const row = await transaction.row<PendingActionRow>(
        transaction
          .sql(TABLE)
          .insert({
            id: uuidv7(),
            user_id: caller.userId,
            session_id: input.session_id,
            operation: input.operation,
            input: JSON.stringify(input.input),
            reason: JSON.stringify({ reasons: input.reasons, ...(input.subject && { subject: input.subject }) }),
            created_at: now,
            expires_at: new Date(now.getTime() + PENDING_ACTION_LIFETIME_MILLISECONDS),
          })
          .returning(columns(transaction)),
      )
      if (!row) throw new Problem(NotFound)
      await scope.changed({
        kind: 'created',
        table: TABLE,
        id: row.id,
        before: null,
        after: { operation: row.operation },
      })
      return present(scope, row)
    },
  })

  return { list, get, confirm, cancel, propose, operations: [list, get, confirm, cancel] as readonly AnyOperation[] }
}

export type PendingActionOperations = ReturnType<typeof pendingActionOperations>
