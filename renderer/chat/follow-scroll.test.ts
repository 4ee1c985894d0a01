import { describe, expect, it } from 'vitest'
import { followScroll } from './follow-scroll.ts'

const atEnd = { top: 500, height: 1000, isPinned: true }
const byHand = { clientHeight: 500, isByHand: true }
const byLayout = { clientHeight: 500, isByHand: false }

describe('followScroll', () => {
  it('lets go when the person moves up', () => {
    expect(followScroll(atEnd, { ...byHand, scrollTop: 400, scrollHeight: 1000 }).isPinned).toBe(false)
    expect(followScroll(atEnd, { ...byHand, scrollTop: 400, scrollHeight: 1300 }).isPinned).toBe(false)
  })

  it('lets go when a search in the page moves up what has not changed', () => {
    expect(followScroll(atEnd, { ...byLayout, scrollTop: 400, scrollHeight: 1000 }).isPinned).toBe(false)
  })

  it('holds on while the content grows faster than the scroller follows', () => {
    expect(followScroll(atEnd, { ...byHand, scrollTop: 500, scrollHeight: 3000 }).isPinned).toBe(true)
    expect(followScroll(atEnd, { ...byHand, scrollTop: 700, scrollHeight: 3000 }).isPinned).toBe(true)
  })

  it('holds on when content that got smaller moves everything up', () => {
    expect(followScroll(atEnd, { ...byHand, scrollTop: 300, scrollHeight: 900 }).isPinned).toBe(true)
  })

  it('holds on when content got smaller and then larger before anything was told', () => {
    expect(followScroll(atEnd, { ...byLayout, scrollTop: 440, scrollHeight: 1300 }).isPinned).toBe(true)
  })

  it('takes hold again at the end, and not before', () => {
    const away = { top: 100, height: 1000, isPinned: false }
    expect(followScroll(away, { ...byHand, scrollTop: 300, scrollHeight: 1000 }).isPinned).toBe(false)
    expect(followScroll(away, { ...byHand, scrollTop: 480, scrollHeight: 1000 }).isPinned).toBe(true)
  })
})
