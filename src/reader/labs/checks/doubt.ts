import type { LabResult, ReviewReason } from '../../read-document.ts'

/** Something that speaks against a result. */
export interface Doubt {
  readonly reason: ReviewReason
  /** The value that was probably meant, as it would be printed. */
  readonly candidate?: string
  /** What is certain enough to be put right, such as a range that must not call a value abnormal. */
  readonly correction?: Partial<
    Pick<
      LabResult,
      'value' | 'valueNumber' | 'referenceLow' | 'referenceHigh' | 'referenceText' | 'flag' | 'flagDisagrees'
    >
  >
}
