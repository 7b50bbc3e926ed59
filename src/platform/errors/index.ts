export * from './problem.ts'
export { fieldErrorText, type ProblemDocument, problemDocument } from './problem-document.ts'
