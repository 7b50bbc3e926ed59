import type { FastifyInstance } from 'fastify'
import { languageOfRequest } from './platform/http/index.ts'
import { translator } from './platform/i18n/translator.ts'

/** `/`: what this server is, for whoever opens its address in a browser. */
export async function homePage(app: FastifyInstance): Promise<void> {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOfRequest(request, request.caller?.language)
    const translate = translator(language)
    void reply.type('text/html; charset=utf-8').headers({ 'content-language': language, vary: 'Accept-Language' })
    return reply
      .serializer((page) => String(page))
      .send(`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${translate('accounts:home.title')}</title>
<h1>${translate('accounts:home.greeting')}</h1>
<p>${translate('accounts:home.text')}</p>
<p><a href="/docs/">${translate('accounts:home.api')}</a></p>
</html>
`)
  })
}
