import type { Caller } from '../../../operations/define-operation.ts'
import type { Database, Transaction } from '../../../platform/database/index.ts'
import type { ResponseResource, ResponseStatus } from '../open-responses/response-resource.ts'
import { queueChatAccess } from './access-log.ts'
import type { EventBatch } from './group-commit.ts'
import { isTerminal, type LoggedEvent } from './logged-event.ts'
import { type RunRecord, UNFINISHED } from './run-record.ts'

/** Finished runs keep their events this long, for whoever resumes; then only the finished response stays. */
const EVENTS_KEPT = '24 hours'

interface TerminalEvent {
  readonly response: ResponseResource
}

/** The rows of runs and of their events. */
export class RunStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The run, where it is the person's and may be seen by its id. */
  find(userId: string, runId: string): Promise<RunRecord | undefined> {
    return this.#database.asUser(userId, (transaction) =>
      transaction.row<RunRecord>(transaction.sql('response_runs').where('id', runId)),
    )
  }

  /** The run, for somebody who is about to read its answer: noted in the audit log where the run is theirs. */
  open(caller: Caller, runId: string): Promise<RunRecord | undefined> {
    return this.#database.asUser(caller.userId, async (transaction) => {
      const run = await transaction.row<RunRecord>(transaction.sql('response_runs').where('id', runId))
      if (run) queueChatAccess(transaction, caller, { action: 'chat.read-response', table: 'response_runs', id: runId })
      return run
    })
  }

  /** The kept events of a run after number `after`. */
  async eventsAfter(userId: string, runId: string, after: number): Promise<LoggedEvent[]> {
    const rows = await this.#database.asUser(userId, (transaction) => eventRows(transaction, runId, after))
    return rows.map(({ sequence_number: sequence, type, json }) => ({ sequence, type, json }))
  }

  /** The response as its terminal event told it; undefined while the run lasts. */
  async finishedResponse(userId: string, runId: string): Promise<ResponseResource | undefined> {
    const row = await this.#database.asUser(userId, (transaction) =>
      transaction.row<{ resource: ResponseResource | null }>(
        transaction
          .sql('response_runs')
          .select(transaction.sql.raw("response -> 'resource' as resource"))
          .where('id', runId),
      ),
    )
    return row?.resource ?? undefined
  }

  /**
   * Writes events of several runs, whoever they belong to, and closes the rows of the runs that ended. Written by the
   * system: one transaction cannot be several people.
   * @returns ids of the runs that another process has taken over. Nothing was written for them.
   */
  async write(batches: readonly EventBatch[]): Promise<ReadonlySet<string>> {
    const written = await this.#database.asSystem(async (transaction) => {
      for (const { run, events } of batches) {
        const last = events.at(-1)
        if (last && isTerminal(last)) transaction.queue(ending(transaction, run, last))
      }
      return await transaction.last<{ run_id: string }>(insertion(transaction, batches))
    })
    const ours = new Set(written.map((row) => row.run_id))
    return new Set(batches.map(({ run }) => run.id).filter((id) => !ours.has(id)))
  }

  /** Says that this process is still working on its runs, and learns which of them somebody wants cancelled. */
  async heartbeat(runIds: readonly string[]): Promise<string[]> {
    if (runIds.length === 0) return []
    const rows = await this.#database.asSystem((transaction) =>
      transaction.last<{ id: string; cancel_requested_at: Date | null }>(
        transaction
          .sql('response_runs')
          .whereIn('id', [...runIds])
          .update({ heartbeat_at: transaction.sql.fn.now() })
          .returning(['id', 'cancel_requested_at']),
      ),
    )
    return rows.filter((row) => row.cancel_requested_at !== null).map((row) => row.id)
  }

  /** Asks whoever works on the run to stop. Returns the run's status, or undefined where there is no such run. */
  async requestCancel(userId: string, runId: string): Promise<ResponseStatus | undefined> {
    const row = await this.#database.asUser(userId, (transaction) =>
      transaction.row<{ status: ResponseStatus }>(
        transaction
          .sql('response_runs')
          .where('id', runId)
          .update({ cancel_requested_at: transaction.sql.raw('coalesce(cancel_requested_at, current_timestamp)') })
          .returning('status'),
      ),
    )
    return row?.status
  }

  /** Lets go of runs that this process will not finish, so that another one, or the next start, takes them up at once. */
  async release(runIds: readonly string[]): Promise<void> {
    if (runIds.length === 0) return
    await this.#database.asSystem((transaction) =>
      transaction.affected(
        transaction
          .sql('response_runs')
          .whereIn('id', [...runIds])
          .update({ heartbeat_at: null }),
      ),
    )
  }

  /**
   * Takes over unfinished runs that nobody has worked on for a while, each at most once across all processes.
   * @param quietSeconds 0 takes all of them: for the only process there is, when it starts.
   */
  claimAbandoned(quietSeconds: number): Promise<RunRecord[]> {
    return this.#database.asSystem((transaction) =>
      transaction.rows<RunRecord>(
        transaction
          .sql('response_runs')
          .whereIn(
            'id',
            transaction
              .sql('response_runs')
              .select('id')
              .whereIn('status', [...UNFINISHED])
              .where((query) =>
                query
                  .whereNull('heartbeat_at')
                  .orWhereRaw('heartbeat_at <= current_timestamp - make_interval(secs => ?)', [quietSeconds]),
              )
              .limit(100)
              .forUpdate()
              .skipLocked(),
          )
          .update({ heartbeat_at: transaction.sql.fn.now(), attempts: transaction.sql.raw('attempts + 1') })
          .returning('*'),
      ),
    )
  }

  /** Drops the events of runs that ended long ago. */
  async dropOldEvents(): Promise<void> {
    await this.#database.asSystem((transaction) =>
      transaction.affected(
        transaction
          .sql('response_events')
          .whereIn(
            'run_id',
            transaction
              .sql('response_runs')
              .select('id')
              .whereRaw(`ended_at < current_timestamp - interval '${EVENTS_KEPT}'`)
              .whereExists(
                transaction
                  .sql('response_events')
                  .select(transaction.sql.raw('1'))
                  .whereRaw('run_id = response_runs.id'),
              )
              .limit(500),
          )
          .delete(),
      ),
    )
  }
}

function eventRows(transaction: Transaction, runId: string, after: number) {
  const { sql } = transaction
  return transaction.rows<{ sequence_number: number; type: string; json: string }>(
    sql('response_events')
      .select('sequence_number', sql.raw("event ->> 'type' as type"), sql.raw('event::text as json'))
      .where('run_id', runId)
      .where('sequence_number', '>', after)
      .orderBy('sequence_number'),
  )
}

function insertion({ sql }: Transaction, batches: readonly EventBatch[]) {
  const rows = batches.flatMap(({ run, events }) => events.map((event) => ({ run, event })))
  // Arrays keep it one statement with four parameters, however many events there are. How many is not known when it is
  // planned, and a plan that is kept must not be one that goes through all runs: `offset 0` has each run looked up.
  return sql.raw(
    `insert into response_events (user_id, run_id, sequence_number, event)
     select run.user_id, run.id, new.sequence_number, new.event
     from unnest(?::uuid[], ?::integer[], ?::integer[], ?::json[]) as new (run_id, attempt, sequence_number, event)
     cross join lateral (
       select user_id, id from response_runs where id = new.run_id and attempts = new.attempt offset 0
     ) as run
     returning run_id`,
    [
      rows.map(({ run }) => run.id),
      rows.map(({ run }) => run.attempt),
      rows.map(({ event }) => event.sequence),
      rows.map(({ event }) => event.json),
    ],
  )
}

function ending({ sql }: Transaction, run: EventBatch['run'], event: LoggedEvent) {
  const { response } = JSON.parse(event.json) as TerminalEvent
  const calls = response.output.flatMap((item) =>
    item.type === 'function_call' ? [{ callId: item.call_id, name: item.name, arguments: item.arguments }] : [],
  )
  return sql('response_runs')
    .where({ id: run.id, attempts: run.attempt })
    .update({
      status: response.status,
      response: JSON.stringify({ calls, resource: response }),
      error: JSON.stringify(response.error),
      ended_at: sql.fn.now(),
      heartbeat_at: null,
    })
}
