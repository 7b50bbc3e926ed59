import { z } from 'zod'
import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import { choice, flag, moment, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

const { service_name, sync_frequency } = enumerations.connected_services

const metricKind = choice(METRIC_TYPES, 'A kind of measurement.', { example: 'heart_rate' })

/** What the person signed in with at the service is no column here: it is sealed and never leaves. */
export const connectedServices = recordDomain({
  name: 'connected-services',
  noun: 'connected service',
  table: 'connected_services',
  path: '/connected-services',
  fields: {
    service_name: choice(service_name, 'The service. Each is connected once.', { example: 'fitbit' }),
    service_user_id: text('Who the person is at the service.', { example: 'asha.r' }).nullable(),
    is_connected: flag('Whether it may bring in measurements.'),
    sync_frequency: choice(sync_frequency, 'How often it brings them in.', { example: 'daily' }),
    data_types_synced: z
      .array(metricKind)
      .min(1)
      .max(METRIC_TYPES.length)
      .meta({ description: 'The kinds of measurements that it brings in; null for all.', examples: [['heart_rate']] })
      .nullable(),
  },
  defaults: { is_connected: true, sync_frequency: 'daily' },
  derived: {
    last_sync_at: moment('When it last brought in measurements.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
  },
  stamped: true,
  timeColumn: 'created_at',
  filterable: ['service_name', 'is_connected'],
  sortable: ['-created_at', 'service_name'],
  guidance: 'tools/connected-services',
})
