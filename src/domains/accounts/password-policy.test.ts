import { expect, it } from 'vitest'
import { checkPassword } from './password-policy.ts'

const person = { name: 'Meena Raman', email: 'meena.raman@example.org' }

it.each([
  '1234567890',
  '0987654321',
  'abcdefghijklm',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'Password123!',
  'password2026',
  'P@ssw0rd2026',
  '123qwerty456',
  'Swasthwrap1!',
  '1q2w3e4r5t',
  'Butterfly2026!',
  'basketball',
  '9840012345',
  '12/03/1985',
  'meena.raman@example.org',
  'Meena.Raman1985',
  'MEENA RAMAN',
])('refuses %j', (password) => {
  expect(() => checkPassword(password, person)).toThrow('validation-failed')
})

it.each([
  'a long pass phrase',
  'correct horse battery staple',
  'நான் காலையில் நடப்பேன்',
  'मैं रोज़ सुबह चलती हूँ',
  '6f0d2c1e-8a47-4c55-9b30-1f2e3d4c5b6a',
  'password of my bicycle',
  '14159265358979323846',
])('accepts %j', (password) => {
  expect(() => checkPassword(password, person)).not.toThrow()
})
