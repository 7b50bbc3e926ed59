import { z } from 'zod'
import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { choice, flag, moment, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'
import { giveAccessBack } from './access/revoke-access.ts'

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
    signed_in: flag('Whether the person is signed in there, so that it can be fetched from the service itself.', {
      example: false,
    }),
    access_problem: text('Why that ended, where the service ended it: `service-access-revoked`.', {
      example: 'service-access-revoked',
      maximum: 100,
    }).nullable(),
    last_sync_at: moment('When it last brought in measurements.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
  },
  stamped: true,
  timeColumn: 'created_at',
  filterable: ['service_name', 'is_connected'],
  sortable: ['-created_at', 'service_name'],
  guidance: 'tools/connected-services',
  // A service that is paused gives its access back, and is signed in at again.
  afterWrite: async (scope, record, before) => {
    if (before?.is_connected === true && record.is_connected === false) await giveAccessBack(scope, record.id)
  },
})

/** Deleting one gives its access back too, as long as somebody knows it. */
export const connectedServiceRecords: readonly AnyOperation[] = connectedServices.operations.map((operation) =>
  operation.effect === 'destructive'
    ? defineOperation({
        ...operation,
        run: async (scope: OperationScope, input: { readonly id: string }) => {
          await giveAccessBack(scope, input.id)
          return await operation.run(scope, input)
        },
      })
    : operation,
)
