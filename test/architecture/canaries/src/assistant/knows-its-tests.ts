import '../../test/support/helper.ts'
export {}
