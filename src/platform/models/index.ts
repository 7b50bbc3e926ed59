export { type ChatModelOptions, type NamedChatModel, openChatModel } from './chat-model.ts'
export { type Embedder, knownForIndianLanguages, openEmbedder } from './embedder.ts'
export { ModelStalled, ModelStreamBroken, ModelStreamError } from './model-errors.ts'
