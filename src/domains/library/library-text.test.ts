import { describe, expect, test } from 'vitest'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { libraryText, passagesOf, readFrontMatter } from './library-text.ts'
import { starterTexts } from './starter-library.ts'

const place = { collection: 'test', document: 'a.md' }

describe('a text', () => {
  test('is read with where it comes from', () => {
    const { fields, body } = readFrontMatter('---\ntitle: "Dengue"\nsource: WHO\nlanguage: en\n---\n\nA fever.\n')
    expect(libraryText(place, fields, body)).toEqual({
      ...place,
      language: 'en',
      title: 'Dengue',
      source: 'WHO',
      url: undefined,
      text: 'A fever.',
    })
  })

  test.each([
    ['source', '---\ntitle: Dengue\nlanguage: en\n---\nA fever.'],
    ['title', 'A fever.'],
    ['language', '---\ntitle: Dengue\nsource: WHO\n---\nA fever.'],
    ['must be in en, hi, ta, hi-Latn, ta-Latn', '---\ntitle: Dengue\nsource: WHO\nlanguage: fr\n---\nA fever.'],
    ['has no text', '---\ntitle: Dengue\nsource: WHO\nlanguage: en\n---\n'],
  ])('without its %s is refused', (missing, file) => {
    const { fields, body } = readFrontMatter(file)
    expect(() => libraryText(place, fields, body)).toThrow(missing)
  })

  test('is cut between paragraphs, and a long paragraph between sentences', () => {
    const sentence = 'Wash your hands with soap and water before you eat. '
    const passages = passagesOf(`Short.\n\n${sentence.repeat(60)}\n\nEnd.`)
    expect(passages.length).toBeGreaterThan(2)
    for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(1_200)
    expect(passages.join(' ').replace(/\s+/g, ' ')).toBe(`Short. ${sentence.repeat(60)}End.`)
  })
})

const LATIN = /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u

test('the texts that come with the product are there in every language, with sources', async () => {
  const texts = await starterTexts()
  const documents = (language: string) =>
    texts.filter((text) => text.language === language).map((text) => text.document)
  for (const language of LANGUAGE_FORMS) expect(documents(language)).toEqual(documents('en'))
  expect(documents('en').length).toBeGreaterThanOrEqual(12)
  const script = { en: LATIN, hi: /[ऀ-ॿ]/, ta: /[஀-௿]/, 'hi-Latn': LATIN, 'ta-Latn': LATIN }
  for (const { text, language, url, source } of texts) {
    expect(text).toMatch(script[language])
    expect(url).toMatch(/^https:\/\//)
    expect(source).toMatch(/WHO|NHS|Ministry/)
    expect(passagesOf(text)).toHaveLength(1)
  }
})
