import '../../assistant/leaf.ts'
import '../pears/pear-store.ts'
export {}
