/** A JSON Schema of the document, as far as examples need to know it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly examples?: readonly unknown[]
}

type Schemas = Readonly<Record<string, JsonSchema>>

const REFERENCE = '#/components/schemas/'

/** Real values of fields that have no example of their own, by their format. */
const OF_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21',
  email: 'asha@example.org',
  date: '2026-03-12',
  'date-time': '2026-03-12T04:30:00.000Z',
  uri: 'https://example.org/',
}

/** An example of a schema, put together from those of its parts; `undefined` where a part that must be there has none. */
export function exampleOfSchema(schema: JsonSchema, schemas: Schemas): unknown {
  if (schema.examples && schema.examples.length > 0) return schema.examples[0]
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.slice(REFERENCE.length)]
    return target && exampleOfSchema(target, schemas)
  }
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) {
    const values = choices.map((choice) => exampleOfSchema(choice, schemas))
    return values.find((value) => value !== undefined && value !== null) ?? values[0]
  }
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOfSchema(part, schemas)))
  if (schema.properties) {
    const parts = Object.entries(schema.properties).map(([name, part]) => [name, exampleOfSchema(part, schemas)])
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined))
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((each) => each !== 'null')
  switch (type) {
    case 'array': {
      const item = schema.items && exampleOfSchema(schema.items, schemas)
      return item === undefined ? [] : [item]
    }
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'null':
      return null
    case 'object':
      return {}
    default:
      return schema.format === undefined ? undefined : OF_FORMAT[schema.format]
  }
}

/** The schema with an example wherever one can be told, at every depth. */
export function withExamples(schema: JsonSchema, schemas: Schemas): JsonSchema {
  if (schema.$ref !== undefined) return schema
  const each = (parts: readonly JsonSchema[]) => parts.map((part) => withExamples(part, schemas))
  const example = exampleOfSchema(schema, schemas)
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: each(schema.anyOf) }),
    ...(schema.oneOf && { oneOf: each(schema.oneOf) }),
    ...(schema.allOf && { allOf: each(schema.allOf) }),
    ...(schema.items && { items: withExamples(schema.items, schemas) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, part]) => [name, withExamples(part, schemas)]),
      ),
    }),
    ...(!schema.examples && example !== undefined && { examples: [example] }),
  }
}
