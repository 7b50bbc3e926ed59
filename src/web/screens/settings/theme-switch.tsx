import { setTheme, THEMES, theme } from '../../browser/theme.ts'
import { t } from '../../words/words.ts'

/** Light, dark, or as the phone has it. */
export function ThemeSwitch() {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('page-settings:theme.title')}</legend>
      {THEMES.map((each) => (
        <label class="segments__choice" key={each}>
          <input
            class="visually-hidden"
            type="radio"
            name="theme"
            value={each}
            checked={theme() === each}
            onChange={() => setTheme(each)}
          />
          <span>{t(`page-settings:theme.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
