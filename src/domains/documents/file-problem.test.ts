import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../clinical/language-forms.ts'
import { READ_LIMITS } from '../../reader/index.ts'
import { FileProblems } from './document.ts'
import { fileProblemText } from './file-problem.ts'

const types = Object.values(FileProblems).map(({ type }) => type)

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(types)('%s says what happened and what to do', (type) => {
    const text = fileProblemText(type, language)
    expect(text).not.toMatch(/file-|\{\{|undefined/)
    expect(text.split(/[.।] /).length).toBeGreaterThan(1)
  })

  it.each([
    ['file-too-large', READ_LIMITS.bytes / 1024 / 1024],
    ['file-has-too-many-pages', READ_LIMITS.pages],
    ['file-has-too-many-pixels', READ_LIMITS.pixels / 1_000_000],
  ])('%s names the limit that holds', (type, limit) => {
    expect(fileProblemText(type, language)).toContain(` ${limit} `)
  })
})
