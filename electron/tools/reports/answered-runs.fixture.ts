import { agentId, conversationId, messageId, modelId, runId, toolUseId } from '../../../shared/ids.ts'
import { foldRunEvents, type RunEvent, type RunState } from '../../../shared/run-events.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { ToolOutcome } from '../../../shared/tool-results.ts'

export type Said = {
  /** null for a run that goes on with the one before. */
  readonly ask: string | null
  readonly calls?: readonly {
    readonly name: string
    readonly input: JsonValue
    readonly outcome: Partial<ToolOutcome>
  }[]
  readonly answer: string
}

/** For tests: runs as they are stored, from what was asked, shown and answered in them. */
export function answeredRuns(said: readonly Said[]): readonly RunState[] {
  return said.map((each, at) => {
    const run = foldRunEvents(eventsOf(each, at + 1))
    if (run === undefined) throw new Error('a run begins with its start')
    return run
  })
}

function eventsOf({ ask, calls = [], answer }: Said, number: number): readonly RunEvent[] {
  const at = Date.UTC(2026, 2, 1, 12, number)
  const id = runId.parse(`run${number}`)
  const message = messageId.parse(`message${number}`)
  const uses = calls.map((call, index) => ({ ...call, toolUseId: toolUseId.parse(`use${number}-${index}`) }))
  return [
    {
      type: 'run-started',
      runId: id,
      conversationId: conversationId.parse('conversation1'),
      agentId: agentId.parse('analyst'),
      modelId: modelId.parse('offline:analyst'),
      userMessage: {
        id: messageId.parse(`asked${number}`),
        role: 'user',
        content: ask === null ? [] : [{ type: 'text', text: ask }],
        createdAt: at,
      },
      at,
    },
    { type: 'message-started', messageId: message, at },
    {
      type: 'message-completed',
      message: {
        id: message,
        role: 'assistant',
        content: [
          ...uses.map(({ toolUseId: use, name, input }) => ({
            type: 'tool-use' as const,
            toolUseId: use,
            name,
            input,
          })),
          { type: 'text', text: answer },
        ],
        createdAt: at,
      },
    },
    ...uses.flatMap(({ toolUseId: use, name, input, outcome }): RunEvent[] => [
      { type: 'tool-use-started', messageId: message, index: 0, toolUseId: use, name },
      { type: 'tool-prepared', toolUseId: use, title: name, input },
      {
        type: 'tool-completed',
        toolUseId: use,
        outcome: { status: 'success', content: [], ...outcome },
        durationMs: 1,
      },
    ]),
    { type: 'run-ended', stop: { kind: 'completed' }, at },
  ]
}
