import { setTimeout as delay } from 'node:timers/promises'
import type { Caller } from '../../../operations/define-operation.ts'
import { Problem, ServiceUnavailable } from '../../../platform/errors/problem.ts'
import { ACCOUNT_ENDED, type EventBus } from '../../../platform/events/index.ts'
import { Admission } from '../../turn/admission.ts'
import { runTurn } from '../../turn/run-turn.ts'
import type { TurnDependencies } from '../../turn/turn-dependencies.ts'
import type { TurnEvent } from '../../turn/turn-events.ts'
import { TurnHandedOver, TurnStopped } from '../../turn/until-stopped.ts'
import { GatewayError } from '../gateway-error.ts'
import { EventRenderer } from '../open-responses/event-renderer.ts'
import type { ReadRequest } from '../open-responses/read-request.ts'
import type { ResponseResource } from '../open-responses/response-resource.ts'
import { type BeginOptions, beginRun } from './begin-run.ts'
import { exceptWhatWasSaid } from './except-what-was-said.ts'
import { APPENDED, FOLLOW, followFromStore, INTEREST_MILLISECONDS } from './follow-from-store.ts'
import { GroupCommit } from './group-commit.ts'
import { LiveRun } from './live-run.ts'
import type { LoggedEvent } from './logged-event.ts'
import { rendererOptions } from './renderer-options.ts'
import { failureEvent, giveUp } from './run-failure.ts'
import type { RunRecord } from './run-record.ts'
import { RunStore } from './run-store.ts'
import { takeUpRun, tellKeptAnswer } from './take-up-run.ts'

export interface RunsOptions {
  readonly dependencies: Omit<TurnDependencies, 'admission'>
  readonly bus: EventBus
  /** Whether this is the only process on its database, so that every unfinished run at the start is an abandoned one. */
  readonly alone: boolean
  readonly heartbeatMilliseconds?: number
  /** How long a run may go without a heartbeat before another process takes it over. */
  readonly quietSeconds?: number
  /** Beyond this many answers at once in this process, new ones wait in line. */
  readonly maximumAnswers?: number
}

/** How often a run is begun before it is given up. */
const ATTEMPTS = 3
/** Said to whoever works on a run: stop. */
const CANCEL = 'response.cancel'
const CANCEL_PATIENCE_MILLISECONDS = 5_000

interface Working {
  readonly live: LiveRun
  readonly renderer: EventRenderer
  readonly done: Promise<void>
  /** Until when followers in other processes want to be told of new events. */
  interestUntil: number
}

/**
 * The runs of this process, and the way to those of others. A run is bound to nothing but an explicit cancel: clients
 * come and go, and follow it from whatever number they know.
 */
export class Runs {
  readonly #options: Required<Omit<RunsOptions, 'dependencies'>>
  readonly #dependencies: TurnDependencies
  readonly #store: RunStore
  readonly #commit: GroupCommit
  readonly #working = new Map<string, Working>()
  readonly #heart: NodeJS.Timeout
  #beating: Promise<void> = Promise.resolve()
  #closing = false

  constructor(options: RunsOptions) {
    this.#options = { heartbeatMilliseconds: 5_000, quietSeconds: 20, maximumAnswers: 250, ...options }
    this.#dependencies = { ...options.dependencies, admission: new Admission(this.#options.maximumAnswers) }
    const { report } = options.dependencies
    this.#store = new RunStore(options.dependencies.database)
    this.#commit = new GroupCommit({
      write: (batches) => this.#store.write(batches),
      onKept: (live) => this.#hint(live),
      onLost: (live) => live.controller.abort(new TurnHandedOver()),
      report,
    })
    this.#heart = setInterval(() => {
      this.#beating = this.#beat().catch(report)
    }, this.#options.heartbeatMilliseconds).unref()
  }

  /** Takes up what an earlier process left behind. To be called once, when everything that turns need is there. */
  async recover(): Promise<void> {
    await this.#takeOver(this.#options.alone ? 0 : this.#options.quietSeconds)
    await this.#store.dropOldEvents()
  }

  /**
   * Begins a run, or finds the one that the same message began before.
   * @throws {GatewayError | Problem} where the request cannot be served.
   */
  async start(caller: Caller, request: ReadRequest, options: BeginOptions): Promise<RunRecord> {
    if (this.#closing) throw new Problem(ServiceUnavailable, { headers: { 'retry-after': '2' } })
    const begun = await beginRun(this.#dependencies, caller, request, options)
    if (begun.fresh) {
      const live = new LiveRun(begun.run)
      const renderer = new EventRenderer(rendererOptions(begun.run))
      live.append(renderer.start())
      this.#work(live, renderer, runTurn(this.#dependencies, begun.turn, live.controller.signal), begun.run)
    }
    return begun.run
  }

  /**
   * The events of a run after number `after`, in groups as they are kept, until its end or until `signal` is aborted.
   * The run may be another process's.
   */
  follow(run: RunRecord, after: number, signal: AbortSignal): AsyncGenerator<readonly LoggedEvent[]> {
    const working = this.#working.get(run.id)
    if (working) return working.live.follow(after, signal)
    return followFromStore({ store: this.#store, bus: this.#options.bus, run, after, signal })
  }

  /** @throws {GatewayError} where there is no such run, or none that may be asked for by its id. */
  async find(caller: Caller, runId: string, remembers: (runId: string) => boolean): Promise<RunRecord> {
    const run = await this.#store.open(caller, runId)
    if (!run || !(run.request.echo.store || remembers(runId))) throw new GatewayError('response_not_found')
    return run
  }

  /** The response as it is now. */
  async response(run: RunRecord): Promise<ResponseResource> {
    const finished = await this.#store.finishedResponse(run.user_id, run.id)
    if (finished) return finished
    const renderer =
      this.#working.get(run.id)?.renderer ??
      EventRenderer.restore(rendererOptions(run), await this.#store.eventsAfter(run.user_id, run.id, -1))
    return renderer.snapshot({ status: 'in_progress' })
  }

  /** Stops a run, wherever it works, and gives the response as it ended. A finished run stays as it is. */
  async cancel(run: RunRecord): Promise<ResponseResource> {
    const working = this.#working.get(run.id)
    if (working) working.live.controller.abort(new TurnStopped())
    else {
      await this.#store.requestCancel(run.user_id, run.id)
      this.#options.bus.publish(run.user_id, { type: CANCEL, run_id: run.id })
    }
    const patience = AbortSignal.timeout(CANCEL_PATIENCE_MILLISECONDS)
    const following = this.follow(run, -1, patience)
    while (!(await following.next()).done);
    return this.response(run)
  }

  /**
   * Lets running turns finish, for at most `graceMilliseconds`, and hands the rest over to whoever takes them up. From
   * now on no run is begun.
   */
  async close(graceMilliseconds: number): Promise<void> {
    this.#closing = true
    clearInterval(this.#heart)
    await this.#beating
    const settled = () => Promise.all([...this.#working.values()].map(({ done }) => done))
    await Promise.race([settled(), delay(graceMilliseconds, undefined, { ref: false })])
    const left = [...this.#working.keys()]
    for (const { live } of this.#working.values()) live.controller.abort(new TurnHandedOver())
    await settled()
    await this.#commit.settled()
    await this.#store.release(left)
  }

  #work(live: LiveRun, renderer: EventRenderer, events: AsyncGenerator<TurnEvent>, run: RunRecord): void {
    const unsubscribe = this.#options.bus.subscribe(live.userId, (event) => {
      if (event.type === ACCOUNT_ENDED) live.controller.abort(new TurnHandedOver())
      if (event['run_id'] !== live.id) return
      if (event.type === CANCEL) live.controller.abort(new TurnStopped())
      if (event.type === FOLLOW) working.interestUntil = performance.now() + INTEREST_MILLISECONDS
    })
    const done = this.#render(live, renderer, events, run).finally(() => {
      unsubscribe()
      this.#working.delete(live.id)
    })
    const working: Working = { live, renderer, done, interestUntil: 0 }
    this.#working.set(live.id, working)
    this.#commit.request(live)
  }

  async #render(
    live: LiveRun,
    renderer: EventRenderer,
    events: AsyncGenerator<TurnEvent>,
    run: RunRecord,
  ): Promise<void> {
    const say = (event: TurnEvent): void => {
      const rendered = renderer.render(event)
      if (rendered.length === 0) return
      live.append(rendered)
      this.#commit.request(live)
    }
    try {
      for await (const event of events) say(event)
    } catch (error) {
      if (error instanceof TurnHandedOver) {
        live.lose()
        return
      }
      say(failureEvent(error, run.request.form, this.#dependencies.report))
    }
    await live.over()
  }

  async #beat(): Promise<void> {
    const cancelled = await this.#store.heartbeat([...this.#working.keys()])
    for (const id of cancelled) this.#working.get(id)?.live.controller.abort(new TurnStopped())
    await this.#takeOver(this.#options.quietSeconds)
  }

  async #takeOver(quietSeconds: number): Promise<void> {
    if (this.#closing) return
    for (const run of await this.#store.claimAbandoned(quietSeconds)) {
      if (this.#working.has(run.id)) continue
      // What goes wrong with one run is no reason to leave the others; this one is found again.
      await this.#takeUp(run).catch(this.#dependencies.report)
    }
  }

  async #takeUp(run: RunRecord): Promise<void> {
    const dependencies = this.#dependencies
    const log = await this.#store.eventsAfter(run.user_id, run.id, -1)
    const live = new LiveRun(run, log)
    const renderer = EventRenderer.restore(rendererOptions(run), log)
    if (log.length === 0) live.append(renderer.start())
    if (run.attempts > ATTEMPTS) {
      this.#work(live, renderer, giveUp(run.request.form), run)
      return
    }
    const { turn, keptAnswer } = await takeUpRun(dependencies, run)
    const again = keptAnswer ? tellKeptAnswer(keptAnswer) : runTurn(dependencies, turn, live.controller.signal)
    this.#work(live, renderer, exceptWhatWasSaid(again, renderer.said), run)
  }

  #hint(live: LiveRun): void {
    const interested = (this.#working.get(live.id)?.interestUntil ?? 0) > performance.now()
    if (interested) this.#options.bus.publish(live.userId, { type: APPENDED, run_id: live.id })
  }
}
