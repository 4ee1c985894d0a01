import { describe, expect, it } from 'vitest'
import { stepHistory, writingNow } from './prompt-history.ts'

const history = ['first', 'second', 'third']

describe('stepHistory', () => {
  it('goes back from the newest and returns to what was being written', () => {
    const third = stepHistory(history, writingNow, { direction: 'older', text: 'dra' })
    expect(third?.text).toBe('third')
    const second = stepHistory(history, third!.place, { direction: 'older', text: 'third' })
    expect(second?.text).toBe('second')
    const again = stepHistory(history, second!.place, { direction: 'newer', text: 'second' })
    expect(again?.text).toBe('third')
    expect(stepHistory(history, again!.place, { direction: 'newer', text: 'third' })).toEqual({
      place: { position: -1, written: 'dra' },
      text: 'dra',
    })
  })

  it('stops at both ends', () => {
    expect(stepHistory(history, writingNow, { direction: 'newer', text: '' })).toBeUndefined()
    expect(stepHistory(history, { position: 2, written: '' }, { direction: 'older', text: 'first' })).toBeUndefined()
    expect(stepHistory([], writingNow, { direction: 'older', text: '' })).toBeUndefined()
  })
})
