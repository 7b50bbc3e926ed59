/** What nests a collection in a conversation. */
export function ofSession(foreignKey: string) {
  return {
    table: 'chat_sessions',
    column: 'session_id',
    description: 'The conversation it belongs to.',
    foreignKey,
  }
}
