import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowPlace, type Rectangle } from './window-place.ts'

const main: Rectangle = { x: 0, y: 25, width: 1600, height: 875 }
const right: Rectangle = { x: 1600, y: 0, width: 2560, height: 1400 }

describe('windowPlace', () => {
  it('opens at its usual size in the middle of the main display the first time', () => {
    expect(windowPlace(undefined, [main])).toEqual({ width: 1360, height: 875, isMaximized: false })
  })

  it('opens where it was', () => {
    const saved = { x: 1700, y: 100, width: 1200, height: 800, isMaximized: true }
    expect(windowPlace(saved, [main, right])).toEqual(saved)
  })

  it('comes back to the main display when its own is gone', () => {
    const saved = { x: 1700, y: 100, width: 1200, height: 800, isMaximized: false }
    expect(windowPlace(saved, [main])).toEqual({ width: 1360, height: 875, isMaximized: false })
  })

  it('moves and shrinks onto the display it hangs over', () => {
    const saved = { x: -300, y: 400, width: 3000, height: 2000, isMaximized: false }
    expect(windowPlace(saved, [main])).toEqual({ ...main, isMaximized: false })
  })

  it('always lies wholly on one display', () => {
    const place = fc.record({
      x: fc.integer({ min: -1e6, max: 1e6 }),
      y: fc.integer({ min: -1e6, max: 1e6 }),
      width: fc.integer({ min: 1, max: 1e6 }),
      height: fc.integer({ min: 1, max: 1e6 }),
      isMaximized: fc.boolean(),
    })
    fc.assert(
      fc.property(place, (saved) => {
        const { x, y, width, height } = windowPlace(saved, [main, right])
        if (x === undefined || y === undefined) return
        const isOn = ({ x: left, y: top, width: wide, height: high }: Rectangle) =>
          x >= left && y >= top && x + width <= left + wide && y + height <= top + high
        expect([main, right].some(isOn)).toBe(true)
      }),
    )
  })
})
