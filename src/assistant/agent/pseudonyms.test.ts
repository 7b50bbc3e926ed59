import { describe, expect, test } from 'vitest'
import { type Identity, Pseudonyms } from './pseudonyms.ts'

const OWN: readonly Identity[] = [
  { kind: 'NAME', text: 'Asha Raman' },
  { kind: 'NAME', text: 'Ravi Raman' },
  { kind: 'PHONE', text: '+919840012345' },
  { kind: 'EMAIL', text: 'asha@example.org' },
  { kind: 'ADDRESS', text: '12 Gandhi Nagar, Chennai 600020' },
  { kind: 'NUMBER', text: 'SH-4471-2209' },
]

describe('what tells who somebody is does not go out', () => {
  test.each([
    ['My name is Asha Raman.', /asha|raman/i],
    ['asha ko kal se bukhar hai', /asha/i],
    ['Call Ravi on +91-98400-12345', /ravi|98400/i],
    ['I live at 12 Gandhi Nagar,  Chennai 600020', /gandhi/i],
    ['policy SH-4471-2209, mail asha@example.org', /4471|asha@/i],
    ['Patient Name : Mrs. Lakshmi Devi  Age: 54', /lakshmi|devi/i],
    ['UHID: APL00012345, Lab No. 220145879', /12345|220145879/],
    ['Aadhaar 4821 9932 1180', /4821/],
    ['Referred by Dr. Meenakshi Sundaram', /meenakshi|sundaram/i],
    ['my son kumar@mail.in, 044-28112233', /kumar|28112233/],
  ])('%s', (text, secret) => {
    const pseudonyms = new Pseudonyms(OWN)
    const hidden = pseudonyms.hide(text)
    expect(hidden).not.toMatch(secret)
    expect(hidden).toMatch(/\[[A-Z]+_1\]/)
    expect(pseudonyms.restore(hidden).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
  })

  test('the same person has the same placeholder, another person another', () => {
    const hidden = new Pseudonyms(OWN).hide('Asha Raman and Ravi Raman; Asha Raman again')
    expect(hidden).toBe('[NAME_1] and [NAME_2]; [NAME_1] again')
  })
})

describe('what the answer needs goes out', () => {
  test.each([
    'HbA1c 8.2 % (high; printed range 4–5.6), 2026-03-12, page 2',
    'medicine Glycomet 500 SR, 500 mg, twice a day',
    'Platelet Count 410000 /uL, 150000-450000',
    '{"id":"0193e6f2-7a4c-7c31-9d2f-0b1c2d3e4f50","name":"Type 2 diabetes","value":"7.0"}',
    'Blood pressure 142/91 at 08:30 on 12.03.2026, again 2026-03-12T08:10:00+05:30',
    'शुगर 140, बीपी 150/95; சர்க்கரை 180',
    'Call 112 or 14416',
  ])('%s', (text) => {
    expect(new Pseudonyms(OWN).hide(text)).toBe(text)
  })
})

describe('what comes back', () => {
  test.each([1, 2, 3, 5, 8, 40])('is restored in pieces of %i letters', (size) => {
    const pseudonyms = new Pseudonyms(OWN)
    pseudonyms.hide('Asha Raman sees Dr. Meenakshi Sundaram')
    const text = 'Hello [NAME_1], ask Dr. [DOCTOR_1] about [2] and [NAME_9].'
    const restoring = pseudonyms.restoring()
    let whole = ''
    for (let at = 0; at < text.length; at += size) whole += restoring.take(text.slice(at, at + size))
    expect(whole + restoring.end()).toBe('Hello Asha Raman, ask Dr. Meenakshi Sundaram about [2] and [NAME_9].')
  })

  test('is restored inside the arguments of a call', () => {
    const pseudonyms = new Pseudonyms(OWN)
    pseudonyms.hide('Dr. Meenakshi Sundaram')
    expect(pseudonyms.restoreIn({ doctor: 'Dr. [DOCTOR_1]', at: [1, '[DOCTOR_1]', null] })).toEqual({
      doctor: 'Dr. Meenakshi Sundaram',
      at: [1, 'Meenakshi Sundaram', null],
    })
  })
})
