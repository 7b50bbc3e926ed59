import { LANGUAGE_FORMS, type LanguageForm } from '../../src/clinical/language-forms.ts'
import { type Case, KINDS, makeCase, makeRecord, randomNumbers, said } from './grounding.ts'

/**
 * Whether confidence means what it says. Answers of one to four claims about a made-up record, some of them wrong, between
 * sentences that claim nothing, in five forms; how many of the claims were right as they were said is known. In a group of
 * answers with like confidence, that share should be the confidence. Constants are fitted on one half and judged on the other.
 */

const ANSWERS_A_FORM = 240
const SEED = 20261123
/** How likely each claim of an answer is wrong: models are mostly right, and sometimes not at all. */
const SHARES_WRONG = [0, 0, 0, 0.25, 0.5, 1]
const BINS = 5

const ADVICE: Readonly<Record<LanguageForm, readonly string[]>> = {
  en: ['Drink enough water.', 'A short walk every day does good.', 'Show this to your doctor at the next visit.'],
  hi: ['पानी ठीक से पीते रहिए।', 'रोज़ थोड़ा टहलना अच्छा है।', 'अगली बार डॉक्टर को यह दिखाइए।'],
  ta: ['நிறைய தண்ணீர் குடியுங்கள்.', 'தினமும் சிறிது நடப்பது நல்லது.', 'அடுத்த முறை மருத்துவரிடம் இதைக் காட்டுங்கள்.'],
  'hi-Latn': ['Paani theek se peete rahiye.', 'Roz thoda tehelna achha hai.', 'Agli baar doctor ko yeh dikhaiye.'],
  'ta-Latn': [
    'Niraya thanni kudinga.',
    'Dhinamum konjam nadakradhu nalladhu.',
    'Adutha murai doctor kitta idha kaatunga.',
  ],
}

interface Judged {
  readonly confidence: number
  /** `match`, `coverage` and `agreement`, as grounding computes them. */
  readonly parts: Readonly<Record<string, number>>
  /** Share of its claims that were right as they were said. */
  readonly right: number
}

async function judgedAnswers(): Promise<Judged[]> {
  const random = randomNumbers(SEED)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const judged: Judged[] = []
  for (const form of LANGUAGE_FORMS) {
    for (let number = 0; number < ANSWERS_A_FORM; number += 1) {
      const record = makeRecord(random)
      const claims: Case[] = []
      for (const _claim of Array.from({ length: 1 + Math.floor(random() * 4) })) {
        const made = makeCase(form, pick(KINDS), random, record)
        if (made !== undefined) claims.push(made)
      }
      const [first] = claims
      if (first === undefined) continue
      const shareWrong = pick(SHARES_WRONG)
      const isRight = claims.map(() => random() >= shareWrong)
      const sentences = claims.map((claim, at) => claim.frame.replace('#', isRight[at] ? claim.right : claim.wrong))
      for (let advice = Math.floor(random() * 4); advice > 0; advice -= 1)
        sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, pick(ADVICE[form]))
      const { confidence, parts } = await said(sentences.join(' '), first, random)
      judged.push({ confidence, parts, right: isRight.filter(Boolean).length / claims.length })
    }
  }
  return judged
}

const PARTS = ['match', 'coverage', 'agreement'] as const

/** Logistic regression of the share that was right on the parts: what the constants of `confidence.ts` should be. */
function fitted(half: readonly Judged[]): string {
  const weights = [0, 0, 0, 0]
  for (let round = 0; round < 20_000; round += 1) {
    const slopes = [0, 0, 0, 0]
    for (const { parts, right } of half) {
      const values = [1, ...PARTS.map((part) => parts[part] ?? 0)]
      const score = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
      const error = 1 / (1 + Math.exp(-score)) - right
      values.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + error * value
      })
    }
    slopes.forEach((slope, at) => {
      const weight = (weights[at] ?? 0) - (2 * slope) / half.length
      // Evidence behind an answer never makes it less sure.
      weights[at] = at === 0 ? weight : Math.max(0, weight)
    })
  }
  return ['bias', ...PARTS].map((name, at) => `${name} ${(weights[at] ?? 0).toFixed(2)}`).join(', ')
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The suite, as Markdown. */
export async function run(): Promise<string> {
  const judged = await judgedAnswers()
  const [fittedHalf, otherHalf] = [0, 1].map((half) => judged.filter((_answer, at) => at % 2 === half)) as [
    Judged[],
    Judged[],
  ]
  const bins = Array.from({ length: BINS }, (_, bin) =>
    otherHalf.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin),
  )
  const rows = bins.flatMap((answers, bin) => {
    if (answers.length === 0) return []
    const [sure, right] = [mean(answers.map(({ confidence }) => confidence)), mean(answers.map((each) => each.right))]
    return [
      `| ${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)} | ${answers.length} | ${sure.toFixed(2)} | ${right.toFixed(2)} |`,
    ]
  })
  const expectedError =
    bins
      .filter((answers) => answers.length > 0)
      .map((answers) => answers.length * Math.abs(mean(answers.map(({ confidence, right }) => confidence - right))))
      .reduce((sum, each) => sum + each, 0) / otherHalf.length
  return [
    `Own, generated: ${judged.length} answers of one to four claims, some wrong, between sentences that claim nothing. Judged on the half that the constants were not fitted on.`,
    `Expected calibration error: ${expectedError.toFixed(3)}; mean squared difference: ${mean(otherHalf.map(({ confidence, right }) => (confidence - right) ** 2)).toFixed(3)}.`,
    `The other half would set: ${fitted(fittedHalf)}.`,
    '',
    '| confidence | answers | confidence, mean | claims that were right |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}
