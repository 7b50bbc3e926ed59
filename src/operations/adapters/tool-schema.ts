import { z } from 'zod'
import type { AnyOperation } from '../define-operation.ts'
import { schemaNotes, unwrapSchema } from '../schema-shape.ts'

/** Names the fields that an update empties; `null` already means "as it is" there. */
const CLEAR = 'clear'

/** A tool's name where dots are not allowed: `medications.add` is `medications_add`. */
export function toolName(operation: AnyOperation): string {
  return operation.name.replaceAll('.', '_')
}

/** Whether models are offered it. They have no files to give: those of the person come with their message. */
export function isForModels({ tool }: AnyOperation): boolean {
  return tool !== undefined && tool.staging === undefined
}

/**
 * The input of an operation as a model is asked to fill it: every field is there, and `null` stands for one that is left
 * out. Models serve such schemas better than optional fields, and strict function calling takes nothing else.
 */
export function toolSchema(operation: AnyOperation): z.ZodObject {
  let schema = schemas.get(operation)
  if (schema === undefined) {
    schema = makeToolSchema(operation)
    schemas.set(operation, schema)
  }
  return schema
}

/** Made once an operation: each turn of a conversation offers tools anew. */
const schemas = new WeakMap<AnyOperation, z.ZodObject>()

function makeToolSchema(operation: AnyOperation): z.ZodObject {
  const shape = operation.input.shape as Record<string, z.ZodType>
  const fields = Object.entries(shape).map(([name, field]) => {
    const { base, optional, nullable } = unwrapSchema(field)
    const noted = base.meta({ ...base.meta(), ...schemaNotes(field) })
    return [name, optional || nullable ? noted.nullable() : noted] as const
  })
  const clearable = clearableFields(operation)
  return z.object({
    ...Object.fromEntries(fields),
    ...(clearable.length > 0 && {
      [CLEAR]: z
        .array(z.enum(clearable as [string, ...string[]]))
        .nullable()
        .meta({ description: 'Fields to make empty. Null or an empty list where nothing is to be emptied.' }),
    }),
  })
}

function clearableFields(operation: AnyOperation): string[] {
  if (operation.rest?.method !== 'PATCH') return []
  return Object.entries(operation.input.shape as Record<string, z.ZodType>)
    .filter(([, field]) => unwrapSchema(field).optional && unwrapSchema(field).nullable)
    .map(([name]) => name)
}

/** What a model filled in, as input of the operation. */
export function fromToolInput(operation: AnyOperation, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const shape = operation.input.shape as Record<string, z.ZodType>
  const cleared = clearableFields(operation)
  const { [CLEAR]: clear, ...rest } = given as Record<string, unknown>
  const input = Object.entries(rest).filter(([name, value]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    return value !== null || field === undefined || !unwrapSchema(field).optional
  })
  const emptied = Array.isArray(clear) ? clear.filter((name) => cleared.includes(name)) : []
  return Object.fromEntries([...input, ...emptied.map((name) => [name, null])])
}
