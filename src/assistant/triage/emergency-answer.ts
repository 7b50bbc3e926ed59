import { firstAidFor } from '../../clinical/first-aid/index.ts'
import { HELPLINES, type HelplineId } from '../../clinical/helplines.ts'
import type { FormText, LanguageForm } from '../../clinical/language-forms.ts'
import type { RedFlagCategory } from '../../clinical/red-flags/index.ts'
import type { RedFlag } from './triage.ts'

export interface EmergencyContact {
  readonly name: string
  readonly phone: string
  readonly relationship: string
}

export interface EmergencyCall {
  /** For people, in the form of the answer. */
  readonly label: string
  /** As dialled. */
  readonly number: string
}

export interface EmergencyAnswer {
  readonly text: string
  readonly calls: readonly EmergencyCall[]
}

/** How many of the person's own contacts are named. */
const MOST_CONTACTS = 3

/** Whom to call, most important first, where the emergency is not one for 112 and an ambulance alone. */
const CALLS: Readonly<Partial<Record<RedFlagCategory, readonly HelplineId[]>>> = {
  self_harm: ['mental_health', 'emergency'],
  mental_health: ['mental_health', 'emergency'],
  violence: ['emergency', 'women', 'child'],
  poisoning: ['emergency', 'ambulance', 'poison'],
  overdose: ['emergency', 'ambulance', 'poison'],
  pregnancy: ['emergency', 'ambulance', 'mother_child_ambulance'],
  child_danger: ['emergency', 'ambulance', 'mother_child_ambulance'],
}
const USUAL_CALLS: readonly HelplineId[] = ['emergency', 'ambulance']

const CALL_NOW: FormText = {
  en: 'Call {{numbers}} now.',
  hi: 'अभी {{numbers}} पर फ़ोन कीजिए।',
  ta: 'இப்போதே {{numbers}}-க்கு போன் செய்யுங்கள்.',
  'hi-Latn': 'Abhi {{numbers}} par phone kijiye.',
  'ta-Latn': 'Ippove {{numbers}} ku phone pannunga.',
}
const OR: FormText = { en: ' or ', hi: ' या ', ta: ' அல்லது ', 'hi-Latn': ' ya ', 'ta-Latn': ' illana ' }
const UNTIL_HELP: FormText = {
  en: 'Until help is there:',
  hi: 'मदद आने तक:',
  ta: 'உதவி வரும் வரை:',
  'hi-Latn': 'Madad aane tak:',
  'ta-Latn': 'Udhavi varra varai:',
}
const TELL_CONTACTS: FormText = {
  en: 'Tell someone close to you as well: {{contacts}}.',
  hi: 'अपने किसी को भी बताइए: {{contacts}}।',
  ta: 'உங்களுக்கு வேண்டியவரிடமும் சொல்லுங்கள்: {{contacts}}.',
  'hi-Latn': 'Apne kisi ko bhi bataiye: {{contacts}}.',
  'ta-Latn': 'Ungaluku vendiyavanga kittayum sollunga: {{contacts}}.',
}
const DO_NOT_WAIT: FormText = {
  en: 'Do not wait for an answer from me: I cannot examine anybody, and this should be seen at once.',
  hi: 'मेरे जवाब का इंतज़ार मत कीजिए: मैं जाँच नहीं कर सकता, और इसे तुरंत दिखाना ज़रूरी है।',
  ta: 'என் பதிலுக்காகக் காத்திருக்க வேண்டாம்: என்னால் பரிசோதிக்க முடியாது, இதை உடனே டாக்டர் பார்க்க வேண்டும்.',
  'hi-Latn': 'Mere jawab ka intezaar mat kijiye: main jaanch nahi kar sakta, aur ise turant dikhana zaroori hai.',
  'ta-Latn': 'En badhiluku kaathiruka vendam: ennala parisodhika mudiyaadhu, idha udane doctor paakanum.',
}

/** What an emergency measurement was, so that the person knows what the answer is about. */
const BECAUSE_OF_READING: FormText = {
  en: 'A reading says so: {{reading}}.',
  hi: 'जाँच में यह आया है: {{reading}}।',
  ta: 'அளவு இப்படிக் காட்டுகிறது: {{reading}}.',
  'hi-Latn': 'Jaanch mein yeh aaya hai: {{reading}}.',
  'ta-Latn': 'Alavu ippadi kaatudhu: {{reading}}.',
}

/** The three most urgent different categories, in order. */
function categoriesOf(redFlags: readonly RedFlag[]): RedFlagCategory[] {
  const urgent = redFlags.filter(({ level }) => level === 'emergency')
  const categories = (urgent.length > 0 ? urgent : redFlags).map(({ category }) => category)
  return [...new Set(categories)]
}

/**
 * The answer to an emergency, from reviewed texts alone. Its first line says whom to call; then what to do until help
 * is there, for the most urgent of what was found; then the person's own contacts.
 */
export function emergencyAnswer(question: {
  readonly form: LanguageForm
  readonly redFlags: readonly RedFlag[]
  readonly contacts: readonly EmergencyContact[]
}): EmergencyAnswer {
  const { form, redFlags } = question
  const categories = categoriesOf(redFlags)
  // Somebody who took tablets to die needs an ambulance first, and then a voice.
  const lead =
    categories.find((category) => category === 'overdose' || category === 'poisoning') ?? categories[0] ?? 'general'
  const helplines = [...new Set([lead, ...categories].flatMap((category) => CALLS[category] ?? USUAL_CALLS))]
  const calls = helplines.map((id) => ({ label: HELPLINES[id].name[form], number: HELPLINES[id].number }))
  // Whoever does the harm may be among the contacts: nobody is told without the person choosing whom.
  const contacts = categories.includes('violence') ? [] : question.contacts.slice(0, MOST_CONTACTS)

  const firstNumbers = (CALLS[lead] ?? USUAL_CALLS).slice(0, 2).map((id) => HELPLINES[id])
  const numbers = firstNumbers
    .map(({ number, id, name }) => (id === 'emergency' || id === 'ambulance' ? number : `${number} (${name[form]})`))
    .join(OR[form])
  const reading = redFlags.find(({ id, level }) => level === 'emergency' && id.startsWith('reading_'))
  const lines = [
    CALL_NOW[form].replace('{{numbers}}', numbers),
    ...(reading === undefined ? [] : [BECAUSE_OF_READING[form].replace('{{reading}}', reading.matched)]),
    '',
    UNTIL_HELP[form],
    ...firstAidFor(lead)
      .steps[form].split('\n')
      .map((step) => `• ${step}`),
  ]
  if (lead !== 'self_harm' && categories.includes('self_harm')) {
    const [kindWord = ''] = firstAidFor('self_harm').steps[form].split('\n')
    lines.push('', kindWord)
  }
  if (contacts.length > 0) {
    const named = contacts.map(({ name, phone }) => `${name} (${phone})`).join(', ')
    lines.push('', TELL_CONTACTS[form].replace('{{contacts}}', named))
  }
  if (lead !== 'self_harm' && lead !== 'violence') lines.push('', DO_NOT_WAIT[form])
  return {
    text: lines.join('\n'),
    calls: [...calls, ...contacts.map(({ name, phone }) => ({ label: name, number: phone }))],
  }
}
