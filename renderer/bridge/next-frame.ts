/**
 * Calls back on the next animation frame. A hidden tab has no frames, and a run must not stand still because its
 * tab does: a timer takes over there.
 */
export function nextFrame(callback: () => void): void {
  let isCalled = false
  const call = () => {
    if (isCalled) return
    isCalled = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    callback()
  }
  const frame = requestAnimationFrame(call)
  const timer = setTimeout(call, document.hidden ? 30 : 250)
}
