/** How long after the last move of a wheel, finger or key the page may still be scrolling for it. */
const lingersMs = 500

/** Knows whether a person is scrolling an element: with wheel, finger, keys, or the pointer on its bar. */
export function watchHand(element: HTMLElement): { isAtWork(): boolean; stop(): void } {
  const over = new AbortController()
  const options = { passive: true, signal: over.signal }
  let movedAt = Number.NEGATIVE_INFINITY
  let isHeld = false
  const note = () => {
    movedAt = performance.now()
  }
  const hold = (held: boolean) => () => {
    isHeld = held
    note()
  }
  for (const kind of ['wheel', 'touchmove', 'keydown']) element.addEventListener(kind, note, options)
  element.addEventListener('pointerdown', hold(true), options)
  for (const kind of ['pointerup', 'pointercancel']) window.addEventListener(kind, hold(false), options)
  return {
    isAtWork: () => isHeld || performance.now() - movedAt < lingersMs,
    stop: () => over.abort(),
  }
}
