import { setTimeout as delay } from 'node:timers/promises'
import type { ApiClient } from '../../support/api-client.ts'

/** A picture of the first page of a document, which takes some seconds to read; of another width it is another picture. */
export async function pictureOf(client: ApiClient, documentId: string, width = 1600): Promise<Uint8Array<ArrayBuffer>> {
  const image = await client.request('GET', `/api/v1/documents/${documentId}/pages/1/image?width=${width}`)
  return new Uint8Array(await image.arrayBuffer())
}

export const statusOf = async (client: ApiClient, id: string): Promise<string> =>
  (await client.json<{ status: string }>('GET', `/api/v1/documents/${id}`)).status

/** Waits until a document has a status, and says for how many milliseconds. */
export async function until(client: ApiClient, id: string, status: string, milliseconds: number): Promise<number> {
  const started = performance.now()
  while ((await statusOf(client, id)) !== status) {
    if (performance.now() - started > milliseconds) throw new Error(`Not ${status} after ${milliseconds} ms`)
    await delay(50)
  }
  return performance.now() - started
}
