import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where `npm run build` puts the page. */
const BUILT = fileURLToPath(new URL('../dist/web', import.meta.url))
/** Their names change with their content. */
const ASSETS = '/assets/'
/** The other files of the page. Browsers ask for the icon by a name of their own. */
const FILES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/service-worker.js': 'service-worker.js',
  '/manifest.webmanifest': 'manifest.webmanifest',
  '/icon.svg': 'icon.svg',
  '/favicon.ico': 'icons/icon-192.png',
  '/icons/icon-192.png': 'icons/icon-192.png',
  '/icons/icon-512.png': 'icons/icon-512.png',
  '/icons/maskable-512.png': 'icons/maskable-512.png',
  '/icons/maskable-180.png': 'icons/maskable-180.png',
  '/icons/badge-96.png': 'icons/badge-96.png',
}
/** Where links in mails and messages lead. The page shows what they mean behind a `#`, which no server's log sees. */
const LINKS = ['/medications', '/medications/:id', '/appointments/:id', '/emergency/alerts/:id', '/connected-services']
const MISSING =
  'The page has not been built: run "npm run build" in the folder of the server. Everything else works; how programs talk to it stands at /docs.\n'

/** `/`: the page, as the build left it, compressed beforehand. */
export async function webPage(
  app: FastifyInstance,
  { directory = BUILT }: { readonly directory?: string },
): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .serializer((text) => String(text))
        .send(MISSING),
    )
    return
  }
  await app.register(fastifyStatic, {
    root: path.join(directory, 'assets'),
    prefix: ASSETS,
    preCompressed: true,
    index: false,
    schemaHide: true,
    immutable: true,
    maxAge: '1y',
  })
  for (const link of LINKS) {
    app.get(link, { schema: { hide: true } }, (request, reply) => reply.redirect(`/#${request.url}`))
  }
  for (const [address, file] of Object.entries(FILES)) {
    // What has one name for ever is asked for again each time, and mostly answered with "not modified".
    app.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.sendFile(file, directory, { cacheControl: false }).header('cache-control', 'no-cache'),
    )
  }
}
