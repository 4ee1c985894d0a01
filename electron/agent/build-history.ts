import type { ToolUseId } from '../../shared/ids.ts'
import type { Message, ToolUseBlock } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { ModelContentBlock, ModelMessage, ToolResultBlock } from './ports.ts'

/**
 * A conversation's runs as the model must see them: roles alternate, the first is the user's, no message is empty,
 * every tool use is answered in the next message. Valid whatever state the runs were left in. `next` is what the user
 * says now.
 */
export function buildHistory(runs: readonly RunState[], next?: Message): ModelMessage[] {
  const messages: ModelMessage[] = []
  for (const run of runs) {
    for (const message of run.messages) {
      append(messages, message.role, toModelContent(message))
      const uses = message.content.filter((block) => block.type === 'tool-use')
      if (uses.length > 0)
        append(
          messages,
          'user',
          toToolResults(uses, (id) => storedOutcome(run, id)),
        )
    }
  }
  if (next !== undefined) append(messages, next.role, toModelContent(next))
  return messages[0]?.role === 'assistant' ? messages.slice(1) : messages
}

/** Neighbours of one role become one message: the service refuses two in a row. */
function append(messages: ModelMessage[], role: ModelMessage['role'], content: readonly ModelContentBlock[]): void {
  if (content.length === 0) return
  const last = messages.at(-1)
  if (last?.role === role) messages[messages.length - 1] = { role, content: [...last.content, ...content] }
  else messages.push({ role, content })
}

/** What of a message is sent: empty and blank text is refused by the service. */
export function toModelContent(message: Message): readonly ModelContentBlock[] {
  return message.content.filter((block) => block.type !== 'text' || block.text.trim() !== '')
}

/** One result per use, in the order of the uses. A use that never ran says so. */
export function toToolResults(
  uses: readonly ToolUseBlock[],
  outcomeOf: (id: ToolUseId) => ToolOutcome | undefined,
): readonly ToolResultBlock[] {
  return uses.map(({ toolUseId }) => {
    const outcome = outcomeOf(toolUseId)
    const content = outcome?.content ?? []
    return {
      type: 'tool-result',
      toolUseId,
      status: outcome?.status === 'success' ? 'success' : 'error',
      content:
        content.length > 0
          ? content
          : [{ type: 'text', text: outcome === undefined ? 'This call was not run.' : '(no output)' }],
    }
  })
}

function storedOutcome(run: RunState, id: ToolUseId): ToolOutcome | undefined {
  const state = run.tools[id]?.state
  return state?.kind === 'done' ? state.outcome : undefined
}
