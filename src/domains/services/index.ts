import type { AnyOperation } from '../../operations/define-operation.ts'
import { connectedServices } from './connected-service.ts'
import { listDaySummaries } from './samples/day-summaries.ts'
import { importSamples } from './samples/import-samples.ts'

export const connectedServiceOperations: readonly AnyOperation[] = [
  ...connectedServices.operations,
  importSamples,
  listDaySummaries,
]
