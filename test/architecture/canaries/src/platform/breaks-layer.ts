import '../operations/leaf.ts'
export {}
