import type { ModelCall, RunState } from '../../shared/run-events.ts'
import { addCost, addUsage, noUsage, type Cost, type Usage } from '../../shared/usage.ts'
import { addToolMetrics, toolMetrics, type ToolMetrics } from './tool-metrics.ts'

/** What one run, or several together, took and cost: sums over the calls exactly as the endpoint reported them. */
export type RunMetrics = {
  readonly calls: number
  /** Calls that ended without usage (stopped, failed): their tokens are in no sum, so the sums are a lower bound. */
  readonly callsWithoutUsage: number
  readonly usage: Usage
  /** null while there was no call yet. */
  readonly cost: Cost | null
  /** The part of the cost that is known, worth showing where the whole is not. */
  readonly knownUsd: number
  /** Of the run's first call that answered: how long the person looked at nothing. Of several runs, the median. */
  readonly timeToFirstTokenMs: number | null
  /** Output tokens over the time from first token to end, over all calls that have both. */
  readonly tokensPerSecond: number | null
  readonly tools: readonly ToolMetrics[]
}

export function runMetrics(run: RunState): RunMetrics {
  return {
    calls: run.calls.length,
    callsWithoutUsage: run.calls.filter((call) => call.usage === null).length,
    usage: run.calls.reduce((sum, call) => addUsage(sum, call.usage ?? noUsage), noUsage),
    cost: run.calls.map((call) => call.cost).reduce<Cost | null>(addKnown, null),
    knownUsd: run.calls.reduce((sum, { cost }) => sum + (cost.kind === 'priced' ? cost.usd : 0), 0),
    timeToFirstTokenMs: run.calls.find((call) => call.timeToFirstTokenMs !== null)?.timeToFirstTokenMs ?? null,
    tokensPerSecond: rate(run.calls),
    tools: toolMetrics(Object.values(run.tools)),
  }
}

/** A conversation's metrics: all its runs together. */
export function conversationMetrics(runs: readonly RunState[]): RunMetrics {
  const each = runs.map(runMetrics)
  const sum = (pick: (one: RunMetrics) => number) => each.reduce((total, one) => total + pick(one), 0)
  return {
    calls: sum((one) => one.calls),
    callsWithoutUsage: sum((one) => one.callsWithoutUsage),
    usage: each.reduce((total, one) => addUsage(total, one.usage), noUsage),
    cost: each.flatMap(({ cost }) => (cost === null ? [] : [cost])).reduce<Cost | null>(addKnown, null),
    knownUsd: sum((one) => one.knownUsd),
    timeToFirstTokenMs: median(each.flatMap((one) => one.timeToFirstTokenMs ?? [])),
    tokensPerSecond: rate(runs.flatMap((run) => run.calls)),
    tools: addToolMetrics(each.map((one) => one.tools)),
  }
}

function addKnown(sum: Cost | null, cost: Cost): Cost {
  return sum === null ? cost : addCost(sum, cost)
}

function rate(calls: readonly ModelCall[]): number | null {
  let outputTokens = 0
  let generatingMs = 0
  for (const call of calls) {
    if (call.usage === null || call.timeToFirstTokenMs === null) continue
    const ms = call.durationMs - call.timeToFirstTokenMs
    // A reply in one piece says nothing about a rate.
    if (ms <= 0) continue
    outputTokens += call.usage.outputTokens
    generatingMs += ms
  }
  // No tokens is no rate of 0: what answers without a model makes none.
  return generatingMs === 0 || outputTokens === 0 ? null : (outputTokens / generatingMs) * 1000
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) return null
  const below = sorted[sorted.length / 2 - 1]
  return below === undefined ? middle : (below + middle) / 2
}
