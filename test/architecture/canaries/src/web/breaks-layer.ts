import '../platform/leaf.ts'
