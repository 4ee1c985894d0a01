import { useEffect, useEffectEvent } from 'react'

/** Calls for each fresh press of Escape anywhere on the page, as long as the component is there. */
export function useEscape(onEscape: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.repeat && !event.isComposing) onEscape()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
