export const LANGUAGES = ['en', 'hi', 'ta'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी', ta: 'தமிழ்' }

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text)

/** The first of the preferred languages (BCP 47 tags) that the page speaks. */
export function firstLanguage(preferred: readonly string[]): Language {
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}
