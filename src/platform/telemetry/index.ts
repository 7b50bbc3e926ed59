export { createLogger, type Logger, routeOf } from './logger.ts'
export { createMetrics, type Metrics, requestMetrics } from './metrics.ts'
export { openTracing, type TracingSettings } from './open-tracing.ts'
export { requestTraces } from './request-traces.ts'
