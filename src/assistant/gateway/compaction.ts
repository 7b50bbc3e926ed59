import { deflateSync, inflateSync } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Caller } from '../../operations/define-operation.ts'
import { DecryptionError, open, seal } from '../../platform/crypto/index.ts'
import type { PastEntry } from '../turn/stages.ts'
import { GatewayError } from './gateway-error.ts'
import { requireModel } from './models.ts'
import { createRequestSchema } from './open-responses/create-request.ts'
import { readInput } from './open-responses/read-input.ts'
import { invalidParameter } from './open-responses/read-request.ts'
import { responseUsage } from './open-responses/response-resource.ts'
import { requireStorable } from './open-responses/storable.ts'

export const compactRequestSchema = createRequestSchema
  .pick({ input: true, instructions: true })
  .extend({ model: z.string().meta({ examples: ['swasthwrap'] }) })

/** Characters of a conversation that are worth carrying along, counted from its end. */
const CARRIED = 24_000
/** An inflated conversation can be no larger than this many bytes. */
const LARGEST = 1_000_000

export interface Compaction {
  /** The answer to `POST /v1/responses/compact`. */
  readonly compact: (caller: Caller, body: unknown) => object
  /** @throws {GatewayError} where the text was not made here for this person. */
  readonly open: (userId: string, sealed: string) => readonly PastEntry[]
}

/**
 * Compacts a conversation that the client keeps itself into one opaque item: its newest part, sealed for the person it
 * belongs to. Nothing is stored, so clients that want no state here can still go on for long.
 * @param key 32 bytes, the same in every process and after every start.
 */
export function createCompaction(key: Uint8Array): Compaction {
  const identity = (userId: string) => `compaction:${userId}`

  const openSealed: Compaction['open'] = (userId, sealed) => {
    try {
      const bytes = inflateSync(open(key, Buffer.from(sealed, 'base64url'), identity(userId)), {
        maxOutputLength: LARGEST,
      })
      const entries = JSON.parse(bytes.toString()) as PastEntry[]
      return entries.map((entry) => (entry.kind === 'message' ? { ...entry, at: new Date(entry.at) } : entry))
    } catch (error) {
      if (error instanceof DecryptionError) throw new GatewayError('invalid_parameter', 'input')
      throw error
    }
  }

  return {
    open: openSealed,
    compact: (caller, body) => {
      requireStorable(body)
      const parsed = compactRequestSchema.safeParse(body)
      if (!parsed.success) throw invalidParameter(parsed.error)
      requireModel(parsed.data.model)
      const { supplied, text, toolResults } = readInput(parsed.data.input ?? [], (sealed) =>
        openSealed(caller.userId, sealed),
      )
      const entries: PastEntry[] = [
        ...supplied,
        ...toolResults.map(({ callId, output }) => ({ kind: 'client_tool_result' as const, callId, output })),
        ...(text === '' ? [] : [{ kind: 'message' as const, role: 'user' as const, text, at: new Date() }]),
      ]
      const carried = newest(entries)
      const sealed = seal(key, deflateSync(JSON.stringify(carried)), identity(caller.userId)).toString('base64url')
      return {
        id: `resp_${uuidv7().replaceAll('-', '')}`,
        object: 'response.compaction',
        created_at: Math.floor(Date.now() / 1000),
        output: [{ type: 'compaction', id: `cmp_${uuidv7().replaceAll('-', '')}`, encrypted_content: sealed }],
        usage: responseUsage(0, 0),
      }
    },
  }
}

function newest(entries: readonly PastEntry[]): PastEntry[] {
  const carried: PastEntry[] = []
  let room = CARRIED
  for (const entry of entries.toReversed()) {
    room -= JSON.stringify(entry).length
    if (room < 0) break
    carried.unshift(entry)
  }
  return carried
}
