import { rangeScale } from './range-scale.ts'
import type { Result } from './result.ts'

const LENGTH = 120

/** The range as a band and the value as a dot. The words beside it say the same, so readers of screens skip it. */
export function RangeBar({ result }: { result: Result }) {
  const scale = rangeScale(result)
  if (!scale) return null
  const from = (scale.low ?? 0) * LENGTH
  const to = (scale.high ?? 1) * LENGTH
  return (
    <svg class="range-bar" viewBox={`0 0 ${LENGTH} 12`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="range-bar__ground" x="0" y="4" width={LENGTH} height="4" rx="2" />
      <rect class="range-bar__range" x={from} y="4" width={to - from} height="4" rx="2" />
      <ellipse
        class={`range-bar__value range-bar__value--${sideOf(result.flag)}`}
        cx={scale.value * LENGTH}
        cy="6"
        rx="3"
        ry="5"
      />
    </svg>
  )
}

/** What a flag means for the colours. */
export function sideOf(flag: Result['flag']): 'low' | 'high' | 'normal' | 'abnormal' | 'none' {
  if (flag === 'critical_low') return 'low'
  if (flag === 'critical_high') return 'high'
  return flag ?? 'none'
}
