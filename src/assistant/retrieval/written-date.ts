import type { LanguageForm } from '../../clinical/language-forms.ts'

const LOCALES: Readonly<Record<LanguageForm, string>> = {
  en: 'en-IN',
  hi: 'hi-IN',
  ta: 'ta-IN',
  'hi-Latn': 'en-IN',
  'ta-Latn': 'en-IN',
}

const formats = new Map<LanguageForm, Intl.DateTimeFormat>()

/** A day as people write it: "12 March 2026", "12 मार्च 2026". Takes `YYYY-MM-DD` or RFC 3339 with the person's offset. */
export function writtenDate(at: string, form: LanguageForm): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return at
  let format = formats.get(form)
  if (format === undefined) {
    // Latin digits: that is what readers of all three languages use for numbers today.
    format = new Intl.DateTimeFormat(`${LOCALES[form]}-u-nu-latn`, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    formats.set(form, format)
  }
  return format.format(day)
}
