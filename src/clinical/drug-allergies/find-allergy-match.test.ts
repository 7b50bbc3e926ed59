import { describe, expect, it } from 'vitest'
import { findAllergyMatches } from './find-allergy-match.ts'

describe('findAllergyMatches', () => {
  it.each([
    [['Amoxicillin 500'], 'Penicillin', 'J01C'],
    [['Augmentin 625 Duo', 'amoxicillin and clavulanic acid'], 'penicillin allergy', 'J01C'],
    [['Moxikind-CV'], 'पेनिसिलिन', 'J01C'],
    [['Moxikind-CV'], 'பென்சிலின்', 'J01C'],
    [['Septran DS'], 'Sulfa drugs', 'J01E'],
    [['Combiflam'], 'Aspirin', 'M01A'],
    [['Dolo 650'], 'paracetamol', 'N02BE'],
  ])('%j is kin to an allergy to %s', (names, substance, atc) => {
    expect(findAllergyMatches(names, [substance])).toMatchObject([{ substance, group: { atc } }])
  })

  it.each([
    [['Metformin 500'], 'metformin'],
    [['Telma 40', 'Telmisartan'], 'TELMISARTAN tablets'],
    [['Ibuprofen'], 'Ibuprofen (rash)'],
  ])('%j names the substance %s', (names, substance) => {
    expect(findAllergyMatches(names, [substance])).toEqual([{ substance }])
  })

  it.each([
    [['Metformin 500'], 'Penicillin'],
    [['Amoxicillin'], 'peanuts'],
    [['Azithromycin'], 'Amoxicillin'],
    [['Vitamin D3'], 'egg, dust and pollen'],
  ])('%j has nothing to do with %s', (names, substance) => {
    expect(findAllergyMatches(names, [substance])).toEqual([])
  })
})
