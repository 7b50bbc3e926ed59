import { expect, it } from 'vitest'
import { personMatch, subjectOf } from './person-match.ts'

const asha = { name: 'Asha Raman', sex: 'female', ageYears: 67 } as const
const nobody = { patientName: null, patientAge: null, patientSex: null }

it.each([
  [nobody, 'unknown', 'self'],
  [{ ...nobody, patientName: 'Mrs. Asha Raman' }, 'same', 'self'],
  [{ patientName: 'Asha Raman', patientAge: 65, patientSex: 'female' }, 'same', 'self'],
  [{ patientName: 'Asha Raman', patientAge: 32, patientSex: 'female' }, 'different', 'unclear'],
  [{ patientName: 'Asha Raman', patientAge: 67, patientSex: 'male' }, 'different', 'unclear'],
  [{ ...nobody, patientName: 'Ravi Raman' }, 'different', 'unclear'],
  [{ ...nobody, patientAge: 4 }, 'different', 'unclear'],
  [{ ...nobody, patientSex: 'female' }, 'unknown', 'self'],
] as const)('%o', (named, match, subject) => {
  expect(personMatch(named, asha)).toBe(match)
  expect(subjectOf(personMatch(named, asha))).toBe(subject)
})

it('asks nothing by what the account does not say', () => {
  const account = { name: 'Asha Raman', sex: undefined, ageYears: undefined }
  expect(personMatch({ patientName: 'A. Raman', patientAge: 3, patientSex: 'male' }, account)).toBe('same')
})
