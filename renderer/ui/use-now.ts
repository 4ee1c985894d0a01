import { useCallback, useState, useSyncExternalStore } from 'react'

/** The time in steps of `everyMs`. null stops the clock: what does not change is not redrawn. */
export function useNow(everyMs: number | null): number {
  const [openedAt] = useState(() => Date.now())
  const subscribe = useCallback(
    (onTick: () => void) => {
      if (everyMs === null) return () => {}
      const timer = setInterval(onTick, everyMs)
      return () => clearInterval(timer)
    },
    [everyMs],
  )
  return useSyncExternalStore(subscribe, () =>
    everyMs === null ? openedAt : Math.floor(Date.now() / everyMs) * everyMs,
  )
}
