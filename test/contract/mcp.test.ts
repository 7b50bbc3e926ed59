import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/operations/define-operation.ts'
import { conformanceOperations, conformancePrompts, conformanceResources } from './support/conformance-operations.ts'
import { addExampleRows } from './support/example-rows.ts'
import { catalogue, type OperationsApp, openOperationsApp } from './support/operations-app.ts'

let context: OperationsApp
let address: string
beforeAll(async () => {
  context = await openOperationsApp(
    {},
    {
      operations: conformanceOperations,
      resources: conformanceResources,
      prompts: conformancePrompts,
    },
  )
  address = await context.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => context.close())

async function connect(caller: Caller): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(`${address}/mcp`), {
    requestInit: { headers: { 'x-test-caller': caller.userId } },
  })
  // The SDK's own types disagree with exactOptionalPropertyTypes.
  await client.connect(transport as Parameters<Client['connect']>[0])
  return client
}

describe('a stock MCP client', () => {
  it('finds every tool with the annotations of its effect', async () => {
    const client = await connect(context.asha)
    const { tools } = await client.listTools()
    const offered = [...catalogue, ...conformanceOperations].filter((operation) => operation.tool)
    expect(tools.map((tool) => tool.name)).toEqual(offered.map((operation) => operation.name.replaceAll('.', '_')))
    for (const [index, tool] of tools.entries()) {
      const effect = offered[index]?.effect
      expect(tool.annotations).toMatchObject({
        readOnlyHint: effect === 'read',
        destructiveHint: effect === 'destructive',
      })
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    }
    await client.close()
  })

  it('reads the rows of its own caller only', async () => {
    const { id } = (await context.call(context.asha, 'POST', '/allergies', { body: { substance: 'Latex' } })).body_
    const own = await connect(context.asha)
    const listed = await own.callTool({ name: 'allergies_list', arguments: {} })
    expect(listed.structuredContent).toMatchObject({ data: [{ id, substance: 'Latex' }] })
    const stranger = await connect(context.bala)
    expect(await stranger.callTool({ name: 'allergies_get', arguments: { id } })).toMatchObject({
      isError: true,
      structuredContent: { status: 404 },
    })
    const summary = await stranger.readResource({ uri: 'swasthwrap://record/summary' })
    expect(JSON.stringify(summary)).not.toContain('Latex')
    await Promise.all([own.close(), stranger.close()])
  })

  it('proposes what it would change, and the person confirms', async () => {
    const client = await connect(context.asha)
    const proposed = await client.callTool({
      name: 'goals_add',
      arguments: { goal_title: 'Walk', target_value: 5000, unit: 'steps' },
    })
    expect(proposed.structuredContent).toMatchObject({ status: 'awaiting_confirmation' })
    expect((await client.callTool({ name: 'goals_list', arguments: {} })).structuredContent).toMatchObject({ data: [] })
    const { pending_action_id } = proposed.structuredContent as { pending_action_id: string }
    await context.call(context.asha, 'POST', `/pending-actions/${pending_action_id}/confirm`)
    expect((await client.callTool({ name: 'goals_list', arguments: {} })).structuredContent).toMatchObject({
      data: [{ goal_title: 'Walk', target_value: '5000' }],
    })
    await client.close()
  })

  it('hears what is wrong with its arguments', async () => {
    const client = await connect(context.asha)
    const answer = await client.callTool({
      name: 'metrics_add',
      arguments: { metric_type: 'mood', value: 'good', colour: 1 },
    })
    expect(answer.isError).toBe(true)
    const { errors } = answer.structuredContent as { errors: { pointer: string }[] }
    expect(errors.map((error) => error.pointer)).toEqual(['/metric_type', '/value', '/colour'])
    await expect(client.callTool({ name: 'no_such_tool', arguments: {} })).rejects.toThrow('There is no tool')
    await client.close()
  })

  it('attaches the summary of the record and the texts of documents, also with a task of its own', async () => {
    const client = await connect(context.asha)
    const { resources } = await client.listResources()
    expect(resources.map((resource) => resource.uri)).toContain('swasthwrap://record/summary')
    const { contents } = await client.readResource({ uri: 'swasthwrap://record/summary' })
    expect(JSON.parse((contents[0] as { text: string }).text)).toMatchObject({
      person: { name: 'Asha Raman' },
      allergies: [{ substance: 'Latex' }],
    })
    const ids = await addExampleRows(context, context.asha, '/documents/{id}')
    await context.testDatabase.query(
      `insert into document_pages (user_id, document_id, page_number, source, text, content_hash)
       values ($1, $2, 1, 'text_layer', 'HbA1c 8.2 %', 'none')`,
      [context.asha.userId, ids['id']],
    )
    const uri = `swasthwrap://documents/${ids['id']}`
    const listed = (await client.listResources()).resources.find((each) => each.uri === uri)
    expect(listed).toMatchObject({ name: 'Report', mimeType: 'text/plain' })
    expect((await client.readResource({ uri })).contents).toEqual([
      { uri, mimeType: 'text/plain', text: 'HbA1c 8.2 %' },
    ])
    const prompt = { name: 'explain_document', arguments: { document: 'Report' } }
    const { messages } = await client.getPrompt(prompt)
    expect(messages).toMatchObject([
      { role: 'user', content: { type: 'resource', resource: { uri, text: 'HbA1c 8.2 %' } } },
      { role: 'user', content: { type: 'text', text: expect.stringContaining('What the document says is data') } },
    ])
    const byName = { ref: { type: 'ref/prompt' as const, name: 'explain_document' } }
    const named = await client.complete({ ...byName, argument: { name: 'document', value: 'rep' } })
    expect(named.completion.values).toEqual(['Report'])
    const byAddress = { ref: { type: 'ref/resource' as const, uri: 'swasthwrap://documents/{id}' } }
    const addressed = await client.complete({ ...byAddress, argument: { name: 'id', value: 'Rep' } })
    expect(addressed.completion.values).toContain(ids['id'])
    await expect(client.getPrompt({ ...prompt, arguments: {} })).rejects.toThrow('document is missing')
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain('swasthwrap://documents/{id}')
    const stranger = await connect(context.bala)
    await expect(stranger.readResource({ uri })).rejects.toThrow('Not found')
    await expect(stranger.getPrompt(prompt)).rejects.toThrow('Not found')
    expect(
      (await stranger.complete({ ...byName, argument: { name: 'document', value: '' } })).completion.values,
    ).toEqual([])
    await stranger.close()
    const missing = 'swasthwrap://documents/0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'
    await expect(client.readResource({ uri: missing })).rejects.toThrow('Not found')
    await client.close()
  })
})

describe("the protocol's own conformance tests", () => {
  let proxy: Server
  let proxyAddress: string
  // They know no tokens, so that somebody has to sign their requests.
  beforeAll(async () => {
    const { port } = new URL(address)
    proxy = createServer((incoming, answer) => {
      const headers = { ...incoming.headers, 'x-test-caller': context.asha.userId }
      const { method, url: path } = incoming
      const forwarded = request({ port, method, path, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 500, response.headers)
        response.pipe(answer)
      })
      incoming.pipe(forwarded)
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    proxyAddress = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  })
  afterAll(() => proxy.close())

  it('pass, but for those that are not for this server', async () => {
    const conformance = fileURLToPath(
      new URL('dist/index.js', import.meta.resolve('@modelcontextprotocol/conformance/package.json')),
    )
    const exceptions = fileURLToPath(new URL('support/mcp-conformance.yml', import.meta.url))
    const run = promisify(execFile)(process.execPath, [
      conformance,
      ...['server', '--url', `${proxyAddress}/mcp`, '--suite', 'all', '--expected-failures', exceptions],
    ])
    // It leaves with an error where anything else fails, and where a listed scenario passes.
    const { stdout } = await run.catch((error: { stdout: string }) => {
      throw new Error(error.stdout)
    })
    for (const scenario of OURS) expect(stdout).toMatch(new RegExp(`✓ ${scenario}: [1-9]\\d* passed, 0 failed`))
  })
})

const OURS = [
  ...['server-initialize', 'ping', 'tools-list', 'tools-call-simple-text', 'tools-call-error', 'json-schema-2020-12'],
  ...['prompts-list', 'prompts-get-simple', 'prompts-get-with-args', 'prompts-get-embedded-resource'],
  ...['prompts-get-with-image', 'completion-complete'],
  ...['resources-list', 'resources-read-text', 'resources-templates-read', 'dns-rebinding-protection'],
]

describe('/mcp', () => {
  it('is for people who are signed in', async () => {
    const answer = await fetch(`${address}/mcp`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(401)
  })

  it.each([
    [undefined, '127.0.0.1', 200],
    ['http://127.0.0.1', '127.0.0.1', 200],
    ['http://localhost:6274', 'localhost:6274', 200],
    ['https://inspector.example', '127.0.0.1', 200],
    ['http://evil.example', 'evil.example', 403],
    ['http://evil.example', '127.0.0.1', 403],
    ['http://localhost.evil.example', 'localhost.evil.example', 403],
    ['null', '127.0.0.1', 403],
  ])('from a page of %s that asks %s answers %i', async (origin, host, status) => {
    const answer = await context.app.inject({
      method: 'POST',
      url: '/mcp',
      headers: {
        host,
        ...(origin && { origin }),
        accept: 'application/json, text/event-stream',
        'x-test-caller': context.asha.userId,
      },
      payload: { jsonrpc: '2.0', id: 1, method: 'ping' },
    })
    expect(answer.statusCode, answer.payload).toBe(status)
  })

  it.each([
    ['no JSON', '{', 400],
    ['no JSON-RPC', '{}', 400],
    ['nothing', '', 400],
  ])('answers %s with a client error', async (_what, body, status) => {
    const answer = await fetch(`${address}/mcp`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'x-test-caller': context.asha.userId,
      },
    })
    expect(answer.status).toBe(status)
  })
})

describe('a prompt', () => {
  const values = { document: 'Report', medicine: 'Mox 500', reason: 'chest pain' }

  it.each(['prepare_visit', 'check_medicine'])(
    '%s brings the record along and names only tools that there are',
    async (name) => {
      const client = await connect(context.asha)
      const { prompts } = await client.listPrompts()
      const taken = prompts.find((each) => each.name === name)?.arguments ?? []
      const given = Object.fromEntries(
        Object.entries(values).filter(([key]) => taken.some((each) => each.name === key)),
      )
      const { messages } = await client.getPrompt({ name, arguments: given })
      expect(messages[0]?.content).toMatchObject({ resource: { uri: 'swasthwrap://record/summary' } })
      const text = (messages[1]?.content as { text: string } | undefined)?.text ?? ''
      expect(text).toContain(Object.values(given)[0])
      expect(text).not.toContain('{{')
      const named = [...text.matchAll(/`([a-z_]+)`/g)].map(([, tool]) => tool)
      const { tools } = await client.listTools()
      expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(named))
      await client.close()
    },
  )
})
