import { create } from 'zustand'

type Span = { readonly startedAt: number; readonly endedAt: number | null }
type ReasoningTimes = { readonly spans: Readonly<Record<string, Span>> }

/**
 * How long this page saw each reasoning block grow. Runs do not record it, so a block that was not watched has no
 * time, and none is shown.
 */
export const useReasoningTimes = create<ReasoningTimes>(() => ({ spans: {} }))

export function noteReasoning(id: string, isGrowing: boolean, at: number): void {
  useReasoningTimes.setState((state) => withReasoning(state, { id, isGrowing, at }))
}

/** A block begins when it is first seen growing and ends when it is first seen not to. */
export function withReasoning(
  state: ReasoningTimes,
  { id, isGrowing, at }: { readonly id: string; readonly isGrowing: boolean; readonly at: number },
): ReasoningTimes {
  const span = state.spans[id]
  if (span === undefined && isGrowing) return { spans: { ...state.spans, [id]: { startedAt: at, endedAt: null } } }
  if (span?.endedAt === null && !isGrowing) return { spans: { ...state.spans, [id]: { ...span, endedAt: at } } }
  return state
}
