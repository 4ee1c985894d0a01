type Span = { readonly startedAt: number; endedAt: number | null }

/*
 * How long this page saw each reasoning block grow. Runs do not record it, so a block that was not watched has no
 * time and none is shown. Kept outside the component, because a row scrolled out of sight is unmounted.
 */
const spans = new Map<string, Span>()

export function startReasoning(id: string, at: number): void {
  if (!spans.has(id)) spans.set(id, { startedAt: at, endedAt: null })
}

export function endReasoning(id: string, at: number): void {
  const span = spans.get(id)
  if (span !== undefined) span.endedAt ??= at
}

/** Milliseconds from start to end, or to `now` while it grows. */
export function reasoningTime(id: string, now: number): number | undefined {
  const span = spans.get(id)
  return span === undefined ? undefined : Math.max(0, (span.endedAt ?? now) - span.startedAt)
}
