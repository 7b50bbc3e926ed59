export { createLogger, type Logger, routeOf } from './logger.ts'
export { createMetrics, type Metrics, requestMetrics } from './metrics.ts'
