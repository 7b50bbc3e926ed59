import type { FormText, LanguageForm } from '../language-forms.ts'
import type { Analyte } from './analyte.ts'
import type { Flag } from './interpret.ts'

const NORMAL: FormText = {
  en: 'This result is in the normal range.',
  hi: 'यह नतीजा सामान्य सीमा में है।',
  ta: 'இந்த அளவு சரியான வரம்புக்குள் உள்ளது.',
  'hi-Latn': 'Yeh result normal range mein hai.',
  'ta-Latn': 'Indha result normal alavula irukku.',
}

const CRITICAL: FormText = {
  en: 'This value is far outside the range. Show it to a doctor today, without waiting.',
  hi: 'यह नतीजा सीमा से बहुत बाहर है। इसे आज ही, बिना देर किए, डॉक्टर को दिखाइए।',
  ta: 'இந்த அளவு வரம்பை விட்டு மிகவும் விலகி உள்ளது. காத்திருக்காமல் இன்றே மருத்துவரிடம் காட்டுங்கள்.',
  'hi-Latn': 'Yeh result range se bahut bahar hai. Ise aaj hi, bina der kiye, doctor ko dikhaiye.',
  'ta-Latn': 'Indha alavu normal-ai vittu romba vilagi irukku. Kaathirukkama innaikke doctor kitta kaatunga.',
}

/** What the test measures and what this flag usually points to, in the given language and script. */
export function explain(analyte: Analyte, flag: Flag, form: LanguageForm): string {
  const { measures, low, high, abnormal } = analyte.meaning
  const parts: (FormText | undefined)[] = [measures]
  if (flag === 'normal') parts.push(NORMAL)
  if (flag === 'low' || flag === 'critical_low') parts.push(low ?? abnormal)
  if (flag === 'high' || flag === 'critical_high') parts.push(high ?? abnormal)
  if (flag === 'abnormal') parts.push(abnormal ?? high)
  if (flag === 'critical_low' || flag === 'critical_high') parts.push(CRITICAL)
  return parts.flatMap((part) => (part ? [part[form]] : [])).join(' ')
}
