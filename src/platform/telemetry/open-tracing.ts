import { type Tracer, useTracer } from './tracing.ts'

export interface TracingSettings {
  /** Address of a collector that speaks OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string
  readonly serviceName: string
  /** Share of the requests that are traced, 0 to 1. */
  readonly ratio: number
}

/** Begins to trace where the settings name a collector. The libraries are heavy: they are loaded only then. */
export async function openTracing(settings: TracingSettings | undefined): Promise<Pick<Tracer, 'close'> | undefined> {
  if (settings === undefined) return undefined
  const { openTelemetryTracer } = await import('./open-telemetry.ts')
  const tracer = openTelemetryTracer(settings)
  useTracer(tracer)
  return {
    close: async () => {
      useTracer(undefined)
      await tracer.close()
    },
  }
}
