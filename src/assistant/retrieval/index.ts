export { type RetrievalDependencies, retrievalStage } from './retrieval-stage.ts'
