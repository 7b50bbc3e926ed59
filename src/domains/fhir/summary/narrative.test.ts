import { expect, it } from 'vitest'
import { narrative } from './narrative.ts'

it.each([
  [
    'markup',
    '</li></ul><script>alert("1")</script>',
    '&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;',
  ],
  ['an entity', 'a &amp; b', 'a &amp;amp; b'],
  ['what XML cannot hold', 'a\u0000b\u0007c\ufffed\ud800e', 'abcd\ufffde'],
  ['three scripts', 'मधुमेह நீரிழிவு 😀', 'मधुमेह நீரிழிவு 😀'],
])('%s stays text', (_, said, written) => {
  expect(narrative([said], '', 'en').div).toContain(`<ul><li>${written}</li></ul></div>`)
})

it('says in the language of the reader that there is nothing', () => {
  expect(narrative([], 'कुछ नहीं', 'hi').div).toBe(
    '<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="hi" lang="hi"><p>कुछ नहीं</p></div>',
  )
})
