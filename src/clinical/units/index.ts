export { type AcceptedUnit, convertUnit, isSameUnit, isUcumUnit, type MeasuredSubstance } from './convert-unit.ts'
export { displayUnit } from './display-unit.ts'
export { normaliseUnit } from './normalise-unit.ts'
export { type Comparator, type ParsedNumber, parseNumber, toLatinDigits } from './parse-number.ts'
