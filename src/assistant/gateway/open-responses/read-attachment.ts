import type { Attachment } from '../../turn/turn-input.ts'
import { GatewayError } from '../gateway-error.ts'
import type { ContentPart } from './create-request.ts'
import { isUuid } from './identifiers.ts'

type FilePart = Extract<ContentPart, { type: 'input_image' | 'input_file' }>

const BASE64 = /^[A-Za-z0-9+/_\s-]*={0,2}$/

/**
 * Reads a file part of a message. Files come inside the request or are documents that the person already has; addresses
 * elsewhere are not fetched, because whoever writes a message could then make the server call anything.
 * @throws {GatewayError}
 */
export function readAttachment(part: FilePart): Attachment {
  if (part.file_id) {
    if (!isUuid(part.file_id)) throw new GatewayError('file_not_found', 'file_id')
    return { kind: 'document', documentId: part.file_id }
  }
  if (part.type === 'input_image') {
    if (!part.image_url) throw new GatewayError('missing_required_parameter', 'image_url')
    if (!part.image_url.startsWith('data:')) throw new GatewayError('unsupported_parameter', 'image_url')
    return upload(part.image_url, undefined, 'image_url')
  }
  if (part.file_url) throw new GatewayError('unsupported_parameter', 'file_url')
  if (!part.file_data) throw new GatewayError('missing_required_parameter', 'file_data')
  return upload(part.file_data, part.filename ?? undefined, 'file_data')
}

/** @param content a data URL, or bare base64. */
function upload(content: string, name: string | undefined, param: string): Attachment {
  const comma = content.startsWith('data:') ? content.indexOf(',') : -1
  const [mediaType, ...settings] = content.slice('data:'.length, Math.max(comma, 0)).split(';')
  if (comma >= 0 && settings.at(-1) !== 'base64') throw new GatewayError('invalid_file_data', param)
  const encoded = content.slice(comma + 1).trimEnd()
  if (!BASE64.test(encoded)) throw new GatewayError('invalid_file_data', param)
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length === 0) throw new GatewayError('invalid_file_data', param)
  return { kind: 'upload', name: name ?? nameFor(mediaType), mediaType: mediaType || undefined, bytes }
}

/** Images pasted into a chat have no name of their own. */
function nameFor(mediaType: string | undefined): string {
  const subtype = mediaType?.split('/')[1]?.replace(/[^a-z0-9]/gi, '')
  return subtype ? `attachment.${subtype}` : 'attachment'
}
