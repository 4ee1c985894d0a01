import { messageText } from '../../shared/messages.ts'
import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { addCost, addUsage, noUsage, type Cost, type Usage } from '../../shared/usage.ts'

/** The last line of `ask --json`. */
export type RunResult = {
  readonly type: 'result'
  readonly text: string
  /** The run's stop kind: `completed`, `max-tokens`, `turn-limit`, `cancelled`, `refused`, `failed`. */
  readonly stopReason: string
  readonly usage: Usage
  readonly cost: Cost
  readonly metrics: {
    readonly durationMs: number
    readonly timeToFirstTokenMs: number | null
    readonly modelCalls: number
  }
  readonly toolCalls: readonly {
    readonly name: string
    readonly input: unknown
    readonly status: string
    readonly result: unknown
  }[]
  readonly conversationId: string
}

export function toRunResult(run: RunState): RunResult {
  return {
    type: 'result',
    text: answerText(run),
    stopReason: run.stop?.kind ?? 'running',
    usage: run.calls.reduce<Usage>((sum, call) => (call.usage === null ? sum : addUsage(sum, call.usage)), noUsage),
    cost: run.calls.reduce<Cost>((sum, call) => addCost(sum, call.cost), { kind: 'free' }),
    metrics: {
      durationMs: (run.endedAt ?? run.startedAt) - run.startedAt,
      timeToFirstTokenMs: run.calls[0]?.timeToFirstTokenMs ?? null,
      modelCalls: run.calls.length,
    },
    toolCalls: Object.values(run.tools).map(toolResult),
    conversationId: run.conversationId,
  }
}

/** What the agent wrote, without reasoning and tools. */
export function answerText(run: RunState): string {
  return run.messages
    .filter((message) => message.role === 'assistant')
    .map(messageText)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

function toolResult({ name, input, state }: ToolCall) {
  const outcome = state.kind === 'done' ? state.outcome : undefined
  return { name, input: input ?? null, status: outcome?.status ?? state.kind, result: outcome?.content ?? null }
}
