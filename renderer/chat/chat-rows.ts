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

/** A row's identity in the list. */
export function rowKey(row: ChatRow | undefined): string | undefined {
  return row && `${row.runId} ${row.kind === 'message' ? row.messageId : ''}`
}

export function writeRows(rows: readonly ChatRow[]): string {
  return JSON.stringify(rows)
}

/** Reads what `writeRows` wrote. */
export function readRows(written: string): readonly ChatRow[] {
  return JSON.parse(written) as readonly ChatRow[]
}
