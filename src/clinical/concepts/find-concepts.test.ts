import { describe, expect, test } from 'vitest'
import { CONCEPTS, conceptById, findConcepts } from './find-concepts.ts'

const ids = (text: string, language?: 'en' | 'hi' | 'ta') =>
  findConcepts(text, language).map(({ concept }) => concept.id)

describe('a thing is the same concept however it is written', () => {
  test.each([
    ['blood_glucose', ['sugar', 'शुगर', 'सुगर', 'சுகர்', 'சர்க்கரை', 'shugar', 'sarkarai', 'sakkarai']],
    ['blood_pressure', ['BP', 'बीपी', 'ब्लड प्रेशर', 'பிபி', 'இரத்த அழுத்தம்', 'ratha azhutham']],
    ['fever', ['fever', 'बुखार', 'காய்ச்சல்', 'bukhar', 'bukhaar', 'kaichal', 'kaaichal']],
    ['metformin', ['metformin', 'मेटफॉर्मिन', 'மெட்ஃபார்மின்', 'Glycomet']],
    ['medication', ['tablets', 'दवाइयाँ', 'மாத்திரைகள்', 'dawai', 'maathirai', 'marundhu']],
  ])('%s', (id, spellings) => {
    for (const spelling of spellings) expect(ids(spelling), spelling).toContain(id)
  })
})

describe('endings do not hide a word', () => {
  test.each([
    ['BPku', 'blood_pressure', 'ta'],
    ['ரத்தத்தில்', 'blood', 'ta'],
    ['மருந்துகளை', 'medication', 'ta'],
    ['டெங்குவால்', 'dengue', 'ta'],
    ['दमे', 'asthma', 'hi'],
    ['गुर्दों', 'kidney', 'hi'],
    ['हड्डियाँ', 'bones', 'hi'],
    ['dawaiyon', 'medication', 'hi'],
  ] as const)('%s', (word, id, language) => {
    expect(ids(word, language)).toContain(id)
  })
})

test.each([
  ['mera sugar kitna hai', 'hai is no "high"', 'flag.high'],
  ['Star Health insurance policy', 'Star is no "level" in an English text', 'ask.how_much'],
  ['5 mg once a day', 'mg is no magnesium', 'analyte:magnesium'],
  ['up to 200', 'to is no Widal test', 'analyte:widal_typhi_o'],
])('words of grammar and of other languages stay what they are: %s', (text, _why, id) => {
  expect(ids(text)).not.toContain(id)
})

test('the longest name wins, with its place in the text', () => {
  const text = 'my vitamin d is low'
  const [, vitamin] = findConcepts(text, 'en')
  expect(vitamin?.concept.id).toBe('vitamin_d')
  expect(text.slice(vitamin?.start, vitamin?.end)).toBe('vitamin d')
  expect(ids(text, 'en')).not.toContain('vitamin')
})

test('ids are unique and what a concept belongs to exists', () => {
  expect(new Set(CONCEPTS.map(({ id }) => id)).size).toBe(CONCEPTS.length)
  const groups = new Set(['clotting', 'pancreas', 'hormones', 'tumour_markers', 'inflammation'])
  const unknown = CONCEPTS.flatMap(({ broader }) => broader).filter((id) => !conceptById(id) && !groups.has(id))
  expect([...new Set(unknown)]).toEqual([])
})

test('every concept people name can be said in all three languages', () => {
  const speechless = CONCEPTS.filter(
    ({ id, kind, spellings }) =>
      !id.startsWith('analyte:') && kind !== 'medicine' && (spellings.hi.length === 0 || spellings.ta.length === 0),
  )
  expect(speechless.map(({ id }) => id)).toEqual([])
})
