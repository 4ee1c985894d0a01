import type { Audience } from '../consent/open-questions.ts'

/** Counts the pages that could show a question. */
export type AudienceCount = Audience & {
  /** A page came; call the result when it leaves. */
  join(): () => void
}

/** A reload takes a moment; a minute without any page means that nobody is there. */
const reloadGraceMs = 60_000

export function countAudience(graceMs: number = reloadGraceMs): AudienceCount {
  const listeners = new Set<() => void>()
  let present = 0

  function change(by: 1 | -1): void {
    present += by
    for (const listener of listeners) listener()
  }

  return {
    graceMs,
    isPresent: () => present > 0,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    join() {
      let hasLeft = false
      change(1)
      return () => {
        if (!hasLeft) change(-1)
        hasLeft = true
      }
    },
  }
}
