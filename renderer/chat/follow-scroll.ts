/** Where a scroller was, and whether it holds on to its end. */
export type ScrollPlace = { readonly top: number; readonly height: number; readonly isPinned: boolean }

/** How near the end still counts as at the end, in pixels. */
const nearPx = 32

/**
 * What a scroll event means. Reaching the end pins. Only moving up lets go, and only where the content did not get
 * smaller under it: growth and corrections of the layout move things too, and are not the person's wish.
 */
export function followScroll(
  last: ScrollPlace,
  now: { readonly scrollTop: number; readonly scrollHeight: number; readonly clientHeight: number },
): ScrollPlace {
  const place = { top: now.scrollTop, height: now.scrollHeight }
  if (now.scrollHeight - now.scrollTop - now.clientHeight <= nearPx) return { ...place, isPinned: true }
  const movedUp = now.scrollTop < last.top - 1 && now.scrollHeight >= last.height
  return { ...place, isPinned: last.isPinned && !movedUp }
}
