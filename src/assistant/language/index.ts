export { type DetectedLanguage, detectLanguage } from './detect-language.ts'
export { normaliseRomanised, romanise } from './romanised.ts'
