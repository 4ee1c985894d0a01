import type { ToolCall } from '../../shared/run-events.ts'

/** One tool's calls, counted by how they ended. Time is the tool's own, without the wait for the person. */
export type ToolMetrics = {
  readonly name: string
  readonly calls: number
  readonly totalMs: number
  readonly consentWaitMs: number
  readonly failures: number
  /** Denied by the person or left unanswered. */
  readonly refusals: number
  readonly cancelled: number
  /** Under way, or left behind by a run that ended. */
  readonly unfinished: number
}

/** In order of first use. */
export function toolMetrics(calls: readonly ToolCall[]): readonly ToolMetrics[] {
  return addToolMetrics(calls.map((call) => [metricsOf(call)]))
}

/** Joins several lists, adding up what is of the same tool. */
export function addToolMetrics(lists: readonly (readonly ToolMetrics[])[]): readonly ToolMetrics[] {
  const byName = new Map<string, ToolMetrics>()
  for (const one of lists.flat()) {
    const sum = byName.get(one.name)
    byName.set(one.name, sum === undefined ? one : add(sum, one))
  }
  return [...byName.values()]
}

function metricsOf(call: ToolCall): ToolMetrics {
  const ended = call.state.kind === 'done' ? call.state : undefined
  const status = ended?.outcome.status
  return {
    name: call.name,
    calls: 1,
    totalMs: ended?.durationMs ?? 0,
    consentWaitMs: call.consentWaitMs,
    failures: status === 'error' ? 1 : 0,
    refusals: status === 'denied' || status === 'unanswered' ? 1 : 0,
    cancelled: status === 'cancelled' ? 1 : 0,
    unfinished: ended === undefined ? 1 : 0,
  }
}

function add(a: ToolMetrics, b: ToolMetrics): ToolMetrics {
  return {
    name: a.name,
    calls: a.calls + b.calls,
    totalMs: a.totalMs + b.totalMs,
    consentWaitMs: a.consentWaitMs + b.consentWaitMs,
    failures: a.failures + b.failures,
    refusals: a.refusals + b.refusals,
    cancelled: a.cancelled + b.cancelled,
    unfinished: a.unfinished + b.unfinished,
  }
}
