export { type EmbeddingContext, embedJobId, embedRecordJob } from './embedding-job.ts'
export { type FoundPassage, findPassages } from './find-passages.ts'
export { createSearchIndexer, type SearchIndexer } from './search-indexer.ts'
export { searchOperations } from './search-operations.ts'
