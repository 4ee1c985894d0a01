import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQuietTime, quietMs } from './quiet-time.ts'

const setUp = () => {
  const window = { hasFocus: true, isArmed: false }
  const quiet = createQuietTime({
    hasFocus: () => window.hasFocus,
    onArmed: (isArmed) => {
      window.isArmed = isArmed
    },
  })
  quiet.startOver()
  return { window, quiet }
}

describe('createQuietTime', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('accepts no answer in the first half second, and one after it', () => {
    const { window } = setUp()
    vi.advanceTimersByTime(quietMs - 1)
    expect(window.isArmed).toBe(false)
    vi.advanceTimersByTime(1)
    expect(window.isArmed).toBe(true)
    expect(quietMs).toBeGreaterThanOrEqual(500)
  })

  it('starts over when the window comes back, and waits as long as it is away', () => {
    const { window, quiet } = setUp()
    vi.advanceTimersByTime(quietMs)
    window.hasFocus = false
    quiet.startOver()
    vi.advanceTimersByTime(10 * quietMs)
    expect(window.isArmed).toBe(false)
    window.hasFocus = true
    quiet.startOver()
    vi.advanceTimersByTime(quietMs - 1)
    expect(window.isArmed).toBe(false)
    vi.advanceTimersByTime(1)
    expect(window.isArmed).toBe(true)
  })

  it('does not arm early because of an older timer', () => {
    const { window, quiet } = setUp()
    vi.advanceTimersByTime(quietMs - 100)
    quiet.startOver()
    vi.advanceTimersByTime(quietMs - 1)
    expect(window.isArmed).toBe(false)
  })

  it('says nothing more once it is stopped', () => {
    const { window, quiet } = setUp()
    quiet.stop()
    vi.advanceTimersByTime(10 * quietMs)
    expect(window.isArmed).toBe(false)
  })
})
