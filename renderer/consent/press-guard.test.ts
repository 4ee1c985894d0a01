import { describe, expect, it } from 'vitest'
import { createPressGuard } from './press-guard.ts'

const click = { detail: 1, isTrusted: true }

describe('createPressGuard', () => {
  it('accepts a click whose press began on the button', () => {
    const guard = createPressGuard()
    guard.pointerDown({ isArmed: true })
    expect(guard.accepts(click)).toBe(true)
  })

  it('refuses a click whose press began before the button could be pressed', () => {
    const guard = createPressGuard()
    expect(guard.accepts(click)).toBe(false)
    guard.pointerDown({ isArmed: false })
    expect(guard.accepts(click)).toBe(false)
  })

  it('takes one press for one answer', () => {
    const guard = createPressGuard()
    guard.pointerDown({ isArmed: true })
    guard.accepts(click)
    expect(guard.accepts(click)).toBe(false)
  })

  it('forgets a press that was dragged away', () => {
    const guard = createPressGuard()
    guard.pointerDown({ isArmed: true })
    guard.pointerCancel()
    expect(guard.accepts(click)).toBe(false)
  })

  it('accepts keyboards and assistive technology, but no repeating key and no script', () => {
    const guard = createPressGuard()
    expect(guard.accepts({ detail: 0, isTrusted: true })).toBe(true)
    expect(guard.refusesKey({ repeat: true })).toBe(true)
    expect(guard.refusesKey({ repeat: false })).toBe(false)
    guard.pointerDown({ isArmed: true })
    expect(guard.accepts({ detail: 1, isTrusted: false })).toBe(false)
  })
})
