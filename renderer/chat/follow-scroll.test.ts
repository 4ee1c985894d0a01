import { describe, expect, it } from 'vitest'
import { followScroll } from './follow-scroll.ts'

const atEnd = { top: 500, height: 1000, isPinned: true }

describe('followScroll', () => {
  it('lets go when the person moves up', () => {
    expect(followScroll(atEnd, { scrollTop: 400, scrollHeight: 1000, clientHeight: 500 }).isPinned).toBe(false)
  })

  it('holds on while the content grows faster than the scroller follows', () => {
    expect(followScroll(atEnd, { scrollTop: 500, scrollHeight: 3000, clientHeight: 500 }).isPinned).toBe(true)
    expect(followScroll(atEnd, { scrollTop: 700, scrollHeight: 3000, clientHeight: 500 }).isPinned).toBe(true)
  })

  it('holds on when content that got smaller moves everything up', () => {
    expect(followScroll(atEnd, { scrollTop: 300, scrollHeight: 900, clientHeight: 500 }).isPinned).toBe(true)
  })

  it('takes hold again at the end, and not before', () => {
    const away = { top: 100, height: 1000, isPinned: false }
    expect(followScroll(away, { scrollTop: 300, scrollHeight: 1000, clientHeight: 500 }).isPinned).toBe(false)
    expect(followScroll(away, { scrollTop: 480, scrollHeight: 1000, clientHeight: 500 }).isPinned).toBe(true)
  })
})
