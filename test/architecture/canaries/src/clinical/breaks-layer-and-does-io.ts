import '../platform/leaf.ts'
import 'node:fs'
export {}
