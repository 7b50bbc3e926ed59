import type { AnyOperation } from '../../operations/define-operation.ts'
import { connectedServices } from './connected-service.ts'
import { importSamples } from './import-samples.ts'

export const connectedServiceOperations: readonly AnyOperation[] = [...connectedServices.operations, importSamples]
