import { AppError } from '../../shared/errors.ts'
import type { AgentId, RunId, ToolUseId } from '../../shared/ids.ts'
import { applyRunEvent, type RunEventOf, type ToolCall } from '../../shared/run-events.ts'
import { outcomeOfError } from '../agent/outcome-of-error.ts'
import type { Clock, Consent, RunScope } from '../agent/ports.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import type { Storage } from '../storage/storage.ts'
import { refreshToolCall } from '../tools/refresh-tool-call.ts'
import type { RunLookup } from './run-lookup.ts'
import type { ToolsFor } from './start-run.ts'

export type RefreshDependencies = {
  readonly runLookup: Pick<RunLookup, 'get'>
  readonly storage: { readonly runs: Pick<Storage['runs'], 'append'> }
  readonly agent: (id: AgentId) => AgentDefinition
  readonly toolsFor: ToolsFor
  readonly consent: Consent
  readonly startClock: () => Clock
  /** Aborts when the app closes. */
  readonly signal: AbortSignal
}

/**
 * Works one tool call of a finished run out again, through consent like any call, and keeps what came of it beside what
 * the agent was told. `NOT_FOUND`, `RUN_ALREADY_ACTIVE` while the run still goes on.
 */
export async function refreshTool(
  { runId, toolUseId }: { readonly runId: RunId; readonly toolUseId: ToolUseId },
  deps: RefreshDependencies,
): Promise<ToolCall> {
  const run = await deps.runLookup.get(runId)
  const call = run.tools[toolUseId]
  if (call?.input === undefined) throw new AppError('NOT_FOUND', 'This call was never made.')
  if (run.stop === null)
    throw new AppError('RUN_ALREADY_ACTIVE', 'This answer is still being written.', {
      hint: 'Refresh the result once it is finished.',
    })
  // Anything else would be done a second time: a file written, a command run.
  if (call.state.kind !== 'done' || call.state.outcome.cached === undefined)
    throw new AppError('INVALID_REQUEST', 'Only a result that was not worked out anew can be refreshed.', {
      hint: 'Ask the agent to do it again.',
    })
  const agent = deps.agent(run.agentId)
  const { conversationId, agentId } = run
  const scope: RunScope = { runId, conversationId, agentId, agentName: agent.name, signal: deps.signal }
  const clock = deps.startClock()
  const startedAt = clock.now()
  const use = { type: 'tool-use', toolUseId, name: call.name, input: call.input } as const
  const tools = deps.toolsFor(agent, conversationId, 'program')
  const outcome = await refreshToolCall(use, scope, { tools, consent: deps.consent }).catch((error: unknown) =>
    // A tool that fails now is a result too: what the agent was told may no longer hold.
    outcomeOfError(error, scope),
  )
  const at = clock.now()
  const event: RunEventOf<'tool-refreshed'> = {
    type: 'tool-refreshed',
    toolUseId,
    outcome,
    durationMs: at - startedAt,
    at,
  }
  await deps.storage.runs.append(runId, [event])
  return applyRunEvent(run, event).tools[toolUseId] ?? call
}
