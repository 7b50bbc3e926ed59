import { describe, expect, it } from 'vitest'
import { nearestWords } from './nearest-words.ts'

const vocabulary = [
  ...['metformin', 'diabet', 'jackfruit', 'heart', 'thyroid', 'sugar', 'dawai', 'khansi', 'priya', 'cash', 'report'],
  ...['राजेश', 'मेटफॉर्मिन', 'खांसी', 'चमेल', 'மாத்திரை', 'மெட்ஃபார்மின்'],
]

describe('the word that was meant', () => {
  it.each([
    ['metfromin', ['metformin']],
    ['Metfornin', ['metformin']],
    ['jackfriut', ['jackfruit']],
    ['diabetis', ['diabet'], 'diabeti'],
    ['thyriod', ['thyroid']],
    ['sugra', ['sugar']],
    ['dawaai', ['dawai']],
    ['khaansee', ['khansi', 'खांसी']],
    ['rajesh', ['राजेश']],
    ['raajesh', ['राजेश']],
    ['मेटफोर्मिन', ['metformin', 'मेटफॉर्मिन']],
    ['chameli', ['चमेल']],
    ['maathirai', ['மாத்திரை']],
    ['mathirai', ['மாத்திரை']],
  ])('of %s is %j', (typed, meant, stem = typed.toLowerCase()) => {
    expect(nearestWords(typed, stem, vocabulary)).toEqual(meant)
  })

  it.each(['rash', 'cas', 'xyzzyqwv', 'reports', 'ब्रह्मांडपुराण', 'heather'])('of %s is none of these', (typed) => {
    expect(
      nearestWords(
        typed,
        typed,
        vocabulary.filter((word) => word !== 'report'),
      ),
    ).toEqual([])
  })

  it('is never the word itself', () => {
    expect(nearestWords('metformin', 'metformin', ['metformin'])).toEqual([])
  })
})
