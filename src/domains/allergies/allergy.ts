import { latestToday } from '../../operations/days.ts'
import { choice, day, longText, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

const { severity, status } = enumerations.allergies

export const allergies = recordDomain({
  name: 'allergies',
  noun: 'allergy',
  table: 'allergies',
  path: '/allergies',
  fields: {
    substance: text('What the person is allergic to.', { example: 'Penicillin' }),
    reaction: longText('What happens.', { example: 'Rash and swollen lips' }).nullable(),
    severity: choice(severity, 'How severe the reaction is.', { example: 'severe' }).nullable(),
    noted_date: day('When it was noticed first.', { example: '2018-09-02' }).nullable(),
    status: choice(status, 'Whether it still holds.'),
  },
  defaults: { status: 'active' },
  stamped: true,
  timeColumn: 'noted_date',
  filterable: ['status', 'severity', 'substance'],
  sortable: ['-created_at', 'substance', 'noted_date', 'updated_at'],
  rules: ({ noted_date }, now) =>
    noted_date !== null && noted_date > latestToday(now) ? [{ pointer: '/noted_date', code: 'in_the_future' }] : [],
  text: ({ substance, reaction }) => [substance, reaction].filter((part) => part !== null).join('\n'),
  guidance: 'tools/allergies',
})
