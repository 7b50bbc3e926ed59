import { expect, it } from 'vitest'
import { sameName } from './same-name.ts'

it.each([
  ['Asha Raman', 'Mrs. ASHA RAMAN', 'same'],
  ['Asha Raman', 'R. Asha', 'same'],
  ['Asha Raman', 'Asha R', 'same'],
  ['Asha Raman', 'RAMAN ASHA', 'same'],
  ['Asha Raman', 'Asha', 'same'],
  ['Asha Raman', 'आशा रमण', 'same'],
  ['Asha Raman', 'திருமதி ஆஷா ராமன்', 'same'],
  ['Meenakshi Sundaram', 'மீனாட்சி சுந்தரம்', 'same'],
  ['Meenakshi Sundaram', 'S Meenakshi', 'same'],
  ['Lakshmi Narayanan', 'Laxmi Narayanan', 'same'],
  ['லட்சுமி', 'Lakshmi', 'same'],
  ['Mohd Irfan', 'Mohammed Irfan', 'same'],
  ['मोहम्मद इरफ़ान', 'Mohammed Irfan', 'same'],
  ['Anand Kumar', 'ANANDKUMAR', 'same'],
  ['Vijay Singh', 'Mr Vijay Singh S/O Ram Singh', 'same'],
  ['Karthik', 'Kartik', 'same'],
  ['Priya Venkatesan', 'Ms. Priya Venkatesam', 'same'],
  ['Asha Raman', 'Ravi Raman', 'different'],
  ['Asha Raman', 'Mr. Suresh Iyer', 'different'],
  ['Asha Raman', 'Baby of Asha Raman', 'different'],
  ['Asha Raman', 'B/O Asha Raman', 'different'],
  ['Sunita Devi', 'श्रीमती सुनीता शर्मा', 'different'],
  ['Test Person', 'Mr. Rajesh Kumar', 'different'],
  ['Vijay', 'Vasu', 'different'],
  ['Geetha', 'Latha', 'different'],
  ['R. Asha', 'S. Asha', 'different'],
  ['R. K. Asha', 'Asha R', 'same'],
  ['Asha Raman', 'S. Asha', 'different'],
  ['Asha', '', 'unknown'],
  ['Asha', 'Mrs.', 'unknown'],
] as const)('%s and %s: %s', (one, other, expected) => {
  expect(sameName(one, other)).toBe(expected)
  if (expected !== 'unknown') expect(sameName(other, one)).toBe(expected)
})
