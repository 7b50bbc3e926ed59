import type { FieldError } from '../../../platform/errors/problem.ts'
import type { JsonObject } from '../json.ts'

/** A resource as it came in. */
export interface IncomingResource {
  /** Where it stood: `Bundle.entry[3].resource`, `line 4`. */
  readonly path: string
  readonly type: string
  /** What other entries refer to it by. */
  readonly fullUrl: string | undefined
  readonly resource: JsonObject
}

/** An entry that was not taken in, or was with something to say. */
export interface EntryRemark {
  readonly path: string
  /** Empty where not even that is known. */
  readonly type: string
  readonly errors: readonly FieldError[]
}

export const remark = (
  { path, type }: Pick<IncomingResource, 'path' | 'type'>,
  ...errors: FieldError[]
): EntryRemark => ({
  path,
  type,
  errors,
})
