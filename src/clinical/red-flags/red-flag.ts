import type { LanguageForm } from '../language-forms.ts'

/** How soon a person needs care. `urgent` means today. */
export type UrgencyLevel = 'emergency' | 'urgent' | 'routine' | 'self_care'

/**
 * Wordings of one thing, per form. Alternatives are separated by ` | `; within one alternative stand
 *
 * - `word`   that word; native scripts and romanised spellings are compared with their varieties folded
 * - `stem*`  any word that begins so
 * - `a|b`    either, with no spaces around the bar
 * - `@name`  any wording of that word class
 * - `#many`  a number of eight or more; `#number` any number
 * - `~`      up to four other words
 * - `&`      the parts before and after it in either order, up to five other words between them
 *
 * An alternative never reaches across a comma, a full stop or a "but". `any` holds wordings made of word classes only,
 * which is how mixed messages ("chest me dard", "nenju pain") are understood.
 */
export type Wordings = Readonly<Partial<Record<LanguageForm | 'any', string>>>

/** Words that mean the same, in all five forms. */
export type WordClasses = Readonly<Record<string, Readonly<Record<LanguageForm, string>>>>

/** A symptom, sign, event or circumstance that a message may state. */
export interface Finding extends Wordings {
  /** Counts even where the sentence is a question for information: "how many tablets does it take to die?" */
  readonly evenIfAsked?: boolean
  /** Not meant as it sounds ("dying to know"): what these words cover states no other finding. */
  readonly figurative?: boolean
}
/** Findings that a measurement makes, for rules to combine with what is said. */
export const READING_FINDINGS = [
  'reading_low_pressure',
  'reading_quick_heart',
  'reading_fast_heart',
  'reading_low_oxygen',
  'reading_fever',
  'reading_high_sugar',
  'reading_low_sugar',
] as const
export type ReadingFinding = (typeof READING_FINDINGS)[number]
export type Findings = Readonly<Record<string, Finding>>

/** Whom a rule is about, where it is not everybody. Ages in years. */
export interface RulePerson {
  readonly minimumAge?: number
  /** Exclusive. */
  readonly belowAge?: number
  readonly pregnant?: boolean
  readonly sex?: 'female' | 'male'
}

/** One clinical rule. It holds where every group has a finding that the message states; rules only ever raise. */
export interface RedFlagRule {
  readonly id: string
  readonly level: UrgencyLevel
  /** Which first-aid text answers it. */
  readonly category: RedFlagCategory
  readonly source: string
  /** Each entry is a finding, or several separated by ` | ` of which one must be stated. */
  readonly all: readonly string[]
  /** Findings of `all` that do not count here where they are called mild, slight, little. */
  readonly strong?: readonly string[]
  /** The rule does not hold where one of these is stated: the milder reading of the same words. */
  readonly unless?: readonly string[]
  readonly person?: RulePerson
}

export const RED_FLAG_CATEGORIES = [
  'cardiac', 'stroke', 'breathing', 'choking', 'bleeding', 'unconscious', 'seizure', 'poisoning', 'overdose', 'snake_bite',
  'scorpion_sting', 'animal_bite', 'insect_sting', 'anaphylaxis', 'self_harm', 'pregnancy', 'child_danger', 'abdomen', 'head_injury', 'trauma',
  'fracture', 'burn', 'electrocution', 'drowning', 'meningitis', 'sepsis', 'fever', 'dehydration', 'dengue', 'low_sugar',
  'high_sugar', 'heat_stroke', 'vision', 'eye_injury', 'testicular', 'violence', 'headache', 'high_blood_pressure', 'low_oxygen', 'limb_ischaemia',
  'mental_health', 'infection', 'general',
] as const // biome-ignore format: one list
export type RedFlagCategory = (typeof RED_FLAG_CATEGORIES)[number]
