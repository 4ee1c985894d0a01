import type { Reply, StopReason } from './script.ts'

/** The scripted stop reason, or the one that follows from the content. */
export function replyStopReason(reply: Reply): StopReason {
  const scripted = reply.findLast((step) => 'stopReason' in step)
  if (scripted !== undefined) return scripted.stopReason
  return reply.some((step) => 'toolUse' in step) ? 'tool_use' : 'end_turn'
}
