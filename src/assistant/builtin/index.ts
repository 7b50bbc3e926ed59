export { BUILTIN_MODEL, BuiltinChatModel } from './builtin-chat-model.ts'
