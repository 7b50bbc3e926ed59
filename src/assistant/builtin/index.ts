export { nameIn } from './answers/record-lists.ts'
export { BUILTIN_MODEL, BuiltinChatModel } from './builtin-chat-model.ts'
