import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TracingSettings } from './open-tracing.ts'
import type { Tracer } from './tracing.ts'

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const

/**
 * Sends spans to a collector by OTLP over HTTP (https://opentelemetry.io/docs/specs/otlp/). Nothing is registered globally:
 * libraries that would trace by themselves, contents included, find nobody who listens.
 */
export function openTelemetryTracer({ endpoint, serviceName, ratio }: TracingSettings): Tracer {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) })],
  })
  const tracer = provider.getTracer('swasthwrap')
  const open = new AsyncLocalStorage<Context>()
  return {
    begin(name, kind, attributes) {
      const parent = open.getStore() ?? ROOT_CONTEXT
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } }, parent)
      const context = trace.setSpan(parent, span)
      return {
        run: (work) => open.run(context, work),
        add: (more) => void span.setAttributes({ ...more }),
        end(error) {
          if (error !== undefined) {
            span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
            span.setStatus({ code: SpanStatusCode.ERROR })
          }
          span.end()
        },
      }
    },
    close: () => provider.shutdown(),
  }
}
