import { expect, test } from 'vitest'
import { readTimes, readWhen, type When } from './when.ts'

/** A Thursday. */
const TODAY = '2026-03-12'

test.each<[string, When]>([
  ['tomorrow at 10:30', { date: '2026-03-13', time: '10:30' }],
  ['day after tomorrow 4 pm', { date: '2026-03-14', time: '16:00' }],
  ['on Monday at 5', { date: '2026-03-16', time: '17:00' }],
  ['on Thursday morning at 9', { date: '2026-03-19', time: '09:00' }],
  ['2 April, 10 am', { date: '2026-04-02', time: '10:00' }],
  ['on 5 January', { date: '2027-01-05' }],
  ['12/04/2026 14:15', { date: '2026-04-12', time: '14:15' }],
  ['after 3 days', { date: '2026-03-15' }],
  ['kal subah 10 baje', { date: '2026-03-13', time: '10:00' }],
  ['parso shaam 5 baje', { date: '2026-03-14', time: '17:00' }],
  ['कल सुबह साढ़े 9 बजे', { date: '2026-03-13', time: '09:30' }],
  ['सोमवार को शाम चार बजे', { date: '2026-03-16', time: '16:00' }],
  ['naalaiku kaalai 10 manikku', { date: '2026-03-13', time: '10:00' }],
  ['velli saayangalam 6 mani', { date: '2026-03-13', time: '18:00' }],
  ['நாளை காலை பத்து மணிக்கு', { date: '2026-03-13', time: '10:00' }],
  ['திங்கள் மாலை 5 மணிக்கு', { date: '2026-03-16', time: '17:00' }],
  ['my sugar was 140', {}],
])('%s', (text, when) => {
  expect(readWhen(text, TODAY)).toEqual(when)
})

test.each<[string, readonly string[]]>([
  ['at 8 am and 8 pm', ['08:00', '20:00']],
  ['subah aur raat', ['08:00', '21:00']],
  ['காலை', ['08:00']],
  ['raat 9 baje', ['21:00']],
  ['no time at all', []],
])('times of "%s"', (text, times) => {
  expect(readTimes(text)).toEqual(times)
})
