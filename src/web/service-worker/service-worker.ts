/**
 * Keeps the page itself on the device, so that it opens at once and without a network, and shows what the server pushes.
 * What people's records say is never kept here: answers of the server pass through untouched.
 */
const worker = self as unknown as ServiceWorkerGlobalScope

const CACHE = 'swasthwrap-page'
const PAGE = '/'
const ASSET = /^\/(?:assets|icons)\/|^\/(?:icon\.svg|manifest\.webmanifest)$/
/** A slow network gets this long before what is kept is shown. */
const PATIENCE_MILLISECONDS = 3_000

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(newestPage(request))
  else if (ASSET.test(url.pathname)) event.respondWith(assetOf(request))
})

/** Fetches the page and everything that it names. */
async function keepPage(): Promise<void> {
  const cache = await caches.open(CACHE)
  const response = await fetch(PAGE, { cache: 'reload' })
  if (!response.ok) return
  const html = await response.clone().text()
  await cache.put(PAGE, response)
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].flatMap(([, path]) => (path ? [path] : []))
  await Promise.all(named.filter((path) => ASSET.test(path)).map((path) => cache.add(path)))
}

/** The page as the server has it now, or as it was kept where the network is slow or gone. */
async function newestPage(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const fetched = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(PAGE, response.clone())
    return response
  })
  const kept = await cache.match(PAGE)
  if (!kept) return fetched
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE_MILLISECONDS))
  return Promise.race([fetched.catch(() => kept.clone()), late])
}

/** Files whose names change with their content: what is kept is right for ever. */
async function assetOf(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

interface PushedAction {
  readonly action: string
  readonly title: string
}

/** What the server pushes, in the person's language. */
interface Pushed {
  /** Of the notification in the record. */
  readonly id?: string
  readonly title?: string
  readonly body?: string
  readonly tag?: string
  /** Where a tap leads: `/medications/due`. */
  readonly url?: string
  readonly lang?: string
  readonly silent?: boolean
  readonly vibrate?: boolean
  /** Stays until it is answered. */
  readonly urgent?: boolean
  /** What can be answered at once: `taken`. */
  readonly actions?: readonly PushedAction[]
}

type ShownOptions = NotificationOptions & {
  readonly actions: readonly PushedAction[]
  readonly vibrate?: readonly number[]
}

worker.addEventListener('push', (event) => {
  const pushed = readPush(event.data)
  const silent = pushed.silent ?? false
  const options: ShownOptions = {
    body: pushed.body ?? '',
    lang: pushed.lang ?? '',
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { id: pushed.id, url: pushed.url ?? PAGE },
    actions: pushed.actions ?? [],
    requireInteraction: pushed.urgent ?? false,
    silent,
    ...(pushed.vibrate && !silent ? { vibrate: [120, 60, 120] } : {}),
    ...(pushed.tag === undefined ? {} : { tag: pushed.tag }),
  }
  event.waitUntil(worker.registration.showNotification(pushed.title ?? 'Swasthwrap', options))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { id, url } = event.notification.data as { readonly id?: string; readonly url: string }
  const { action } = event
  event.waitUntil(action === '' || id === undefined ? openPlace(url) : answerOrOpen(id, action, url))
})

function readPush(data: PushMessageData | null): Pushed {
  try {
    return (data?.json() ?? {}) as Pushed
  } catch {
    return { body: data?.text() ?? '' }
  }
}

/** Tells the server what was tapped; where that is not possible now, the page opens at the same place. */
async function answerOrOpen(id: string, action: string, url: string): Promise<void> {
  const path = `/api/v1/notifications/${encodeURIComponent(id)}/act`
  try {
    const first = await post(path, { action })
    const answer = first.status === 401 && (await renew()) ? await post(path, { action }) : first
    // Answered before, here or on another device, is answered.
    if (answer.ok || answer.status === 409) return
  } catch {
    // No network: the person can answer on the page.
  }
  await openPlace(url)
}

/** In turn with the page, since a refresh token counts once. */
async function renew(): Promise<boolean> {
  const trade = async (): Promise<boolean> => (await post('/api/v1/auth/refresh', {})).ok
  return 'locks' in worker.navigator ? worker.navigator.locks.request('swasthwrap.renew', trade) : trade()
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Opens the page, or brings it to the front, at the place of a path of ours. */
async function openPlace(path: string): Promise<void> {
  const place = path.startsWith('/') && !path.startsWith('//') ? path : PAGE
  const address = new URL(`${PAGE}#${place}`, worker.location.origin).href
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!open) {
    await worker.clients.openWindow(address)
    return
  }
  await open.focus()
  await open.navigate(address)
}
