import { GatewayError } from './gateway-error.ts'

/** A name under which the assistant can be asked for. */
export interface OfferedModel {
  readonly id: string
  /** Whether answers carry items of our own (`swasthwrap:…`) beside those of the specification. */
  readonly extensions: boolean
}

/**
 * One assistant under two names. The second is for clients that refuse what the specification lets a provider add: they
 * get its closed list of items and nothing else, so triage, receipts and suggestions are left out of the stream.
 */
export const OFFERED_MODELS: readonly OfferedModel[] = [
  { id: 'swasthwrap', extensions: true },
  { id: 'swasthwrap-standard', extensions: false },
]

const DEFAULT_MODEL: OfferedModel = { id: 'swasthwrap', extensions: true }

/** @throws {GatewayError} for a name that is not offered. Without a name, the assistant itself. */
export function requireModel(name: string | null | undefined): OfferedModel {
  if (name === null || name === undefined) return DEFAULT_MODEL
  const model = OFFERED_MODELS.find((offered) => offered.id === name)
  if (!model) throw new GatewayError('model_not_found', 'model', { model: name })
  return model
}

/** The list of `GET /v1/models`. */
export function modelList() {
  return { object: 'list' as const, data: OFFERED_MODELS.map((model) => modelResource(model)) }
}

export function modelResource(model: OfferedModel) {
  return { id: model.id, object: 'model' as const, created: 0, owned_by: 'swasthwrap' }
}
