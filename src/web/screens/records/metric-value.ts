import { type Row, textOf } from './record-description.ts'

const UNITS: Readonly<Record<string, string>> = { celsius: '°C', fahrenheit: '°F', 'kg/m2': 'kg/m²' }

/** A measurement as people write it: `128/82 mmHg`. */
export function metricValue(row: Row): string {
  const unit = textOf(row, 'unit') ?? ''
  return `${textOf(row, 'value') ?? ''} ${UNITS[unit] ?? unit}`.trim()
}
