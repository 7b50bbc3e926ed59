/** What a span says about itself: routes, names, counts, SQL with placeholders. Never an id of a person, nor what anybody wrote. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** `server` for what others ask of us, `client` for what we ask of others, `consumer` for jobs. */
export type SpanKind = 'server' | 'client' | 'consumer' | 'internal'

export interface OpenSpan {
  /** Runs work in which new spans are children of this one. */
  run<T>(work: () => T): T
  add(attributes: SpanAttributes): void
  /** @param error of which the kind is kept, and no word. */
  end(error?: unknown): void
}

export interface Tracer {
  /** Begins a span below the one that is open. */
  begin(name: string, kind: SpanKind, attributes: SpanAttributes): OpenSpan
  /** Sends what has not been sent. */
  close(): Promise<void>
}

/** One for the process, like its log; a parameter of everything that takes time would tell nobody anything. */
let current: Tracer | undefined

/** From now on spans go to this tracer; to none where there is none. */
export function useTracer(tracer: Tracer | undefined): void {
  current = tracer
}

/** Begins a span where anybody wants to have it. */
export function beginSpan(name: string, kind: SpanKind, attributes: SpanAttributes = {}): OpenSpan | undefined {
  return current?.begin(name, kind, attributes)
}

/** Does work within a span, which ends with it. Costs nothing where nobody wants to have it. */
export function inSpan<T>(
  name: string,
  kind: SpanKind,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> {
  const span = current?.begin(name, kind, attributes)
  return span === undefined ? work() : span.run(() => endingWith(span, work))
}

async function endingWith<T>(span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work()
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}
