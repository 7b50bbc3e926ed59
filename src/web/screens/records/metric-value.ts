import { unitText } from '../../charts/metric-unit.ts'
import { type Row, textOf } from './record-description.ts'

/** A measurement as people write it: `128/82 mmHg`. */
export function metricValue(row: Row): string {
  return `${textOf(row, 'value') ?? ''} ${unitText(textOf(row, 'unit') ?? '')}`.trim()
}
