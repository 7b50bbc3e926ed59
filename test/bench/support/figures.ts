/** The value below which a share (0–1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Three figures that count: 12,300 · 1.23 · 0.0123. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** One line of what was to be reached: the figure, the goal and, where it was missed, by how much. */
export function verdict(name: string, value: number, goal: { readonly atLeast: number } | { readonly atMost: number }) {
  const wanted = 'atLeast' in goal ? goal.atLeast : goal.atMost
  const met = 'atLeast' in goal ? value >= wanted : value <= wanted
  const missed = met ? 'met' : `missed by ${figure(Math.abs(100 * (value / wanted - 1)))} %`
  return [name, figure(value), `${'atLeast' in goal ? 'at least' : 'at most'} ${figure(wanted)}`, missed] as const
}

export const VERDICT_HEAD = ['what', 'figure', 'goal', 'result'] as const
