import type { ToolContext } from '../tool.ts'

/** What a tool's open questions showed as the content before the change. */
export type ShownContents = {
  remember(input: unknown, context: ToolContext, before: string | null): void
  /** undefined when no question was asked about this call. Forgets it. */
  take(input: unknown, context: ToolContext): string | null | undefined
}

/**
 * Carries what a diff started from to the call that was allowed because of it, so that a file changed in between is
 * refused instead of overwritten: the person agreed to another change. Bound to the run and the exact input.
 */
export function createShownContents(): ShownContents {
  const shown = new Map<string, string | null>()
  const keyOf = (input: unknown, context: ToolContext) => JSON.stringify([context.runId, input])
  return {
    remember(input, context, before) {
      shown.set(keyOf(input, context), before)
      // Denied calls never come back for theirs.
      if (shown.size > 200) shown.delete(shown.keys().next().value!)
    },
    take(input, context) {
      const key = keyOf(input, context)
      const before = shown.get(key)
      shown.delete(key)
      return before
    },
  }
}
