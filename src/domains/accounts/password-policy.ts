import { createRequire } from 'node:module'
import { type FieldError, Problem, ValidationFailed } from '../../platform/errors/problem.ts'

/**
 * After NIST SP 800-63B: length counts, composition does not, and what everybody would try first is refused.
 * Characters are Unicode code points, so that a pass phrase in Tamil is as welcome as one in English.
 */
export const MINIMUM_PASSWORD_CHARACTERS = 10
export const MAXIMUM_PASSWORD_CHARACTERS = 200

/** Words that passwords guessed first are made of, together with digits and signs around them. */
const GUESSED_FIRST = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'welcome',
  'letmein',
  'administrator',
  'admin',
  'changeme',
  'football',
  'sunshine',
  'princess',
  'swasthwrap',
  'swasth',
  'krishna',
  'ganesh',
  'india',
  'bharat',
  'mother',
  'love',
  'abcdefghij',
  'test',
]

/**
 * Refuses passwords that are guessed first: common ones, sequences, repetitions, and the person's own name or address.
 * @param pointer The field that holds it.
 * @throws {Problem} `validation-failed` at the pointer.
 */
export function checkPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
  pointer = '/password',
): void {
  const lower = password.toLowerCase()
  const core = lower.replace(/[\d\W_]+$/u, '').replace(/^[\d\W_]+/u, '')
  const own = [person.email, person.email.split('@')[0] ?? '', person.name].map((text) => text.toLowerCase())
  const isGuessed =
    isSequence(lower) ||
    isRepetition(lower) ||
    (/^[\x20-\x7e]*$/.test(lower) &&
      (core === '' ? lower.length < 14 : GUESSED_FIRST.includes(core) || isCommon(core) || isCommon(lower))) ||
    own.some((text) => text !== '' && (lower === text || core === text))
  if (isGuessed) {
    const error: FieldError = { pointer, code: 'password_too_common' }
    throw new Problem(ValidationFailed, { errors: [error] })
  }
}

const require = createRequire(import.meta.url)
let common: ReadonlySet<string> | undefined

/** Whether it is one of the 49,000 passwords that people choose most often. The list is read when the first one is judged. */
function isCommon(text: string): boolean {
  if (text.length < 4) return false
  if (common === undefined) {
    const { dictionary } = require('@zxcvbn-ts/language-common') as {
      dictionary: Readonly<Record<string, readonly string[]>>
    }
    common = new Set(dictionary['passwords-common'])
  }
  return common.has(text)
}

/** `1234567890`, `zyxwvutsrq` */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)))
  return steps.filter((step) => step !== 1).length <= 1
}

/** `aaaaaaaaaa`, `abcabcabcabc` */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text)
}
