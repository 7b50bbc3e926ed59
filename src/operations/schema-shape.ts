import { z } from 'zod'

/** What a schema is once `optional`, `nullable` and `default` are taken off. */
export interface UnwrappedSchema {
  readonly base: z.ZodType
  /** May be left out, because it is optional or has a default. */
  readonly optional: boolean
  readonly nullable: boolean
}

/** Takes the wrappers off a schema and says which there were. */
export function unwrapSchema(schema: z.ZodType): UnwrappedSchema {
  let base = schema
  let optional = false
  let nullable = false
  for (;;) {
    if (base instanceof z.ZodOptional || base instanceof z.ZodDefault) optional = true
    else if (base instanceof z.ZodNullable) nullable = true
    else return { base, optional, nullable }
    base = base.unwrap() as z.ZodType
  }
}

/** Description and examples of a field, wherever among its wrappers they were given. */
export function schemaNotes(schema: z.ZodType): { description: string | undefined; examples: readonly unknown[] } {
  let layer = schema
  let description: string | undefined
  let examples: readonly unknown[] = []
  for (;;) {
    const meta = layer.meta()
    description ??= meta?.description
    if (examples.length === 0 && Array.isArray(meta?.['examples'])) examples = meta['examples']
    if (!(layer instanceof z.ZodOptional || layer instanceof z.ZodDefault || layer instanceof z.ZodNullable)) break
    layer = layer.unwrap() as z.ZodType
  }
  return { description, examples }
}

/** A value of a schema put together from the examples of its fields; `undefined` where a field has none. */
export function exampleOf(schema: z.ZodType): unknown {
  const { examples } = schemaNotes(schema)
  if (examples.length > 0) return examples[0]
  const { base, nullable } = unwrapSchema(schema)
  if (base instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(base.shape as Record<string, z.ZodType>)
        .map(([name, field]) => [name, exampleOf(field)] as const)
        .filter(([, value]) => value !== undefined),
    )
  }
  if (base instanceof z.ZodArray) {
    const element = exampleOf(base.element as z.ZodType)
    return element === undefined ? undefined : [element]
  }
  if (base instanceof z.ZodEnum) return base.options[0]
  if (base instanceof z.ZodBoolean) return true
  if (base instanceof z.ZodLiteral) return base.value
  return nullable ? null : undefined
}
