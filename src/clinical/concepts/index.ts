export type { Concept, ConceptKind } from './concept.ts'
export {
  CONCEPTS,
  type ConceptMatch,
  conceptById,
  findConcepts,
  isStopWord,
  type Word,
  wordsOf,
} from './find-concepts.ts'
export { latinise, type Script, scriptOf, skeletonOf, soundOf } from './sound.ts'
