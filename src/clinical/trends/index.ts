export { monotonicTrend } from './monotonic-trend.ts'
export { type TrendDirection, trendConfidence, trendDirection } from './trend-direction.ts'
