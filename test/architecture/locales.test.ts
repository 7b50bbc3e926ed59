import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const locales = fileURLToPath(new URL('../../locales', import.meta.url))

/** Every key of a locale file with its interpolations, plural suffixes folded: Tamil and Hindi count as English does. */
function words(file: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, key ? `${key}.${name}` : name)
    } else {
      found.set(key.replace(/_(zero|one|two|few|many|other)$/, ''), String(value))
    }
  }
  walk(JSON.parse(readFileSync(path.join(locales, file), 'utf8')), '')
  return found
}

const interpolations = (text: string): string[] => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort()
const namespaces = readdirSync(path.join(locales, 'en'))
const romanised = ['hi-Latn', 'ta-Latn'].flatMap((form) =>
  readdirSync(path.join(locales, form)).map((file) => [form, file] as const),
)

describe('locales', () => {
  it.each(['hi', 'ta'])('%s has the files of en', (form) => {
    expect(readdirSync(path.join(locales, form)).sort()).toEqual([...namespaces].sort())
  })

  it.each([...['hi', 'ta'].flatMap((form) => namespaces.map((file) => [form, file] as const)), ...romanised])(
    '%s/%s has the keys and interpolations of en, and words of its own',
    (form, file) => {
      const english = words(`en/${file}`)
      const other = words(`${form}/${file}`)
      expect([...other.keys()].sort()).toEqual([...english.keys()].sort())
      const differing = [...english].filter(
        ([key, text]) => String(interpolations(text)) !== String(interpolations(other.get(key) ?? '')),
      )
      expect(differing).toEqual([])
      expect([...other.values()].filter((text) => text.trim() === '')).toEqual([])
    },
  )

  const scripts = { hi: /\p{Script=Devanagari}/u, ta: /\p{Script=Tamil}/u }
  it.each((['hi', 'ta'] as const).flatMap((form) => namespaces.map((file) => [form, file] as const)))(
    '%s/%s is written in its own script',
    (form, file) => {
      // A text of interpolations and numbers alone has no script.
      const foreign = [...words(`${form}/${file}`)].filter(
        ([, text]) =>
          /\p{Letter}{3,}/u.test(text.replace(/\{\{[^}]+\}\}|Swasthwrap/g, '')) && !scripts[form].test(text),
      )
      expect(foreign).toEqual([])
    },
  )

  it.each(romanised)('%s/%s is written in Latin letters', (form, file) => {
    const foreign = [...words(`${form}/${file}`)].filter(([, text]) =>
      /[\p{Script=Devanagari}\p{Script=Tamil}]/u.test(text),
    )
    expect(foreign).toEqual([])
  })
})
