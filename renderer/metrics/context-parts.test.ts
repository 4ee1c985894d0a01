import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextParts } from './context-parts.ts'

describe('contextParts', () => {
  it('breaks a prompt down in the order it is sent, without what is not there', () => {
    const parts = contextParts({ system: 100, tools: 300, attachments: 0, results: 500, conversation: 100 })
    expect(parts.map(({ name, tokens, share }) => [name, tokens, share])).toEqual([
      ['tools', 300, 0.3],
      ['system', 100, 0.1],
      ['results', 500, 0.5],
      ['conversation', 100, 0.1],
    ])
  })

  it('has shares that make a whole, of anything but nothing', () => {
    const tokens = fc.nat(1e6)
    const any = fc.record({ system: tokens, tools: tokens, attachments: tokens, results: tokens, conversation: tokens })
    fc.assert(
      fc.property(any, (breakdown) => {
        const shares = contextParts(breakdown).map(({ share }) => share)
        const isEmpty = Object.values(breakdown).every((amount) => amount === 0)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(isEmpty ? 0 : 1, 9)
      }),
    )
  })
})
