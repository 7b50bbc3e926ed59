import { z } from 'zod'
import { choice, longText, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

/** What the person did with the product. Rows are written where it happens (`user-activity.ts`) and never changed. */
export const activity = recordDomain({
  name: 'activity',
  noun: 'activity',
  table: 'user_activity',
  path: '/activity',
  fields: {},
  derived: {
    activity_type: choice(enumerations.user_activity.activity_type, 'What the person did.'),
    activity_description: longText('More about it, without values of the record.', {
      example: 'On the web',
    }).nullable(),
    metadata: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({
        description: 'Ids of the rows that it was done to.',
        examples: [{ goal_id: '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21' }],
      }),
    ip_address: text('Where the request came from.', { example: '203.0.113.7', maximum: 45 }).nullable(),
    user_agent: text('The program that sent it.', { example: 'Mozilla/5.0', maximum: 2_000 }).nullable(),
  },
  timeColumn: 'created_at',
  filterable: ['activity_type'],
  sortable: ['-created_at'],
  verbs: ['list'],
  guidance: 'tools/activity',
})
