import { chooseLanguage } from '../api/session.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/language.ts'
import { language, t } from '../words/words.ts'

/** The three languages, each in its own letters, so that it is found by whoever cannot read the others. */
export function LanguageSwitch() {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('common.language')}</legend>
      {LANGUAGES.map((code) => (
        <label class="segments__choice" key={code}>
          <input
            class="visually-hidden"
            type="radio"
            name="language"
            value={code}
            checked={language() === code}
            onChange={() => void chooseLanguage(code)}
          />
          <span lang={code}>{LANGUAGE_NAMES[code]}</span>
        </label>
      ))}
    </fieldset>
  )
}
