/** Where a scroller was, and whether it holds on to its end. */
export type ScrollPlace = { readonly top: number; readonly height: number; readonly isPinned: boolean }

/** How near the end still counts as at the end, in pixels. */
const nearPx = 32

export type Scrolled = {
  readonly scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
  /** Whether a wheel, a finger, a key or a pointer is at work. */
  readonly isByHand: boolean
}

/**
 * What a scroll event means. Reaching the end pins. Only moving up lets go: by hand where the content did not get
 * smaller under it, otherwise (a search in the page, a screen reader) where it did not change at all. Growth and
 * corrections of the layout move things too, several of them between two events, and are nobody's wish.
 */
export function followScroll(last: ScrollPlace, now: Scrolled): ScrollPlace {
  const place = { top: now.scrollTop, height: now.scrollHeight }
  if (now.scrollHeight - now.scrollTop - now.clientHeight <= nearPx) return { ...place, isPinned: true }
  const isSameContent = now.isByHand ? now.scrollHeight >= last.height : now.scrollHeight === last.height
  const movedUp = now.scrollTop < last.top - 1 && isSameContent
  return { ...place, isPinned: last.isPinned && !movedUp }
}
