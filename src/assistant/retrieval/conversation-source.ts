/** The address of what was said in this conversation. It supports saying it back, and is never cited. */
export const CONVERSATION = { kind: 'reference', title: 'conversation' } as const
