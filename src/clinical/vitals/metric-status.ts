import type { MetricStatus, MetricType, Reading } from './metric-type.ts'
import { canonicalReading } from './metric-units.ts'
import {
  AAP_2017,
  ADA,
  AHA_PULSE,
  DIPSI,
  IHCI,
  ISH_2020,
  MISRA_2009,
  NCEP,
  NHS_FEVER,
  NHS_HYPOTHERMIA,
  NHS_LOW_BP,
  NHS_OXIMETER,
  PALS,
  RSSDI,
  WHO_IMCI,
  WHO_PREGNANCY_BP,
} from './sources.ts'

/** What is known about the person and the measurement. Limits depend on it; what is missing is not guessed. */
export interface ReadingContext {
  readonly ageYears?: number | undefined
  readonly sex?: 'male' | 'female' | undefined
  readonly pregnant?: boolean | undefined
  /** Known diabetes: sugar is then held against the targets of treatment. */
  readonly diabetes?: boolean | undefined
  /** For blood glucose. Unknown counts as random. */
  readonly meal?: 'fasting' | 'before_meal' | 'after_meal' | 'random' | undefined
  /** For a weight, which means something only together with the height. */
  readonly heightCm?: number | undefined
}

export interface StatusResult {
  readonly status: MetricStatus
  /** The document that the limits come from. */
  readonly source: string
}

/** Upper ends of classes in ascending order: the first that the value lies below names the status. */
type Classes = readonly (readonly [below: number, status: MetricStatus])[]

function classify(value: number, classes: Classes, source: string): StatusResult | undefined {
  const found = classes.find(([below]) => value < below)
  return found && { status: found[1], source }
}

const REST = Number.POSITIVE_INFINITY

/**
 * How a reading stands against accepted limits, with the document they come from. `unit` may be any spelling of a unit
 * of the metric. `undefined` where no limits apply (a height, a weight without a height, a child's blood pressure,
 * which goes by percentiles) or the unit is none of the metric's.
 */
export function metricStatus(
  type: MetricType,
  reading: Reading,
  unit: string,
  context: ReadingContext = {},
): StatusResult | undefined {
  const canonical = canonicalReading(type, reading, unit)
  if (!canonical) return undefined
  if ('systolic' in canonical) return type === 'blood_pressure' ? bloodPressure(canonical, context) : undefined
  return STATUS_OF[type](canonical.value, context)
}

const STATUS_OF: Readonly<Record<MetricType, (value: number, context: ReadingContext) => StatusResult | undefined>> = {
  blood_pressure: () => undefined,
  blood_glucose: bloodGlucose,
  weight: (value, context) =>
    context.heightCm === undefined ? undefined : bodyMassIndex(value / (context.heightCm / 100) ** 2, context),
  height: () => undefined,
  bmi: bodyMassIndex,
  heart_rate: heartRate,
  temperature,
  oxygen_saturation: (value) =>
    classify(
      value,
      [
        [93, 'low'],
        [95, 'fair'],
        [REST, 'normal'],
      ],
      NHS_OXIMETER,
    ),
  hba1c,
  cholesterol: (value) =>
    classify(
      value,
      [
        [200, 'normal'],
        [240, 'elevated'],
        [REST, 'high'],
      ],
      NCEP,
    ),
}

/** 140/90 is high in India; below it, 130/85 is high-normal. Either number decides. */
function bloodPressure(
  { systolic, diastolic }: { systolic: number; diastolic: number },
  { ageYears, pregnant }: ReadingContext,
): StatusResult | undefined {
  if (ageYears !== undefined && ageYears < 13) return undefined
  const isTeenager = ageYears !== undefined && ageYears < 18
  const [high, elevated] = isTeenager
    ? [
        { systolic: 130, diastolic: 80 },
        { systolic: 120, diastolic: 80 },
      ]
    : ADULT
  const source = isTeenager ? AAP_2017 : pregnant ? WHO_PREGNANCY_BP : `${ISH_2020}; ${IHCI}`
  if (systolic >= high.systolic || diastolic >= high.diastolic) return { status: 'high', source }
  if (systolic < 90 || diastolic < 60) return { status: 'low', source: NHS_LOW_BP }
  const isElevated = systolic >= elevated.systolic || diastolic >= elevated.diastolic
  return { status: isElevated ? 'elevated' : 'normal', source }
}

const ADULT = [
  { systolic: 140, diastolic: 90 },
  { systolic: 130, diastolic: 85 },
] as const

function bloodGlucose(value: number, { meal, pregnant, diabetes }: ReadingContext): StatusResult | undefined {
  const isFasting = meal === 'fasting' || meal === 'before_meal'
  if (pregnant) {
    return classify(
      value,
      [
        [70, 'low'],
        [isFasting ? 92 : 140, 'normal'],
        [REST, 'high'],
      ],
      DIPSI,
    )
  }
  if (diabetes) {
    const target = isFasting ? 130 : 180
    return classify(
      value,
      [
        [70, 'low'],
        [target + 1, 'stable'],
        [target + 50, 'fair'],
        [REST, 'high'],
      ],
      RSSDI,
    )
  }
  const [normal, elevated] = isFasting ? [100, 126] : [140, 200]
  return classify(
    value,
    [
      [70, 'low'],
      [normal, 'normal'],
      [elevated, 'elevated'],
      [REST, 'high'],
    ],
    ADA,
  )
}

function hba1c(value: number, { diabetes }: ReadingContext): StatusResult | undefined {
  if (diabetes)
    return classify(
      value,
      [
        [4, 'low'],
        [7, 'stable'],
        [8, 'fair'],
        [REST, 'high'],
      ],
      RSSDI,
    )
  return classify(
    value,
    [
      [4, 'low'],
      [5.7, 'normal'],
      [6.5, 'elevated'],
      [REST, 'high'],
    ],
    ADA,
  )
}

/** Indians carry more fat at the same weight, so the limits are lower than elsewhere. Children go by growth charts. */
function bodyMassIndex(value: number, { ageYears, pregnant }: ReadingContext): StatusResult | undefined {
  if (pregnant || (ageYears !== undefined && ageYears < 18)) return undefined
  return classify(
    value,
    [
      [18.5, 'low'],
      [23, 'normal'],
      [25, 'elevated'],
      [REST, 'high'],
    ],
    MISRA_2009,
  )
}

/** Awake and at rest: youngest age in years, lowest and highest normal rate. */
const CHILD_HEART_RATES: readonly (readonly [fromAge: number, low: number, high: number])[] = [
  [12, 60, 100],
  [6, 75, 118],
  [3, 80, 120],
  [1, 98, 140],
  [0, 100, 180],
]

function heartRate(value: number, { ageYears }: ReadingContext): StatusResult | undefined {
  const child = ageYears === undefined ? undefined : CHILD_HEART_RATES.find(([fromAge]) => ageYears >= fromAge)
  const [fromAge, low, high] = child ?? [12, 60, 100]
  return classify(
    value,
    [
      [low, 'low'],
      [high + 1, 'normal'],
      [REST, 'high'],
    ],
    fromAge === 12 ? AHA_PULSE : PALS,
  )
}

function temperature(value: number): StatusResult | undefined {
  if (value < 35) return { status: 'low', source: NHS_HYPOTHERMIA }
  if (value >= 37.5 && value < 38) return { status: 'elevated', source: WHO_IMCI }
  return { status: value < 37.5 ? 'normal' : 'high', source: NHS_FEVER }
}
