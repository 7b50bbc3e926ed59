export { INTENTS, type Intent } from './question.ts'
export { type RetrievalDependencies, retrievalStage } from './retrieval-stage.ts'
