import '../domains/pears/pear-store.ts'
import '../runtime/leaf.ts'
import 'pg'
import '../nowhere.ts'
export {}
