/** What stands around a match in a snippet (`ConversationSummary.snippet`). */
export const matchStart = '\u0002'
export const matchEnd = '\u0003'
