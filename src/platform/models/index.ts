export { type ChatModelOptions, type NamedChatModel, openChatModel } from './chat-model.ts'
export { type Embedder, openEmbedder } from './embedder.ts'
