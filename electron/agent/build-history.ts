import type { ToolUseId } from '../../shared/ids.ts'
import type { Message, ToolUseBlock } from '../../shared/messages.ts'
import type { Compaction, RunState } from '../../shared/run-events.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { appendMessage } from './append-message.ts'
import { replaceBefore } from './compact-history.ts'
import type { ModelContentBlock, ModelMessage, ToolResultBlock } from './ports.ts'

/**
 * A conversation's runs as the model must see them: roles alternate, the first is the user's, no message is empty,
 * every tool use is answered in the next message. Valid whatever state the runs were left in. `next` is what the user
 * says now.
 *
 * Block by block it is what was sent while those runs were under way, so that the prompt cache is met again.
 */
export function buildHistory(runs: readonly RunState[], next?: Message): ModelMessage[] {
  let messages: ModelMessage[] = []
  for (const run of runs) {
    const [question] = run.messages
    if (question !== undefined) appendSaid(messages, question)
    messages = historyAfter(messages, run)
  }
  if (next !== undefined) appendSaid(messages, next)
  return messages[0]?.role === 'assistant' ? messages.slice(1) : messages
}

/**
 * What a run leaves for the next one: `given` is what it started with, up to and including its user's message. The
 * messages of `given` are kept as they are, so this costs what the run holds, however long the conversation is.
 */
export function historyAfter(given: readonly ModelMessage[], run: RunState): ModelMessage[] {
  let messages = given.slice()
  for (const [index, message] of run.messages.entries()) {
    if (index === 0) continue
    messages = compacted(messages, run, (before) => before === index)
    appendSaid(messages, message)
    const uses = message.content.filter((block) => block.type === 'tool-use')
    const results = toToolResults(uses, (id) => storedOutcome(run, id))
    appendMessage(messages, { role: 'user', content: results })
  }
  return compacted(messages, run, (before) => before >= run.messages.length)
}

function appendSaid(messages: ModelMessage[], message: Message): void {
  appendMessage(messages, { id: message.id, role: message.role, content: toModelContent(message) })
}

/** A compaction whose first kept message is gone from the conversation says nothing about what is left of it. */
function compacted(
  messages: ModelMessage[],
  { compactions = [] }: RunState,
  isDue: (messagesBefore: number) => boolean,
): ModelMessage[] {
  return compactions
    .filter(({ messagesBefore }) => isDue(messagesBefore))
    .reduce((all, compaction) => applyCompaction(all, compaction), messages)
}

function applyCompaction(messages: ModelMessage[], { keptFrom, summary }: Compaction): ModelMessage[] {
  const cut = messages.findIndex(({ id }) => id === keptFrom)
  return cut === -1 ? messages : replaceBefore(messages, cut, summary)
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
