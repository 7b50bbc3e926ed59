import { signal } from '@preact/signals'
import i18next, { type ReadCallback, type TFunction } from 'i18next'
import { readSetting, writeSetting } from '../browser/settings.ts'
import { firstLanguage, isLanguage, type Language } from './language.ts'

/**
 * The words of the page, from `locales/<language>/`. Each file is a chunk of its own that is fetched when a screen needs
 * it: `page.json` at the start, the others through {@link loadWords}.
 */
const files = import.meta.glob<object>(
  [
    '../../../locales/{en,hi,ta}/page*.json',
    '../../../locales/{en,hi,ta}/{allergies,appointments,conditions,connected-services,consents,documents,emergency,goals,me,medications,metrics,notifications,trends}.json',
  ],
  { import: 'default' },
)

const LANGUAGE_SETTING = 'language'
const current = signal<{ readonly language: Language; readonly translate: TFunction } | undefined>(undefined)

const backend = {
  type: 'backend' as const,
  init(): void {
    // Nothing to prepare: the files are part of the page.
  },
  read(language: string, namespace: string, done: ReadCallback): void {
    const load = files[`../../../locales/${language}/${namespace}.json`]
    if (!load) {
      done(new Error(`There are no words ${namespace} in ${language}`), null)
      return
    }
    load().then(
      (words) => done(null, words),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  },
}

/** The language that was chosen before, else the browser's. */
function rememberedLanguage(): Language {
  const chosen = readSetting(LANGUAGE_SETTING)
  return isLanguage(chosen) ? chosen : firstLanguage(navigator.languages)
}

/** Fetches files of words that will be asked for soon. @throws where the network fails. */
export async function fetchWords(namespaces: readonly string[]): Promise<void> {
  const language = rememberedLanguage()
  await Promise.all(namespaces.map((namespace) => files[`../../../locales/${language}/${namespace}.json`]?.()))
}

/** Begins in the language that was chosen before, else in the browser's. */
export async function startWords(): Promise<void> {
  const language = rememberedLanguage()
  await i18next.use(backend).init({
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    ns: ['page'],
    defaultNS: 'page',
    // What is shown is text and never HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  show(language)
}

/** Speaks another language from now on, everywhere on the page. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  writeSetting(LANGUAGE_SETTING, language)
  show(language)
}

/** Fetches the words of these files, in the language of the page. @throws where the network fails. */
export async function loadWords(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces([...namespaces])
  const missing = namespaces.find((namespace) => !i18next.hasLoadedNamespace(namespace))
  if (missing !== undefined) throw new Error(`The words ${missing} could not be loaded`)
}

/** One who speaks a language, which need not be the page's. */
export interface Speaker {
  readonly language: Language
  readonly t: typeof t
  readonly has: (key: string) => boolean
}

/** Speaks the page's language. */
export const pageSpeaker = (): Speaker => ({ language: language(), t, has: hasText })

/** Fetches the words of these files in a language that need not be the page's. @throws where the network fails. */
export async function speakerOf(spoken: Language, namespaces: readonly string[]): Promise<Speaker> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      if (i18next.hasResourceBundle(spoken, namespace)) return
      const load = files[`../../../locales/${spoken}/${namespace}.json`]
      if (!load) throw new Error(`There are no words ${namespace} in ${spoken}`)
      i18next.addResourceBundle(spoken, namespace, await load())
    }),
  )
  const translate = i18next.getFixedT(spoken)
  return {
    language: spoken,
    t: (key, values) => translate(key, values ?? {}),
    has: (key) => i18next.exists(key, { lng: spoken }),
  }
}

/** The page's language, also before its words are there. A component that calls it is drawn again when it changes. */
export function language(): Language {
  return current.value?.language ?? rememberedLanguage()
}

/**
 * A text of `page.json`, or of another file as `file:key`. A component that calls it is drawn again when the language
 * changes.
 */
export function t(key: string, values?: Readonly<Record<string, unknown>>): string {
  return current.value?.translate(key, values ?? {}) ?? ''
}

/** Whether there is a text under this key. */
export function hasText(key: string): boolean {
  return current.value !== undefined && i18next.exists(key)
}

function show(language: Language): void {
  document.documentElement.lang = language
  current.value = { language, translate: i18next.getFixedT(language) }
}
