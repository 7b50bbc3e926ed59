import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import i18next, { type TFunction } from 'i18next'
import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'

const localesDirectory = fileURLToPath(new URL('../../../locales', import.meta.url))

/** Reads `locales/<form>/<namespace>.json` of every form that has a folder. */
function readResources(): Record<string, Record<string, object>> {
  const resources: Record<string, Record<string, object>> = {}
  for (const form of readdirSync(localesDirectory)) {
    const namespaces: Record<string, object> = {}
    for (const file of readdirSync(path.join(localesDirectory, form))) {
      namespaces[path.basename(file, '.json')] = JSON.parse(
        readFileSync(path.join(localesDirectory, form, file), 'utf8'),
      ) as object
    }
    resources[form] = namespaces
  }
  return resources
}

const instance = i18next.createInstance()
await instance.init({
  resources: readResources(),
  supportedLngs: LANGUAGE_FORMS,
  // A romanised form has folders only for the assistant's own words; the rest falls back to the language's own script.
  fallbackLng: { 'hi-Latn': ['hi', 'en'], 'ta-Latn': ['ta', 'en'], default: ['en'] },
  load: 'currentOnly',
  ns: [],
  // Texts go to JSON and plain text; what renders HTML escapes it there.
  interpolation: { escapeValue: false },
  returnNull: false,
})

const translators = new Map<LanguageForm, TFunction>(LANGUAGE_FORMS.map((form) => [form, instance.getFixedT(form)]))

/** The fixed words of one language form: `translator('ta')('errors:not-found.title')`. */
export function translator(form: LanguageForm): TFunction {
  return translators.get(form) ?? instance.getFixedT('en')
}
