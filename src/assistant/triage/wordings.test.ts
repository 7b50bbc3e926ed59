import { expect, test } from 'vitest'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { FINDINGS, READING_FINDINGS, RED_FLAG_RULES, WORD_CLASSES } from '../../clinical/red-flags/index.ts'
import { CUES } from './cues.ts'
import { compileWordings, Vocabulary } from './wording.ts'

test('every rule rests on findings that there are, and names a source', () => {
  const known = new Set<string>([...Object.keys(FINDINGS), ...READING_FINDINGS])
  const used = RED_FLAG_RULES.flatMap((rule) => [
    ...rule.all.flatMap((group) => group.split(' | ')),
    ...(rule.unless ?? []),
    ...(rule.strong ?? []),
  ])
  expect(used.filter((name) => !known.has(name))).toEqual([])
  expect(RED_FLAG_RULES.filter(({ source }) => source === undefined || source.length < 10)).toEqual([])
  expect(new Set(RED_FLAG_RULES.map(({ id }) => id)).size).toBe(RED_FLAG_RULES.length)
})

test.each(LANGUAGE_FORMS)('every finding, cue and word class is worded in %s', (form) => {
  const silent = [...Object.entries(FINDINGS), ...Object.entries(CUES), ...Object.entries(WORD_CLASSES)].filter(
    ([, wordings]) => (wordings[form] ?? '').trim() === '',
  )
  expect(silent.map(([name]) => name)).toEqual([])
})

test('no wording that stands alone is the beginning of half the dictionary', () => {
  const tooShort: string[] = []
  for (const [name, finding] of Object.entries(FINDINGS)) {
    const { evenIfAsked: _, figurative: __, ...wordings } = finding
    const vocabulary = new Vocabulary()
    for (const { parts } of compileWordings(wordings, vocabulary, WORD_CLASSES)) {
      const [element, ...others] = parts.flat()
      if (others.length > 0 || element?.kind !== 'words') continue
      for (const id of element.literals) {
        const literal = vocabulary.literals[id]
        if (literal?.prefix === true && literal.form.endsWith('-Latn') && literal.key.length < 4)
          tooShort.push(`${name}: ${literal.key}*`)
      }
    }
  }
  expect(tooShort).toEqual([])
})
