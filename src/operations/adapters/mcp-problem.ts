import { McpError } from '@modelcontextprotocol/sdk/types.js'
import { Problem } from '../../platform/errors/problem.ts'
import { problemDocument } from '../../platform/errors/problem-document.ts'
import type { Caller } from '../define-operation.ts'

/**
 * Does something for a client of the protocol.
 * @throws {McpError} with the given code, in the caller's language, in the place of a problem.
 */
export async function asProtocol<Result>(work: () => Promise<Result>, caller: Caller, code: number): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { title, detail } = problemDocument(error, caller.language, caller.requestId)
    throw new McpError(code, `${title}: ${detail}`)
  }
}
