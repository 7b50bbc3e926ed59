import '../domains/apples/index.ts'
export {}
