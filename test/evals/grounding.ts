import { setTimeout as pause } from 'node:timers/promises'
import { ground } from '../../src/assistant/grounding/index.ts'
import { factWords } from '../../src/assistant/retrieval/fact-words.ts'
import { factOfRow } from '../../src/assistant/retrieval/record-facts.ts'
import { writtenDate } from '../../src/assistant/retrieval/written-date.ts'
import type { AgentEvent, Evidence, Fact } from '../../src/assistant/turn/stages.ts'
import { ANALYTES, type Analyte, interpret } from '../../src/clinical/analytes/index.ts'
import { LANGUAGE_FORMS, type LanguageForm } from '../../src/clinical/language-forms.ts'
import { displayUnit } from '../../src/clinical/units/index.ts'

/**
 * Plants wrong numbers, dates, doses, units and ranges into sentences about made-up records, in five forms, and counts how
 * many are withheld; and the same sentences with the right ones, and counts how many pass. Seeded: the same every time.
 */

const CASES_A_FORM = 100
const SEED = 20260312

export interface GroundingFigures {
  readonly wrong: number
  readonly withheld: number
  readonly right: number
  readonly passed: number
  readonly byForm: Readonly<Record<string, { withheld: number; passed: number }>>
  readonly microsecondsASentence: number
  readonly misses: readonly string[]
}

export const KINDS = ['value', 'swapped', 'decimal', 'unit', 'date', 'dose', 'pressure', 'range'] as const
export type Kind = (typeof KINDS)[number]

export interface Case {
  readonly form: LanguageForm
  readonly kind: Kind
  readonly evidence: Evidence
  /** Text with `#` where the claim stands. */
  readonly frame: string
  readonly right: string
  readonly wrong: string
}

/** Mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const MEDICINES = [
  'Metformin',
  'Amlodipine',
  'Telmisartan',
  'Atorvastatin',
  'Levothyroxine',
  'Pantoprazole',
  'Aspirin',
  'Losartan',
]
const DOSES = ['5', '10', '20', '25', '40', '50', '75', '80', '100', '150', '250', '500', '850', '1000']

interface Measured {
  readonly analyte: Analyte
  readonly value: string
  readonly unit: string
  readonly low: number | undefined
  readonly high: number | undefined
  readonly date: string
}

const measurable = ANALYTES.filter(
  ({ scale, ranges, unit }) =>
    scale === 'quantitative' && unit !== '1' && ranges.some(({ low, high }) => low !== undefined || high !== undefined),
)

export function makeRecord(random: () => number) {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const chosen = new Map<string, Analyte>()
  while (chosen.size < 6) {
    const analyte = pick(measurable)
    chosen.set(analyte.key, analyte)
  }
  const dates = ['2025-02-17', '2025-08-04', '2025-11-23', '2026-01-09', '2026-03-12']
  const measured: Measured[] = [...chosen.values()].map((analyte) => {
    const range = analyte.ranges.find(({ low, high }) => low !== undefined || high !== undefined)
    const low = range?.low
    const high = range?.high
    const middle = ((low ?? 0) + (high ?? (low ?? 1) * 2)) / 2 || 1
    const number = middle * (0.4 + random() * 1.6)
    const decimals = middle >= 100 ? 0 : middle >= 10 ? 1 : 2
    return { analyte, value: number.toFixed(decimals), unit: range?.unit ?? analyte.unit, low, high, date: pick(dates) }
  })
  const systolic = 100 + Math.floor(random() * 80)
  const diastolic = 60 + Math.floor(random() * 39)
  const medicines = [...MEDICINES]
    .sort(() => random() - 0.5)
    .slice(0, 3)
    .map((name) => ({ name, dose: pick(DOSES) }))
  return { measured, pressure: `${systolic}/${diastolic}`, medicines, pick }
}

type RecordOf = ReturnType<typeof makeRecord>

function evidenceOf({ measured, pressure, medicines }: RecordOf, form: LanguageForm): Evidence {
  const words = factWords(form)
  const facts: (Fact | undefined)[] = [
    ...measured.map(({ analyte, value, unit, low, high, date }, at) => {
      const { flag } = interpret(analyte, Number(value), unit, { printedRange: { low, high } })
      return factOfRow(
        'document_results',
        {
          id: `r${at}`,
          document_id: `d-${date}`,
          test: analyte.names.en,
          code: analyte.loinc,
          value,
          unit,
          reference_low: low,
          reference_high: high,
          flag: flag === 'unknown' ? null : flag,
          page: 1 + (at % 3),
          document_name: 'Report',
          document_date: date,
        },
        words,
      )
    }),
    factOfRow(
      'health_metrics',
      {
        id: 'm1',
        metric_type: 'blood_pressure',
        value: pressure,
        unit: 'mmHg',
        measured_at: '2026-02-20T08:00:00+05:30',
      },
      words,
    ),
    ...medicines.map(({ name, dose }, at) =>
      factOfRow(
        'medications',
        {
          id: `md${at}`,
          medication_name: name,
          dosage: `${dose} mg`,
          frequency: 'daily',
          start_date: '2024-06-01',
          status: 'active',
        },
        words,
      ),
    ),
  ]
  return { facts: facts.filter((fact) => fact !== undefined), passages: [] }
}

type Sentences = Readonly<Record<LanguageForm, readonly string[]>>

const VALUE: Sentences = {
  en: [
    'Your {name} came out at # {unit}.',
    'On the report, {name} is # {unit}, so let us look at it.',
    'I see {name}: # {unit}.',
    'At # {unit}, your {name} deserves a look.',
  ],
  hi: [
    'आपका {name} # {unit} आया है।',
    'रिपोर्ट में {name} # {unit} लिखा है।',
    '{name}: # {unit}।',
    'आपके {name} की मात्रा # {unit} है, इसे देख लीजिए।',
  ],
  ta: [
    'உங்கள் {name} # {unit} என்று வந்துள்ளது.',
    'ரிப்போர்ட்டில் {name} # {unit} உள்ளது.',
    '{name}: # {unit}.',
    'உங்கள் {name} அளவு # {unit} ஆகும்.',
  ],
  'hi-Latn': [
    'Aapka {name} # {unit} aaya hai.',
    'Report mein {name} # {unit} likha hai.',
    '{name}: # {unit}.',
    'Aapke {name} ki matra # {unit} hai, ise dekh lijiye.',
  ],
  'ta-Latn': [
    'Unga {name} # {unit}-nu vandhirukku.',
    'Report-la {name} # {unit} irukku.',
    '{name}: # {unit}.',
    'Unga {name} alavu # {unit} dhaan.',
  ],
}
const DATE: Sentences = {
  en: ['Your {name} of {value} {unit} was measured on #.', 'On #, {name} was {value} {unit}.'],
  hi: ['# को आपका {name} {value} {unit} था।', '{name} की {value} {unit} वाली जाँच # की है।'],
  ta: ['# அன்று உங்கள் {name} {value} {unit} ஆக இருந்தது.', '{name} {value} {unit} என்பது # எடுத்த பரிசோதனை.'],
  'hi-Latn': ['# ko aapka {name} {value} {unit} tha.', '{name} ki {value} {unit} wali jaanch # ki hai.'],
  'ta-Latn': ['# annaikku unga {name} {value} {unit} irundhuchu.', '{name} {value} {unit} # edutha test.'],
}
const DOSE: Sentences = {
  en: ['You take {name} # mg every day.', 'Your record lists {name}, # mg.'],
  hi: ['आप रोज़ {name} # mg लेते हैं।', 'रिकॉर्ड में {name} # mg लिखी है।'],
  ta: ['நீங்கள் தினமும் {name} # mg எடுக்கிறீர்கள்.', 'உங்கள் பதிவில் {name} # mg உள்ளது.'],
  'hi-Latn': ['Aap roz {name} # mg lete hain.', 'Record mein {name} # mg likhi hai.'],
  'ta-Latn': ['Neenga dhinamum {name} # mg edukkareenga.', 'Unga record-la {name} # mg irukku.'],
}
const PRESSURE: Sentences = {
  en: ['Your last blood pressure was # mmHg.', 'The BP you noted, # mmHg, is the latest one.'],
  hi: ['आपका पिछला ब्लड प्रेशर # mmHg था।', 'बीपी # mmHg लिखा है।'],
  ta: ['உங்கள் கடைசி இரத்த அழுத்தம் # mmHg.', 'பிபி # mmHg என்று பதிவாகியுள்ளது.'],
  'hi-Latn': ['Aapka pichla blood pressure # mmHg tha.', 'BP # mmHg likha hai.'],
  'ta-Latn': ['Unga kadaisi blood pressure # mmHg.', 'BP # mmHg-nu irukku.'],
}
const RANGE: Sentences = {
  en: ['The normal range of {name} on your report is #.', 'For {name} the report prints a range of #.'],
  hi: ['आपकी रिपोर्ट में {name} की सामान्य सीमा # है।', '{name} की छपी हुई सीमा # है।'],
  ta: ['உங்கள் ரிப்போர்ட்டில் {name} சரியான அளவு #.', '{name} வரம்பு # என்று அச்சிடப்பட்டுள்ளது.'],
  'hi-Latn': ['Aapki report mein {name} ki normal range # hai.', '{name} ki chhapi hui range # hai.'],
  'ta-Latn': ['Unga report-la {name} normal alavu #.', '{name} range #-nu potrukku.'],
}

/** One claim about a record, right and wrong; nothing where the record has none of that kind. */
export function makeCase(
  form: LanguageForm,
  kind: Kind,
  random: () => number,
  record: RecordOf = makeRecord(random),
): Case | undefined {
  const { pick, measured, medicines } = record
  const evidence = evidenceOf(record, form)
  const item = pick(measured)
  const name = item.analyte.names[form]
  const unit = displayUnit(item.unit)
  const fill = (frames: Sentences, given: Readonly<Record<string, string>>) =>
    pick(frames[form]).replace(/\{(\w+)\}/g, (_whole, key: string) => given[key] ?? '')
  const digits = (text: string) => (random() < 0.15 ? inScript(text, form) : text)
  const other = (wrong: string, right: string) => Number(wrong) !== Number(right)
  switch (kind) {
    case 'value': {
      const factor = 1 + (random() < 0.5 ? -1 : 1) * (0.06 + random() * 0.5)
      const decimals = item.value.split('.')[1]?.length ?? 0
      const wrong = (Number(item.value) * factor).toFixed(decimals)
      if (!other(wrong, item.value) || Number(wrong) === item.low || Number(wrong) === item.high) return undefined
      return {
        form,
        kind,
        evidence,
        frame: fill(VALUE, { name, unit }),
        right: digits(item.value),
        wrong: digits(wrong),
      }
    }
    case 'decimal': {
      const wrong =
        random() < 0.5
          ? String(Number((Number(item.value) * 10).toPrecision(10)))
          : String(Number((Number(item.value) / 10).toPrecision(10)))
      if (!other(wrong, item.value)) return undefined
      return { form, kind, evidence, frame: fill(VALUE, { name, unit }), right: item.value, wrong }
    }
    case 'swapped': {
      const donor = pick(measured.filter((each) => each !== item))
      if (!other(donor.value, item.value)) return undefined
      return { form, kind, evidence, frame: fill(VALUE, { name, unit }), right: item.value, wrong: donor.value }
    }
    case 'unit': {
      const wrongUnit = pick(['g/dL', 'mg/dL', 'ng/mL', 'mmol/L', 'U/L', 'µg/dL'].filter((each) => each !== unit))
      const frame = fill(VALUE, { name, unit: '' }).replace(/# ?/, '#').replace('  ', ' ')
      return {
        form,
        kind,
        evidence,
        frame: frame.replace('#', '# '),
        right: `${item.value} ${unit}`,
        wrong: `${item.value} ${wrongUnit}`,
      }
    }
    case 'date': {
      const day = new Date(Date.parse(item.date) + (20 + Math.floor(random() * 300)) * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const frame = fill(DATE, { name, unit, value: item.value })
      return { form, kind, evidence, frame, right: writtenDate(item.date, form), wrong: writtenDate(day, form) }
    }
    case 'dose': {
      const medicine = pick(medicines)
      const wrong = pick(DOSES.filter((dose) => dose !== medicine.dose))
      return { form, kind, evidence, frame: fill(DOSE, { name: medicine.name }), right: medicine.dose, wrong }
    }
    case 'pressure': {
      const [high = 0, low = 0] = record.pressure.split('/').map(Number)
      const wrong = random() < 0.5 ? `${high + 7}/${low}` : `${high}/${low + 6}`
      return { form, kind, evidence, frame: fill(PRESSURE, {}), right: record.pressure, wrong }
    }
    case 'range': {
      if (item.low === undefined || item.high === undefined) return undefined
      const own = new Set(item.analyte.ranges.flatMap(({ low, high }) => [low, high]))
      const wrongHigh = Number((item.high * (1.13 + random() * 0.4)).toPrecision(3))
      if (own.has(wrongHigh)) return undefined
      return {
        form,
        kind,
        evidence,
        frame: fill(RANGE, { name }),
        right: `${item.low}–${item.high}`,
        wrong: `${item.low}–${wrongHigh}`,
      }
    }
  }
}

function inScript(text: string, form: LanguageForm): string {
  const zero = form === 'hi' ? 0x0966 : form === 'ta' ? 0x0be6 : undefined
  if (zero === undefined) return text
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
}

/** The part of a claim that differs from the right one: what must not reach the person. */
function wrongPart({ kind, wrong }: Case): string {
  return kind === 'range' ? (wrong.split('–')[1] ?? wrong) : wrong
}

/** What grounding makes of an answer that comes in small pieces, and how sure it is of it. */
export async function said(
  text: string,
  { evidence, form }: Pick<Case, 'evidence' | 'form'>,
  random: () => number,
): Promise<{ readonly text: string; readonly confidence: number; readonly parts: Readonly<Record<string, number>> }> {
  async function* events(): AsyncGenerator<AgentEvent> {
    let rest = text
    while (rest !== '') {
      const length = 1 + Math.floor(random() * 9)
      yield { type: 'text.delta', text: rest.slice(0, length) }
      rest = rest.slice(length)
    }
    yield {
      type: 'finished',
      model: 'm',
      usage: { inputTokens: 0, outputTokens: 0 },
      intent: 'value',
      entities: {},
      suggestions: [],
    }
  }
  let out = ''
  let basis: { confidence: number; parts: Readonly<Record<string, number>> } = { confidence: 0, parts: {} }
  for await (const event of ground(events(), evidence, { form })) {
    if (event.type === 'text.delta') out += event.text
    if (event.type === 'answer.grounded') basis = { confidence: event.confidence, parts: event.confidenceParts }
  }
  return { text: out, ...basis }
}

/** The suite, as Markdown. */
export async function run(): Promise<string> {
  const figures = await measureGrounding()
  const percent = (share: number) => share.toFixed(3)
  const rows = LANGUAGE_FORMS.map((form) => {
    const own = figures.byForm[form]
    return `| ${form} | ${percent(own?.withheld ?? 0)} | ${percent(own?.passed ?? 0)} |`
  })
  return [
    `Own, generated: ${figures.wrong} sentences with a wrong number, date, dose, unit or range, and the same ${figures.right} with the right one.`,
    `Time for one answer of one sentence, with the evidence taken in: ${(figures.microsecondsASentence / 1000).toFixed(2)} ms on average.`,
    '',
    '| form | wrong ones withheld | right ones kept |',
    '|---|---|---|',
    ...rows,
    `| **all** | ${percent(figures.withheld)} | ${percent(figures.passed)} |`,
    '',
    ...figures.misses.map((miss) => `- ${miss}`),
  ].join('\n')
}

export async function measureGrounding(): Promise<GroundingFigures> {
  const random = randomNumbers(SEED)
  const misses: string[] = []
  const byForm: Record<string, { withheld: number; passed: number }> = {}
  let wrong = 0
  let withheld = 0
  let right = 0
  let passed = 0
  let spent = 0
  for (const form of LANGUAGE_FORMS) {
    const own = { withheld: 0, passed: 0 }
    for (let number = 0; number < CASES_A_FORM; ) {
      const kind = KINDS[number % KINDS.length] as Kind
      const made = makeCase(form, kind, random)
      if (made === undefined) continue
      number += 1
      const before = performance.now()
      const { text: falseText } = await said(made.frame.replace('#', made.wrong), made, random)
      const { text: trueText } = await said(made.frame.replace('#', made.right), made, random)
      spent += performance.now() - before
      wrong += 1
      right += 1
      const caught = !containsClaim(falseText, wrongPart(made))
      const kept = trueText.includes(made.right)
      if (caught) own.withheld += 1
      else misses.push(`NOT WITHHELD ${form} ${kind}: ${falseText} (right: ${made.right})`)
      if (kept) own.passed += 1
      else misses.push(`NOT PASSED ${form} ${kind}: ${trueText} (right: ${made.right})`)
    }
    withheld += own.withheld
    passed += own.passed
    byForm[form] = { withheld: own.withheld / CASES_A_FORM, passed: own.passed / CASES_A_FORM }
    await pause(0)
  }
  return {
    wrong,
    withheld: withheld / wrong,
    right,
    passed: passed / right,
    byForm,
    microsecondsASentence: Math.round((spent * 1000) / (wrong + right)),
    misses,
  }
}

function containsClaim(text: string, claim: string): boolean {
  const at = text.indexOf(claim)
  return at >= 0 && !/[\d.]/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + claim.length))
}
