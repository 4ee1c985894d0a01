import type { RunState, ToolCall } from '../../../shared/run-events.ts'

/** What one block is: words, a thought, or a step with its tool and how it stands. */
export type Said =
  | { readonly text: string }
  | { readonly thought: string }
  | { readonly tool: string; readonly input?: unknown; readonly as?: Standing; readonly ms?: number }
type Standing = 'done' | 'running' | 'asking' | 'error' | 'denied' | 'cancelled' | 'answered'

/** A run of these replies, one list each, as a page holds it. Messages are m0, m1, …; steps are named by their place. */
export function runOfSteps(...replies: readonly (readonly Said[])[]): RunState {
  const tools: Record<string, ToolCall> = {}
  const messages = replies.map((reply, index) => ({
    id: `m${index}`,
    role: 'assistant',
    content: reply.map((said, at) => {
      if ('text' in said) return { type: 'text', text: said.text }
      if ('thought' in said) return { type: 'reasoning', text: said.thought }
      const toolUseId = `m${index} ${at}`
      tools[toolUseId] = toolCall(toolUseId, said)
      return { type: 'tool-use', toolUseId, name: said.tool, input: said.input ?? {} }
    }),
  }))
  return { runId: 'run', messages, tools, stop: null } as unknown as RunState
}

function toolCall(toolUseId: string, said: Extract<Said, { tool: string }>): ToolCall {
  const { tool: name, input = {}, as = 'done', ms = 10 } = said
  const consentWaitMs = as === 'answered' ? 900 : 0
  return { toolUseId, name, title: name, inputJson: '', input, consentWaitMs, state: stateOf(as, ms) } as ToolCall
}

function stateOf(as: Standing, durationMs: number): unknown {
  switch (as) {
    case 'running':
      return { kind: 'running', startedAt: 0 }
    case 'asking':
      return { kind: 'asking', consentId: 'c' }
    case 'done':
    case 'answered':
      return { kind: 'done', durationMs, outcome: { status: 'success', content: [] } }
    case 'error':
    case 'denied':
    case 'cancelled':
      return { kind: 'done', durationMs, outcome: { status: as, content: [] } }
  }
}
