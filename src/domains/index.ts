import type { AnyOperation } from '../operations/define-operation.ts'
import { pendingActionOperations } from '../operations/pending-actions/index.ts'
import { allergyOperations } from './allergies/index.ts'
import { analyticsOperations } from './analytics/index.ts'
import { appointmentOperations } from './appointments/index.ts'
import { auditOperations } from './audit/index.ts'
import { chatOperations } from './chat/index.ts'
import { conditionOperations } from './conditions/index.ts'
import { consentOperations } from './consents/index.ts'
import { documentOperations } from './documents/index.ts'
import { emergencyOperations } from './emergency/index.ts'
import { fhirOperations } from './fhir/index.ts'
import { goalOperations } from './goals/index.ts'
import { medicationOperations } from './medications/index.ts'
import { metricOperations } from './metrics/index.ts'
import { notificationOperations } from './notifications/index.ts'
import { privacyOperations } from './privacy/index.ts'
import { recordPrompts } from './record-prompts.ts'
import { recordResources } from './record-resources.ts'
import { searchOperations } from './search/index.ts'
import { connectedServiceOperations } from './services/index.ts'
import { settingsOperations } from './settings/index.ts'

const domainOperations: readonly AnyOperation[] = [
  ...conditionOperations,
  ...allergyOperations,
  ...metricOperations,
  ...medicationOperations,
  ...goalOperations,
  ...appointmentOperations,
  ...notificationOperations,
  ...emergencyOperations,
  ...settingsOperations,
  ...consentOperations,
  ...privacyOperations,
  ...documentOperations,
  ...chatOperations,
  ...searchOperations,
  ...auditOperations,
  ...analyticsOperations,
  ...connectedServiceOperations,
  ...fhirOperations,
]

const byName = new Map(domainOperations.map((operation) => [operation.name, operation]))

/** What the assistant proposed and the person decides, over every operation there is. */
export const pendingActions = pendingActionOperations((name) => byName.get(name))

/** Every operation of the product. A new domain is one more line above. */
export const catalogue: readonly AnyOperation[] = [...domainOperations, ...pendingActions.operations]

/** What MCP clients may attach as context. */
export const resources = recordResources((name) => byName.get(name))

/** Tasks that MCP clients offer. */
export const prompts = recordPrompts(resources)
