import type { ToolUseBlock } from '../../shared/messages.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Consent, RunScope } from '../agent/ports.ts'
import type { RunTools } from './executor.ts'

/**
 * Works a cached result out again for the person who asked for it: through the policy like any call, without anything
 * remembered, and kept in place of the old one. A refusal is an outcome. Rejects with what the tool fails with, and
 * with `CANCELLED`.
 */
export async function refreshToolCall(
  use: ToolUseBlock,
  scope: RunScope,
  { tools, consent }: { readonly tools: RunTools; readonly consent: Consent },
): Promise<ToolOutcome> {
  const call = await tools.prepare(use, scope)
  if ('status' in call) return call
  const decision = await consent.decide(call, scope, () => {})
  if (decision.kind === 'allowed') return tools.refresh(call, decision.permit, scope, quiet)
  return { status: decision.kind, content: [{ type: 'text', text: decision.toAgent }] }
}

const quiet = { onStarted: () => {}, onProgress: () => {} }
