import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LANGUAGE_FORMS } from '../../src/clinical/language-forms.ts'
import { pathParameters } from '../../src/operations/adapters/rest-routes.ts'
import { toolDescription } from '../../src/operations/adapters/tool-description.ts'
import { fromToolInput, toolName, toolSchema } from '../../src/operations/adapters/tool-schema.ts'
import type { AnyOperation } from '../../src/operations/define-operation.ts'
import { sayDone } from '../../src/operations/describe-action.ts'
import { exampleOf, schemaNotes, unwrapSchema } from '../../src/operations/schema-shape.ts'
import { translator } from '../../src/platform/i18n/translator.ts'
import { catalogue } from './support/operations-app.ts'

const named = catalogue.map((operation) => [operation.name, operation] as const)
const LANGUAGES = ['en', 'hi', 'ta'] as const

/** Every field of a schema with its path. */
function fieldsOf(schema: z.ZodType, at = ''): [string, z.ZodType][] {
  const { base } = unwrapSchema(schema)
  if (base instanceof z.ZodObject) {
    return Object.entries(base.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
      [`${at}/${name}`, field] as [string, z.ZodType],
      ...fieldsOf(field, `${at}/${name}`),
    ])
  }
  return base instanceof z.ZodArray ? fieldsOf(base.element as z.ZodType, `${at}/*`) : []
}

describe('the catalogue', () => {
  it('names every operation once, on a route of its own', () => {
    const names = catalogue.map((operation) => operation.name)
    expect(names).toEqual([...new Set(names)])
    const routes = catalogue.flatMap(({ rest }) =>
      rest ? [`${rest.method} ${rest.path.replaceAll(/\{\w+\}/g, '{}')}`] : [],
    )
    expect(routes).toEqual([...new Set(routes)])
    expect(names.length).toBeGreaterThan(40)
  })
})

/** Operations that are no tools, by the beginnings of their names, each with the reason. */
const NO_TOOLS: Readonly<Record<string, string>> = {
  'pending-actions.confirm': 'What a model proposed, the person decides.',
  'pending-actions.cancel': 'What a model proposed, the person decides.',
  'notifications.push-key': 'Only a browser can use it.',
  'notifications.push-subscriptions': 'Only a browser has one.',
  'notifications.act': 'A button of a notification, pressed by the person.',
  'connected-services.authorize': 'The person signs in at the service, in a browser.',
  'connected-services.complete-authorization': 'The person signs in at the service, in a browser.',
  'connected-services.kinds': 'What the page offers to connect.',
  consents: 'A consent is given by the person, where its words are shown.',
  'me.export': 'The copy of everything goes to the person alone.',
  'me.import': 'The copy of everything comes from the person alone.',
}

it('every operation is a tool, unless there is a reason', () => {
  const exceptions = Object.keys(NO_TOOLS)
  const lacking = catalogue
    .filter(({ tool }) => tool === undefined)
    .filter(({ name }) => !exceptions.some((each) => name === each || name.startsWith(`${each}.`)))
  expect(lacking.map(({ name }) => name)).toEqual([])
})

describe.each(named)('%s', (_name, operation: AnyOperation) => {
  it('describes every field', () => {
    const silent = [operation.input, operation.output, operation.tool?.staging?.input ?? z.object({})]
      .flatMap((schema) => fieldsOf(schema))
      .filter(([, field]) => !schemaNotes(field).description)
    expect(silent.map(([path]) => path)).toEqual([])
  })

  it('has schemas that JSON Schema can say, without transforms', () => {
    expect(() => z.toJSONSchema(operation.input, { io: 'input' })).not.toThrow()
    expect(() => z.toJSONSchema(operation.output, { io: 'output' })).not.toThrow()
    // With a transform or a pipe the two directions differ in more than what may be left out.
    const types = (io: 'input' | 'output') =>
      JSON.stringify(z.toJSONSchema(operation.input, { io, override: ({ jsonSchema }) => delete jsonSchema.required }))
    expect(types('input')).toBe(types('output'))
  })

  it('has examples that are valid', () => {
    expect(operation.input.safeParse(exampleOf(operation.input))).toMatchObject({ success: true })
    expect(operation.output.safeParse(exampleOf(operation.output))).toMatchObject({ success: true })
  })

  it('refuses fields that it does not know', () => {
    const issues = operation.input.safeParse({ no_such_field: 1 }).error?.issues ?? []
    expect(issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['no_such_field'] }))
  })

  it('has a route whose parameters are fields', () => {
    if (!operation.rest) return
    for (const name of pathParameters(operation.rest.path)) {
      expect(operation.input.shape).toHaveProperty(name)
      expect(unwrapSchema(operation.input.shape[name]).optional).toBe(false)
    }
    expect(operation.rest.method === 'GET').toBe(operation.effect === 'read')
  })

  it.each(LANGUAGES)('has words in %s for what it fails with', (language) => {
    const types = [...(operation.errors ?? []), ...Object.values(operation.conflicts ?? {})].flatMap((meaning) =>
      'type' in meaning ? [meaning.type] : [],
    )
    const translate = translator(language)
    const silent = types.flatMap((type) =>
      ['title', 'detail'].filter(
        (part) => translate(`errors:${type}.${part}`, { defaultValue: '', fallbackLng: [] }) === '',
      ),
    )
    expect(silent).toEqual([])
  })
})

const tools = named.filter(([, operation]) => operation.tool)
/** What a tool is called with: tools that take a file have an input of their own. */
const given = (operation: AnyOperation) => operation.tool?.staging?.input ?? operation.input

describe.each(tools)('the tool %s', (_name, operation: AnyOperation) => {
  it('is a tool that takes the same input', () => {
    expect(toolName(operation)).toMatch(/^[a-z0-9_-]{1,64}$/)
    if (operation.tool?.staging) {
      expect(operation.tool.staging.input.safeParse(exampleOf(given(operation)))).toMatchObject({ success: true })
      return
    }
    const schema = toolSchema(operation)
    const { required = [], properties = {} } = z.toJSONSchema(schema, { io: 'input' })
    expect(Object.keys(properties).filter((name) => name !== 'clear')).toEqual(Object.keys(operation.input.shape))
    expect(required).toEqual(Object.keys(properties))
    const nothing = Object.fromEntries(Object.keys(properties).map((name) => [name, null]))
    const example = exampleOf(operation.input) as object
    const filled = { ...nothing, ...example }
    expect(schema.safeParse(filled)).toMatchObject({ success: true })
    expect(operation.input.safeParse(fromToolInput(operation, filled))).toMatchObject({ success: true })
  })

  it('tells models when to use it', () => {
    const file = readFileSync(`prompts/${operation.tool?.guidance}.md`, 'utf8')
    expect(file).toContain(`## ${operation.name}\n`)
    expect(toolDescription(operation).length).toBeGreaterThan(operation.summary.length + 20)
  })

  it.each(LANGUAGE_FORMS)('can be described to the person in %s', (language) => {
    const [domain = '', ...rest] = operation.name.split('.')
    const translate = translator(language)
    expect(translate(`${domain}:actions.${rest.join('.')}`, { defaultValue: '', fallbackLng: [] })).not.toBe('')
    if (operation.tool?.confirm !== 'always') return
    const wordless = Object.keys(given(operation).shape)
      .filter((field) => !/(^|_)id$/.test(field) && !/^acknowledge_/.test(field))
      .filter((field) => translate(`${domain}:fields.${field}`, { defaultValue: '', fallbackLng: [] }) === '')
    expect(wordless).toEqual([])
    expect(translate(`${domain}:done.${rest.join('.')}`, { defaultValue: '', fallbackLng: [] })).not.toBe('')
    const example = exampleOf(given(operation)) as Record<string, unknown>
    const row = operation.subject && (exampleOf(operation.subject.read.output) as Record<string, unknown>)
    const subject = operation.subject?.columns.map((column) => [column, row?.[column]])
    const said = sayDone(operation, example, language, { subject: subject && Object.fromEntries(subject) })
    expect(said).not.toMatch(/[[\]{}]/)
    // It is a sentence and not the list of what was given.
    expect(said).not.toContain(translate(`${domain}:actions.${rest.join('.')}`))
  })
})
