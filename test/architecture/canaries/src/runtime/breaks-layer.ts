import '../assistant/leaf.ts'
export {}
