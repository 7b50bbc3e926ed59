import type { Flag, Sex } from '../clinical/analytes/index.ts'
import type { Language } from '../clinical/language-forms.ts'

/** The types that are read, each by its content. */
export const READABLE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'image/tiff',
] as const
export type ReadableType = (typeof READABLE_TYPES)[number]

/** A rectangle. In pages its unit is the page's own; in results it is a fraction of the page. Origin top left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Word {
  readonly text: string
  readonly box: Box
  /** 0 to 1; 1 in a text layer. */
  readonly confidence: number
  readonly bold: boolean
  /** What a second look at the same place read instead. */
  readonly otherReadings?: readonly string[]
}

export interface TextLine {
  readonly text: string
  readonly box: Box
  readonly words: readonly Word[]
}

export interface ReadPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** What width, height and the boxes of lines and words are counted in. */
  readonly unit: 'point' | 'pixel'
  readonly source: 'text_layer' | 'ocr'
  /** Whether somebody else than text recognition wrote down what the page shows. */
  readonly transcribed?: true
  readonly text: string
  readonly lines: readonly TextLine[]
  /** 0 to 1; 1 for a text layer. */
  readonly confidence: number
}

export const REVIEW_REASONS = [
  /** Text recognition was not sure of the value. */
  'uncertain_reading',
  /** Two looks at the same place read different numbers. */
  'readings_differ',
  /** No living person can have this value. */
  'not_humanly_possible',
  /** The value is about ten, a hundred or a thousand times off its printed range. */
  'far_from_printed_range',
  /** The printed range cannot be right: reversed, or far from what it is for this test. */
  'range_implausible',
  /** The value does not fit the other values of the report. */
  'arithmetic_mismatch',
  /** About ten, a hundred or a thousand times the person's earlier values. */
  'far_from_earlier_value',
  /** Possible in another unit of this test, but not in the one that is printed. */
  'unit_implausible',
  /** Neither the name nor the unit is known. */
  'unknown_test',
  /** The report calls the value normal and it is outside its own range, or the other way round. */
  'printed_flag_disagrees',
] as const
export type ReviewReason = (typeof REVIEW_REASONS)[number]

/** One value that a report states. */
export interface LabResult {
  /** Name as printed. */
  readonly test: string
  /** LOINC. */
  readonly code: string | null
  readonly analyteKey: string | null
  /** Heading that the row stands under, as printed. */
  readonly section: string | null
  /** As printed: "5,100", "<0.01", "Trace", "1-2". */
  readonly value: string
  readonly valueNumber: number | null
  readonly comparator: '<' | '<=' | '>' | '>=' | null
  /** UCUM. */
  readonly unit: string | null
  /** As printed; `null` where the row prints none. */
  readonly unitPrinted: string | null
  /** Bounds of the printed range that holds for this person, in the value's unit. */
  readonly referenceLow: number | null
  readonly referenceHigh: number | null
  /** The whole printed range. */
  readonly referenceText: string | null
  /** The report's own mark: "H", "Low", "Borderline", or "bold" where the report says that bold marks abnormal values. */
  readonly flagPrinted: string | null
  /** Ours, from the printed range or else our own. */
  readonly flag: Flag
  /** Whether the report's mark says something else than its range. */
  readonly flagDisagrees: boolean
  /** Page number from 1. */
  readonly page: number
  /** Fractions of the page as uploaded. */
  readonly box: Box
  /** 0 to 1. */
  readonly confidence: number
  readonly needsReview: boolean
  readonly reviewReason: ReviewReason | null
  /** The value that was probably meant, where one suggests itself. */
  readonly candidate: string | null
}

/** The values of `medical_documents.category`. */
export const DOCUMENT_CATEGORIES = [
  'laboratory',
  'radiology',
  'prescription',
  'discharge_summary',
  'insurance',
  'vaccination',
  'other',
] as const
export type DocumentCategory = (typeof DOCUMENT_CATEGORIES)[number]

/** What a document says about itself. Dates are `YYYY-MM-DD`. */
export interface DocumentMetadata {
  readonly category: DocumentCategory
  readonly title: string | null
  /** The sample's date, else the report's, else the only date there is. */
  readonly documentDate: string | null
  readonly sampleDate: string | null
  readonly reportDate: string | null
  readonly patientName: string | null
  /** In whole years. */
  readonly patientAge: number | null
  readonly patientSex: Sex | null
  readonly laboratory: string | null
  /** The doctor who signed or prescribed. */
  readonly doctor: string | null
  /** What the document itself concludes: the impression of a scan, the course of a stay in hospital. As printed. */
  readonly summary: string | null
}

/** A part of the day that a dose belongs to. */
export const DOSE_TIMES = ['morning', 'noon', 'evening', 'night'] as const
export type DoseTime = (typeof DOSE_TIMES)[number]

/** A medicine as a prescription or a discharge summary orders it. What it does not say is `null`. */
export interface ReadMedicine {
  /** As printed, without form and strength: "Glycomet GP 1". */
  readonly name: string
  /** Its active substances, where the name is known. */
  readonly genericName: string | null
  /** Its brand, where the printed name is one that is known. */
  readonly brandName: string | null
  readonly form: MedicineForm | null
  readonly route: 'oral' | 'injection' | 'topical' | 'inhalation' | 'other' | null
  /** "500 mg", "5 mg/5 ml". */
  readonly strength: string | null
  /** What is taken at each of the day's times: "1", "½", "10 ml"; empty where the order names none. */
  readonly doses: readonly { readonly time: DoseTime; readonly amount: string }[]
  /** In words as printed: "1-0-1", "BD", "SOS". */
  readonly frequency: string | null
  /** How often a day, where the order says so. */
  readonly timesPerDay: number | null
  /** Days from one dose to the next where that is more than one: 7 for weekly. */
  readonly everyDays: number | null
  /** Only when it is needed. */
  readonly asNeeded: boolean
  readonly food: 'before' | 'after' | 'with' | 'empty_stomach' | null
  /** Days. */
  readonly durationDays: number | null
  /** Whatever else is written to it. */
  readonly remarks: string | null
}
export type MedicineForm = 'tablet' | 'capsule' | 'liquid' | 'injection' | 'inhaler' | 'patch' | 'other'

/** What a document says that could become part of the record, if its owner wants it. Dates are `YYYY-MM-DD`. */
export type ProposedContent =
  | { readonly kind: 'medication'; readonly medicine: ReadMedicine }
  | { readonly kind: 'condition'; readonly name: string; readonly icdCode: string | null }
  | { readonly kind: 'procedure'; readonly name: string; readonly date: string | null }
  | {
      readonly kind: 'appointment'
      readonly title: string
      readonly date: string | null
      readonly doctor: string | null
    }
  | {
      readonly kind: 'vaccination'
      readonly vaccine: string
      readonly dose: string | null
      readonly date: string | null
    }

export type Proposal = ProposedContent & {
  /** The words that it was read from. */
  readonly printed: string
  readonly page: number
  /** Fractions of the page as uploaded. */
  readonly box: Box
  /** 0 to 1. */
  readonly confidence: number
  readonly needsReview: boolean
  readonly reviewReason: ProposalReviewReason | null
}
export const PROPOSAL_REVIEW_REASONS = [
  'uncertain_reading',
  /** No medicine of this name is known. */
  'unknown_medicine',
  /** How often it is to be taken is not said, or not in a way that is known. */
  'frequency_not_found',
  /** The date is missing or cannot be. */
  'date_not_found',
] as const
export type ProposalReviewReason = (typeof PROPOSAL_REVIEW_REASONS)[number]

export const READ_WARNINGS = [
  /** A page could not be read; the others were. */
  'page_unreadable',
  'page_timeout',
  /** Text recognition was unsure of a whole page. */
  'page_uncertain',
  'no_text_found',
  /** Most of the page is written by hand, or too faint, and cannot be read. */
  'handwriting',
  /** Text recognition failed on the page; a language model wrote down what it shows, and nobody has checked that. */
  'read_by_model',
] as const
export interface ReadWarning {
  readonly code: (typeof READ_WARNINGS)[number]
  readonly page: number
}

/** Grows when the reader learns something that makes it worth reading old documents again. */
export const READER_VERSION = 3

/** Everything that was read from one upload. */
export interface ReadDocument {
  readonly mimeType: ReadableType
  /** SHA-256 of the bytes, in hexadecimal: the same file need not be read twice. */
  readonly contentHash: string
  /** The language that most of the text is in. */
  readonly language: Language
  readonly pages: readonly ReadPage[]
  readonly results: readonly LabResult[]
  readonly proposals: readonly Proposal[]
  readonly metadata: DocumentMetadata
  readonly warnings: readonly ReadWarning[]
}
