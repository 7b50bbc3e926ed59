import { wordsOf } from '../fhir-elements.ts'
import { dayOf } from '../fhir-times.ts'
import { at, objectsAt, textAt } from '../json.ts'
import { type ReadResource, refused } from '../read-outcome.ts'
import type { Origin, PlannedFile } from './import-plan.ts'
import type { IncomingResource } from './incoming-resource.ts'
import type { Resolve } from './references.ts'

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/

/** The bytes of an attachment: in it, or in the `Binary` that it names. Nothing is fetched from elsewhere. */
export function attachedBytes(attachment: unknown, from: IncomingResource, resolve: Resolve): Uint8Array | undefined {
  const binary = resolve(textAt(attachment, 'url'), from)
  const data = textAt(attachment, 'data') ?? (binary?.type === 'Binary' ? textAt(binary.resource, 'data') : undefined)
  return data === undefined || !BASE64.test(data) ? undefined : Buffer.from(data, 'base64')
}

/** The file of a document, as an upload. */
export function planFile(
  each: IncomingResource,
  origin: Origin,
  resolve: Resolve,
): PlannedFile | Extract<ReadResource, { refused: unknown }> {
  const { resource } = each
  const attachments = objectsAt(resource, 'content').map((content) => at(content, 'attachment'))
  for (const attachment of attachments) {
    const bytes = attachedBytes(attachment, each, resolve)
    if (bytes !== undefined) {
      return {
        ...origin,
        bytes,
        name: textAt(attachment, 'title') ?? wordsOf(resource['type']) ?? 'FHIR',
        day: dayOf(textAt(resource, 'context', 'period', 'start') ?? textAt(resource, 'date'))?.day ?? null,
        description: textAt(resource, 'description') ?? null,
      }
    }
  }
  return refused('/content/attachment', 'fhir_file_missing')
}
