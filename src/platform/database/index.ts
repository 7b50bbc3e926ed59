export { addressesOf } from './connection-addresses.ts'
export { UnsafeDatabaseAddress } from './connection-settings.ts'
export {
  type Connection,
  type ConnectionPool,
  createConnection,
  createPool,
  type Notification,
  type PooledConnection,
} from './connections.ts'
export type { Database, Transaction } from './database.ts'
export {
  AccessDenied,
  CheckViolation,
  ConstraintViolation,
  DatabaseError,
  DatabaseTimeout,
  DatabaseUnavailable,
  ForeignKeyViolation,
  InvalidValue,
  NotNullViolation,
  TransactionConflict,
  UniqueViolation,
} from './database-errors.ts'
export { enumerations } from './enumerations.ts'
export { migrate } from './migrate.ts'
export { openDatabase } from './open-database.ts'
export { UnprotectedTable } from './row-security.ts'
export { insertRows, type Query, Statement } from './statement.ts'
export { SEALED_MARK, type TextPlace, type TextVault } from './text-vault.ts'
