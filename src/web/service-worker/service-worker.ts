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

/** What the server pushes: a text in the person's language, where a tap leads, and what can be done at once. */
interface Pushed {
  readonly title?: string
  readonly body?: string
  readonly tag?: string
  /** Part of the page's address: `#/records/medications`. */
  readonly place?: string
  readonly actions?: readonly PushedAction[]
}

worker.addEventListener('push', (event) => {
  const pushed = readPush(event.data)
  const options: NotificationOptions & { actions?: readonly PushedAction[] } = {
    body: pushed.body ?? '',
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { place: pushed.place ?? '#/' },
    ...(pushed.tag === undefined ? {} : { tag: pushed.tag }),
    ...(pushed.actions === undefined ? {} : { actions: pushed.actions }),
  }
  event.waitUntil(worker.registration.showNotification(pushed.title ?? 'Swasthwrap', options))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { place } = event.notification.data as { place: string }
  event.waitUntil(openPlace(event.action === '' ? place : withAction(place, event.action)))
})

function readPush(data: PushMessageData | null): Pushed {
  try {
    return (data?.json() ?? {}) as Pushed
  } catch {
    return { body: data?.text() ?? '' }
  }
}

/** The page does what was tapped: only it holds the person's session. */
function withAction(place: string, action: string): string {
  return `${place}${place.includes('?') ? '&' : '?'}action=${encodeURIComponent(action)}`
}

async function openPlace(place: string): Promise<void> {
  const address = new URL(PAGE + (place.startsWith('#') ? place : '#/'), worker.location.origin).href
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!open) {
    await worker.clients.openWindow(address)
    return
  }
  await open.focus()
  await open.navigate(address)
}
