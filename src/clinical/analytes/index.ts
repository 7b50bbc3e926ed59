export type {
  Analyte,
  AnalyteMetricType,
  Meaning,
  OrganSystem,
  ReferenceRange,
  Scale,
  Sex,
  Specimen,
} from './analyte.ts'
export { ORGAN_SYSTEMS } from './analyte.ts'
export { ANALYTES, analyteByKey, analyteByLoinc, loincCodes } from './catalogue.ts'
export { explain } from './explain.ts'
export { type AnalyteMatch, findAnalyte, type NameContext } from './find-analyte.ts'
export {
  type Flag,
  type Interpretation,
  type InterpretOptions,
  interpret,
  PRINTED_ON_REPORT,
} from './interpret.ts'
export { type Candidate, type Plausibility, plausibility } from './plausibility.ts'
export { isLikelyRange, type PrintedRange } from './printed-range.ts'
export { gradeOf } from './qualitative.ts'
export { type Person, referenceRange } from './reference-range.ts'
