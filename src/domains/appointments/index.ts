import type { AnyOperation } from '../../operations/define-operation.ts'
import { appointmentReminders, appointments } from './appointment-operations.ts'

export const appointmentOperations: readonly AnyOperation[] = [
  ...appointments.operations,
  ...appointmentReminders.operations,
]
