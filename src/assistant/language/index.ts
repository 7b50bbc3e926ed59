export { type DetectedLanguage, detectLanguage } from './detect-language.ts'
export { normaliseRomanised, romanise, transliterate } from './romanised.ts'
