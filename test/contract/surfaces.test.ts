import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathParameters, successStatus } from '../../src/operations/adapters/rest-routes.ts'
import { toolSchema } from '../../src/operations/adapters/tool-schema.ts'
import { addExampleRows, digestOfRows, exampleInput, filledPath } from './support/example-rows.ts'
import { catalogue, type OperationsApp, openOperationsApp } from './support/operations-app.ts'

let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp()
})
afterAll(async () => context.close())

const routed = catalogue.flatMap((operation) =>
  operation.rest ? [[operation.name, operation, operation.rest] as const] : [],
)

interface DocumentEntry {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly properties?: object } }> }
  readonly responses: Record<string, unknown>
}

describe.each(routed)('%s', (name, operation, rest) => {
  const parameters = pathParameters(rest.path)

  it('answers its route, is documented there, and writes an audit row', async () => {
    const { app, asha, call, testDatabase } = context
    const document = app.swagger() as unknown as {
      paths: Record<string, Record<string, DocumentEntry>>
    }
    const entry = document.paths[`/api/v1${rest.path}`]?.[rest.method.toLowerCase()]
    expect(entry).toMatchObject({ operationId: name.replaceAll('.', '_') })
    expect(Object.keys(entry?.responses ?? {})).toContain(String(successStatus(rest)))
    // Route, document and tool take the same fields.
    const body = Object.values(entry?.requestBody?.content ?? {})[0]?.schema.properties ?? {}
    const elsewhere = (entry?.parameters ?? []).filter(({ in: place }) => place !== 'header').map((each) => each.name)
    expect([...elsewhere, ...Object.keys(body)].sort()).toEqual(Object.keys(operation.input.shape).sort())
    if (operation.tool) {
      const fields = Object.keys(toolSchema(operation).shape).filter((field) => field !== 'clear')
      expect(fields.sort()).toEqual(Object.keys(operation.input.shape).sort())
    }

    const ids = await addExampleRows(context, asha, rest.path)
    const audited = async () =>
      (
        await testDatabase.query<{ count: number }>(
          'select count(*)::integer as count from audit_logs where user_id = $1 and action = $2 and success',
          [asha.userId, name],
        )
      )[0]?.count
    const before = await audited()
    const others = Object.entries(exampleInput(operation, ids)).filter(([key]) => !parameters.includes(key))
    const address = filledPath(rest.path, ids)
    const answer =
      rest.method === 'GET' || rest.method === 'DELETE'
        ? await call(
            asha,
            rest.method,
            `${address}?${new URLSearchParams(others.map(([key, value]): [string, string] => [key, String(value)]))}`,
          )
        : await call(asha, rest.method, address, {
            body: { ...Object.fromEntries(others), ...acknowledged(operation.input.shape) },
          })
    expect(answer.statusCode, answer.payload).toBe(successStatus(rest))
    if (answer.statusCode !== 204) expect(operation.output.safeParse(answer.body_)).toMatchObject({ success: true })
    expect(await audited()).toBeGreaterThan(before ?? 0)
  })
})

const addressed = routed.filter(([, , rest]) => pathParameters(rest.path).some((name) => /(^|_)id$/.test(name)))

describe.each(addressed)('%s', (_name, operation, rest) => {
  const parameters = pathParameters(rest.path)

  it('does not exist for another person, and stays as it was', async () => {
    const { asha, bala, call } = context
    const ids = await addExampleRows(context, asha, rest.path)
    const others = Object.entries(exampleInput(operation, ids)).filter(([key]) => !parameters.includes(key))
    const rows = () => digestOfRows(context, asha.userId)
    const before = await rows()
    const hasBody = rest.method !== 'GET' && rest.method !== 'DELETE'
    const answer = await call(
      bala,
      rest.method,
      filledPath(rest.path, ids),
      hasBody ? { body: { ...Object.fromEntries(others), ...acknowledged(operation.input.shape) } } : {},
    )
    expect(answer.statusCode, answer.payload).toBe(404)
    expect(answer.body_).toMatchObject({ type: 'urn:swasthwrap:problem:not-found', status: 404 })
    expect(await rows()).toEqual(before)
  })
})

function acknowledged(shape: object): object {
  return 'acknowledge_warnings' in shape ? { acknowledge_warnings: true } : {}
}
