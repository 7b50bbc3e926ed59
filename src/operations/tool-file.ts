import { z } from 'zod'
import { Problem, ValidationFailed } from '../platform/errors/problem.ts'

/** Bytes that a tool takes as a file: it comes inside a JSON body, which is held in memory whole. */
export const TOOL_FILE_BYTES = 5 * 1024 * 1024

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/** A file as tools are given one. */
export const toolFile = (description: string) =>
  z
    .string()
    .min(1)
    .max(Math.ceil(TOOL_FILE_BYTES / 3) * 4)
    .meta({ description: `${description} Base64, of 5 MB at most.`, examples: ['JVBERi0xLjcKJeLjz9MK'] })

/** @throws {Problem} ValidationFailed naming `/file` where it is no base64. */
export function fileOfTool(encoded: string): Buffer {
  const bytes = BASE64.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0)
  if (bytes.length === 0) throw new Problem(ValidationFailed, { errors: [{ pointer: '/file', code: 'not_base64' }] })
  return bytes
}
