import type { MessageId, RunId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'

/** One row of the chat. Rows hold ids only, so that streaming text changes a row's content and not the list. */
export type ChatRow =
  | { readonly kind: 'message'; readonly runId: RunId; readonly messageId: MessageId }
  | { readonly kind: 'ending'; readonly runId: RunId; readonly isLast: boolean }

/** The rows of a conversation: each run's messages, then how it stands or ended. */
export function chatRows(runIds: readonly RunId[], byId: Readonly<Record<string, RunState>>): readonly ChatRow[] {
  return runIds.flatMap((runId, at): ChatRow[] => {
    const run = byId[runId]
    if (run === undefined) return []
    const messages = run.messages
      // A continued run has nothing new from the person.
      .filter((message) => message.role === 'assistant' || message.content.length > 0)
      .map(({ id }): ChatRow => ({ kind: 'message', runId, messageId: id }))
    return [...messages, { kind: 'ending', runId, isLast: at === runIds.length - 1 }]
  })
}

/** A row as a text: its identity in the list, equal for equal rows. */
export function rowKey(row: ChatRow): string {
  return JSON.stringify(row)
}

export function rowOfKey(key: string): ChatRow {
  return JSON.parse(key) as ChatRow
}
