import { expect, test } from 'vitest'
import { LANGUAGE_FORMS } from '../../src/clinical/language-forms.ts'
import { openEmbedder } from '../../src/platform/models/index.ts'
import { measureRetrieval } from '../evals/retrieval.ts'
import { startScriptedModelServer } from '../support/scripted-model-server.ts'

test('the retrieval evaluation measures any embeddings server', async () => {
  const server = await startScriptedModelServer()
  const figures = await measureRetrieval(openEmbedder({ baseUrl: server.url, apiKey: 'k', model: 'bag-of-words' }), 4)
  await server.close()
  expect(figures).toMatchObject({ model: 'bag-of-words', questions: 4 })
  for (const form of LANGUAGE_FORMS) {
    expect(figures.fused[form].recallAt5).toBeGreaterThanOrEqual(0.5)
    // A bag of words finds nothing in another script by itself: these vectors are the server's, not the built-in ones.
    expect(figures.vectorsAlone[form].ndcgAt10).toBeLessThan(1)
  }
  expect(figures.pairs.filter(({ text }) => text === 'en').map(({ question }) => question)).toEqual([...LANGUAGE_FORMS])
})
