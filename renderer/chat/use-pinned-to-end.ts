import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { followScroll, type ScrollPlace } from './follow-scroll.ts'

/**
 * Keeps a scroller at its end while what it holds grows, until the person scrolls up; back at the end it holds on
 * again. `contentSize` is the height of the content: each change of it is a moment to move along.
 */
export function usePinnedToEnd(
  scroller: RefObject<HTMLElement | null>,
  contentSize: number,
): { readonly isPinned: boolean; readonly pin: () => void } {
  const place = useRef<ScrollPlace>({ top: 0, height: 0, isPinned: true })
  const [isPinned, setPinned] = useState(true)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const follow = () => {
      const { scrollTop, scrollHeight, clientHeight } = element
      place.current = followScroll(place.current, { scrollTop, scrollHeight, clientHeight })
      setPinned(place.current.isPinned)
    }
    element.addEventListener('scroll', follow, { passive: true })
    // A window that becomes lower moves the end out of sight without any scrolling.
    const observer = new ResizeObserver(() => place.current.isPinned && toEnd(element))
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', follow)
      observer.disconnect()
    }
  }, [scroller])

  useLayoutEffect(() => {
    if (contentSize > 0 && place.current.isPinned && scroller.current !== null) toEnd(scroller.current)
  }, [scroller, contentSize])

  const pin = () => {
    place.current = { ...place.current, isPinned: true }
    setPinned(true)
    if (scroller.current !== null) toEnd(scroller.current)
  }
  return { isPinned, pin }
}

function toEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight
}
