import type { ReadingContext } from './metric-status.ts'
import type { MetricType, Reading } from './metric-type.ts'
import { canonicalReading, isPossibleReading } from './metric-units.ts'
import {
  ACC_AHA_2017,
  ADA,
  ADA_CRISIS,
  AHA_SHOCK,
  CDC_DKA,
  IHCI,
  MSD_FEVER,
  NEWS2,
  NHS_FEVER,
  NHS_HYPOTHERMIA,
  NHS_OXIMETER,
  PALS,
  WHO_PNEUMONIA,
  WHO_PREGNANCY_BP,
} from './sources.ts'

/** Help now, or a doctor today. */
type Urgency = 'emergency' | 'urgent'

interface ReadingUrgency {
  readonly urgency: Urgency
  /** The document that the danger limit comes from. */
  readonly source: string
}

interface Danger extends ReadingUrgency {
  readonly applies: (value: number, person: ReadingContext) => boolean
}

const isBaby = ({ ageYears }: ReadingContext) => ageYears !== undefined && ageYears < 0.25
const isInfant = ({ ageYears }: ReadingContext) => ageYears !== undefined && ageYears < 0.5
const isChild = ({ ageYears }: ReadingContext) => ageYears !== undefined && ageYears < 12

/** Worst first: the first that applies counts. Values in the metric's canonical unit. */
const DANGERS: Readonly<Partial<Record<MetricType, readonly Danger[]>>> = {
  blood_glucose: [
    { urgency: 'emergency', source: ADA, applies: (value) => value < 54 },
    { urgency: 'emergency', source: ADA_CRISIS, applies: (value) => value >= 600 },
    { urgency: 'emergency', source: CDC_DKA, applies: (value, person) => value > 300 && person.pregnant === true },
    { urgency: 'urgent', source: CDC_DKA, applies: (value) => value > 300 },
    { urgency: 'urgent', source: ADA, applies: (value) => value < 70 },
  ],
  oxygen_saturation: [
    { urgency: 'emergency', source: NHS_OXIMETER, applies: (value) => value <= 92 },
    { urgency: 'urgent', source: NHS_OXIMETER, applies: (value) => value < 95 },
  ],
  heart_rate: [
    { urgency: 'emergency', source: PALS, applies: (value, person) => isChild(person) && value < 60 },
    {
      urgency: 'emergency',
      source: PALS,
      applies: (value, { ageYears }) => ageYears !== undefined && value >= (ageYears < 1 ? 220 : 180) && ageYears < 12,
    },
    { urgency: 'urgent', source: NEWS2, applies: (value, person) => !isChild(person) && (value <= 40 || value >= 131) },
  ],
  temperature: [
    { urgency: 'emergency', source: NHS_FEVER, applies: (value, person) => isBaby(person) && value >= 38 },
    { urgency: 'emergency', source: NHS_HYPOTHERMIA, applies: (value) => value < 35 },
    { urgency: 'emergency', source: MSD_FEVER, applies: (value) => value > 41 },
    { urgency: 'urgent', source: NHS_FEVER, applies: (value, person) => isInfant(person) && value >= 39 },
    { urgency: 'urgent', source: NEWS2, applies: (value) => value > 39 },
  ],
}

/** A blood pressure of which only the upper number is known says something too. */
type UrgencyReading = Reading | { readonly systolic: number }

/**
 * Whether a reading by itself calls for help now (emergency) or a doctor today (urgent). `unit` may be any spelling of
 * a unit of the metric. Age and pregnancy shift the limits. Impossible readings say nothing. This only ever raises
 * urgency: `undefined` is not "all is well".
 */
export function readingUrgency(
  type: MetricType,
  reading: UrgencyReading,
  unit: string,
  person: ReadingContext = {},
): ReadingUrgency | undefined {
  if ('systolic' in reading) return isPressure(type, reading, unit) ? pressureUrgency(reading, person) : undefined
  if (!isPossibleReading(type, reading, unit)) return undefined
  const canonical = canonicalReading(type, reading, unit)
  if (!canonical || 'systolic' in canonical) return undefined
  return worst(DANGERS[type] ?? [], canonical.value, person)
}

/** The same for breaths a minute, which the record keeps no metric for. Children breathe faster: adults only. */
export function breathingUrgency(perMinute: number, person: ReadingContext = {}): ReadingUrgency | undefined {
  const isPossible = perMinute >= 0 && perMinute <= 120
  return isPossible && !isChild(person) ? worst(BREATHING, perMinute, person) : undefined
}

const BREATHING: readonly Danger[] = [
  { urgency: 'emergency', source: WHO_PNEUMONIA, applies: (value) => value > 30 },
  { urgency: 'emergency', source: NEWS2, applies: (value) => value <= 8 },
  { urgency: 'urgent', source: NEWS2, applies: (value) => value >= 25 },
]

function worst(dangers: readonly Danger[], value: number, person: ReadingContext): ReadingUrgency | undefined {
  const danger = dangers.find(({ applies }) => applies(value, person))
  return danger && { urgency: danger.urgency, source: danger.source }
}

function isPressure(type: MetricType, reading: { systolic: number; diastolic?: number }, unit: string): boolean {
  const diastolic = reading.diastolic ?? reading.systolic - 1
  return type === 'blood_pressure' && isPossibleReading(type, { systolic: reading.systolic, diastolic }, unit)
}

function pressureUrgency(
  { systolic, diastolic = 0 }: { systolic: number; diastolic?: number },
  { ageYears, pregnant }: ReadingContext,
): ReadingUrgency | undefined {
  if (pregnant && (systolic >= 160 || diastolic >= 110)) return { urgency: 'emergency', source: WHO_PREGNANCY_BP }
  if (pregnant && (systolic >= 140 || diastolic >= 90)) return { urgency: 'urgent', source: WHO_PREGNANCY_BP }
  if (systolic >= 180 || diastolic >= 120) return { urgency: 'emergency', source: ACC_AHA_2017 }
  if (diastolic >= 110) return { urgency: 'urgent', source: IHCI }
  if (ageYears !== undefined && ageYears < 16) return undefined
  if (systolic <= 80) return { urgency: 'emergency', source: AHA_SHOCK }
  return systolic <= 90 ? { urgency: 'urgent', source: NEWS2 } : undefined
}
