import { choice, day, decimal, identifier, moment, wholeNumber } from '../../operations/field-types.ts'
import { computedList } from './computed-list.ts'

export const listAdherence = computedList({
  name: 'adherence.list',
  noun: 'Adherence',
  summary: 'List how regularly medicines were taken over weeks and months',
  table: 'medication_adherence',
  path: '/adherence',
  columns: {
    id: identifier('Identifier of the row.'),
    medication_id: identifier('The medicine.'),
    period: choice(['weekly', 'monthly'], "How long the period is, in the person's time zone."),
    period_start: day('First day of the period.', { example: '2026-03-09' }),
    period_end: day('Last day of the period.', { example: '2026-03-15' }),
    total_scheduled: wholeNumber('Doses of the period whose time is over, or that have an entry.', { example: 14 }),
    total_taken: wholeNumber('Doses that were taken, in time or late.', { example: 13 }),
    total_missed: wholeNumber('Doses that were not.', { example: 1 }),
    adherence_percentage: decimal('Share of the doses that were taken, in per cent.', { example: 92.86, maximum: 100 }),
    longest_streak: wholeNumber('Most days in a row, within the period, on which every dose was taken.', {
      example: 5,
    }),
    current_streak: wholeNumber('Days in a row, up to the newest in the period, on which every dose was taken.', {
      example: 2,
    }),
    calculated_at: moment('When it was computed.', { example: '2026-03-12T04:30:00.000Z' }),
  },
  timeColumn: 'period_start',
  filterable: ['medication_id', 'period'],
  guidance: 'tools/adherence',
})
