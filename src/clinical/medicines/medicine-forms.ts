/** Forms of medicines and ways into the body, as prescriptions in India write them. */
export type MedicineForm = 'tablet' | 'capsule' | 'liquid' | 'injection' | 'inhaler' | 'patch' | 'other'
export type MedicineRoute = 'oral' | 'injection' | 'topical' | 'inhalation' | 'other'

interface FormWords {
  readonly form: MedicineForm
  readonly route: MedicineRoute
  /** As regular expressions, without what stands around them. */
  readonly words: readonly string[]
}

const FORMS: readonly FormWords[] = [
  { form: 'tablet', route: 'oral', words: ['tab(?:let)?s?', 'tb', 'dt', 'गोली', 'गोलियाँ', 'टैब(?:लेट)?', 'मात्रा', 'மாத்திரை(?:கள்)?', 'டேப்(?:லெட்)?'] },
  { form: 'capsule', route: 'oral', words: ['cap(?:sule)?s?', 'कैप्सूल', 'केप्सूल', 'கேப்சூல்', 'காப்ஸ்யூல்'] },
  { form: 'liquid', route: 'oral', words: ['syp', 'syr(?:up)?', 'susp(?:ension)?', 'liq(?:uid)?', 'soln?', 'solution', 'elixir', 'सिरप', 'शरबत', 'सीरप', 'சிரப்', 'மருந்து நீர்'] },
  { form: 'injection', route: 'injection', words: ['inj(?:ection)?s?', 'इंजेक्शन', 'सुई', 'ஊசி', 'இன்ஜெக்ஷன்'] },
  { form: 'inhaler', route: 'inhalation', words: ['inhaler', 'inh', 'mdi', 'rotacaps?', 'respules?', 'neb(?:uli[sz]ation)?', 'इनहेलर', 'இன்ஹேலர்'] },
  { form: 'patch', route: 'topical', words: ['patch(?:es)?', 'पैच', 'பேட்ச்'] },
  { form: 'other', route: 'topical', words: ['oint(?:ment)?', 'cream', 'crm', 'gel', 'lotion', 'ointement', 'मरहम', 'मलहम', 'क्रीम', 'களிம்பு', 'கிரீம்'] },
  { form: 'other', route: 'other', words: ['(?:eye|ear|nasal|e\\/?d)[\\s-]*drops?', 'drops?', 'nasal spray', 'spray', 'supp(?:ository)?', 'pessary', 'gargle', 'mouth ?wash', 'ड्रॉप', 'बूँद', 'சொட்டு(?: மருந்து)?'] },
  { form: 'other', route: 'oral', words: ['sachets?', 'powder', 'pwd', 'granules', 'lozenges?', 'पाउडर', 'सैशे', 'பவுடர்', 'பொடி'] },
] // biome-ignore format: one table

export interface FoundForm {
  readonly form: MedicineForm
  readonly route: MedicineRoute
  readonly start: number
  readonly end: number
}

const LETTER = String.raw`[\p{L}\p{M}]`
const patterns = FORMS.flatMap(({ form, route, words }) => {
  const any = words.join('|')
  return [
    {
      form,
      route,
      leading: new RegExp(String.raw`^[\s\d.)•*#-]{0,8}(?:${any})(?!${LETTER})[.:\s-]*`, 'iu'),
      anywhere: new RegExp(String.raw`(?<!${LETTER})(?:${any})(?!${LETTER})\.?`, 'iu'),
    },
  ]
})

/** "T." and "C." alone are forms only at the very beginning of an order. */
const SHORT: readonly (readonly [RegExp, MedicineForm])[] = [
  [/^[\s\d.)•*#-]{0,8}T\.?\s+(?=\p{Lu})/u, 'tablet'],
  [/^[\s\d.)•*#-]{0,8}C\.?\s+(?=\p{Lu})/u, 'capsule'],
]

/** The form that an order begins with: "1. Tab. …", "Inj …", "गोली …". */
export function leadingForm(text: string): FoundForm | undefined {
  for (const { form, route, leading } of patterns) {
    const match = leading.exec(text)
    if (match) return { form, route, start: 0, end: match[0].length }
  }
  for (const [pattern, form] of SHORT) {
    const match = pattern.exec(text)
    if (match) return { form, route: 'oral', start: 0, end: match[0].length }
  }
  return undefined
}

/** The first form that is named anywhere in a text: "Telma 40 mg tablet". */
export function formIn(text: string): FoundForm | undefined {
  let first: FoundForm | undefined
  for (const { form, route, anywhere } of patterns) {
    const match = anywhere.exec(text)
    if (match && (first === undefined || match.index < first.start)) {
      first = { form, route, start: match.index, end: match.index + match[0].length }
    }
  }
  return first
}
