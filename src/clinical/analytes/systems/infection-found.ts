import type { Analyte } from '../analyte.ts'
import { accept } from './accept.ts'

/** Found or not found. Some laboratories add an index or a ratio, which has no fixed limits. */
export const INFECTION_FOUND = {
  organSystem: 'infection',
  specimen: 'blood',
  scale: 'ordinal',
  unit: '1',
  units: accept('1'),
  ranges: [],
  normalText: ['negative', 'non reactive', 'not detected', 'absent', 'nil'],
} as const satisfies Partial<Analyte>
