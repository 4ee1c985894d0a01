import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardStream } from './guard-stream.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const { signal: never } = new AbortController()

describe('a stream under guard', () => {
  test('stalls when nothing came for the time allowed', async () => {
    const guard = guardStream(never, 1000)
    const waiting = guard.during(new Promise(() => undefined))
    vi.advanceTimersByTime(999)
    expect(guard.hasStalled).toBe(false)
    vi.advanceTimersByTime(1)
    expect([guard.hasStalled, guard.signal.aborted]).toEqual([true, true])
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('does not stall as long as something comes, and then a tenth late at most', () => {
    const guard = guardStream(never, 1000)
    for (let event = 0; event < 50; event++) {
      vi.advanceTimersByTime(850)
      guard.noteActivity()
    }
    expect(guard.hasStalled).toBe(false)
    vi.advanceTimersByTime(999)
    expect(guard.hasStalled).toBe(false)
    vi.advanceTimersByTime(101)
    expect(guard.hasStalled).toBe(true)
  })

  test('stops when the caller does, at once', async () => {
    const controller = new AbortController()
    const guard = guardStream(controller.signal, 1000)
    const waiting = guard.during(new Promise(() => undefined))
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([guard.hasStalled, guard.signal.aborted]).toEqual([false, true])
    expect(guardStream(controller.signal, 1000).signal.aborted).toBe(true)
  })

  test('leaves nothing behind once it is closed', () => {
    const guard = guardStream(never, 1000)
    guard.close()
    expect([guard.signal.aborted, vi.getTimerCount()]).toEqual([true, 0])
  })
})
