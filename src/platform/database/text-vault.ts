import type { Transaction } from './database.ts'
import { DatabaseError } from './database-errors.ts'

/** Where a text stands: no other place opens it. */
export interface TextPlace {
  readonly userId: string
  /** `document_pages.text` */
  readonly column: string
  /** Id of the row, or of the row that it belongs to where rows are replaced as a whole. */
  readonly row: string
}

/** What every sealed text begins with. No text that people write does: its first sign cannot be typed. */
export const SEALED_MARK = '\u0001swx1:'

/**
 * Seals texts and opens them again. The database holds sealed texts; a transaction opens those that it reads by itself, so
 * whoever reads a row need not know which of its texts were sealed.
 */
export interface TextVault {
  /** The sealed form of a text, to be stored in its place. */
  seal(transaction: Transaction, place: TextPlace, text: string): Promise<string>
  /** The sealed form of a value that was stored as JSON. */
  sealJson(transaction: Transaction, place: TextPlace, value: unknown): Promise<string>
  /** A digest by which equal texts of one person are known as equal, and that tells nothing without the person's key. */
  fingerprint(transaction: Transaction, userId: string, text: string): Promise<string>
  /**
   * Opens what is sealed in rows that were read, in place.
   * @throws {Error} where a text was changed, or moved from the place that it was sealed for.
   */
  openRows(
    transaction: Transaction,
    tenant: string | undefined,
    rows: readonly Record<string, unknown>[],
  ): Promise<void>
}

/** Whether any text of the rows is sealed. Most rows have none, and are not looked at any closer. */
export function hasSealedText(rows: readonly Record<string, unknown>[]): boolean {
  return rows.some((row) => {
    for (const key in row) {
      const value = row[key]
      if (typeof value === 'string' && value.startsWith(SEALED_MARK)) return true
    }
    return false
  })
}

const noVault = async (): Promise<never> => {
  throw new DatabaseError('Nothing that seals and opens texts was given to the database')
}

/** Where nothing was given to seal and open texts with: whoever needs it is told. */
export const NO_VAULT: TextVault = { seal: noVault, sealJson: noVault, fingerprint: noVault, openRows: noVault }
