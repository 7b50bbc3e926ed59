import type { DocumentCategory } from './document.ts'

/** Documents of these kinds are sensitive unless somebody says otherwise. */
const SENSITIVE: readonly DocumentCategory[] = ['laboratory', 'radiology', 'prescription', 'discharge_summary']

export const SENSITIVE_CATEGORIES: readonly string[] = SENSITIVE

/** @param category Not known before the document is read: then it counts as sensitive until it is. */
export function isSensitiveByDefault(category: DocumentCategory | undefined): boolean {
  return category === undefined || SENSITIVE.includes(category)
}
