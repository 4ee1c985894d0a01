import { useEffect, useRef, useState, type RefObject } from 'react'
import { followScroll, type ScrollPlace } from './follow-scroll.ts'
import { watchHand } from './watch-hand.ts'

/**
 * Keeps a scroller at its end while its content grows, until the person scrolls up; back at the end it holds on again.
 */
export function usePinnedToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): { readonly isPinned: boolean; readonly pin: () => void } {
  const place = useRef<ScrollPlace>({ top: 0, height: 0, isPinned: true })
  const [isPinned, setPinned] = useState(true)

  useEffect(() => {
    const element = scroller.current
    if (element === null || content.current === null) return
    const follow = () => {
      const { scrollTop, scrollHeight, clientHeight } = element
      place.current = followScroll(place.current, { scrollTop, scrollHeight, clientHeight, isByHand: hand.isAtWork() })
      setPinned(place.current.isPinned)
      // Moved by the layout, not by the person.
      if (place.current.isPinned) toEnd(element)
    }
    const hand = watchHand(element)
    element.addEventListener('scroll', follow, { passive: true })
    // Told after layout and before anything is painted. A window that becomes lower moves the end out of sight, too.
    const observer = new ResizeObserver(() => place.current.isPinned && toEnd(element))
    observer.observe(element)
    observer.observe(content.current)
    return () => {
      element.removeEventListener('scroll', follow)
      hand.stop()
      observer.disconnect()
    }
  }, [scroller, content])

  const pin = () => {
    place.current = { ...place.current, isPinned: true }
    setPinned(true)
    if (scroller.current !== null) toEnd(scroller.current)
  }
  return { isPinned, pin }
}

function toEnd(element: HTMLElement): void {
  const { scrollHeight, clientHeight } = element
  if (element.scrollTop < scrollHeight - clientHeight - 1) element.scrollTop = scrollHeight
}
