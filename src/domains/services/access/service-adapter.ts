import type { Found } from '../archives/found-sample.ts'
import { isObject, type JsonObject } from '../archives/json-file.ts'
import { ServiceProblem } from './service-problem.ts'

/** Asks the service for JSON with the person's access. @throws {ServiceProblem} */
export type FetchJson = (url: URL) => Promise<unknown>

/** The time that a sync is about. */
export interface SyncWindow {
  readonly from: Date
  readonly to: Date
}

/** One kind of data of a service. */
export interface ServiceData {
  readonly name: string
  readonly read: (fetchJson: FetchJson, window: SyncWindow) => AsyncIterable<readonly Found[]>
}

/** What one service's protocols come to. */
export interface ServiceAdapter {
  readonly authorizationEndpoint: URL
  readonly tokenEndpoint: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string | undefined
  /** What its authorization endpoint takes besides what OAuth has. */
  readonly authorizationParameters: Readonly<Record<string, string>>
  readonly data: readonly ServiceData[]
  /** How far back the first sync looks. */
  readonly firstMilliseconds: number
  /** How far each later one looks back behind the one before: watches hand in late what they have seen. */
  readonly overlapMilliseconds: number
  /** How access is given back. */
  readonly revoke: (tokens: { readonly accessToken: string; readonly refreshToken: string | null }) => Request
}

/** No service has as many pages of one kind; one that has is lying. */
const MOST_PAGES = 1_000

/**
 * The pages of a list, each an object.
 * @throws {ServiceProblem} `wrong-answer` for what is no object, for a page that leads to itself, and for pages without end.
 */
export async function* pagesOf(
  fetchJson: FetchJson,
  pageUrl: (token: string | undefined) => URL,
  nextOf: (page: JsonObject) => unknown,
): AsyncGenerator<JsonObject> {
  const seen = new Set<string>()
  let token: string | undefined
  do {
    const page = await fetchJson(pageUrl(token))
    if (!isObject(page)) throw new ServiceProblem('wrong-answer')
    yield page
    const next = nextOf(page)
    token = typeof next === 'string' && next !== '' ? next : undefined
    if (token !== undefined && (seen.has(token) || seen.size >= MOST_PAGES)) throw new ServiceProblem('wrong-answer')
    if (token !== undefined) seen.add(token)
  } while (token !== undefined)
}
