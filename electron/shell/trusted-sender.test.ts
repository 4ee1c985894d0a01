import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuseSender, type Sender } from './trusted-sender.ts'

const ours: Sender = {
  webContentsId: 3,
  frame: { isMain: true, origin: 'app://bedrock-analyst', url: 'app://bedrock-analyst/index.html#x' },
}

describe('refuseSender', () => {
  it('trusts the main frame of our window at our origin', () => {
    expect(refuseSender(ours, 3)).toBeNull()
  })

  it.each<[string, Sender]>([
    ['it comes from another window', { ...ours, webContentsId: 4 }],
    ['its frame is gone', { ...ours, frame: null }],
    ['it comes from a frame inside the page', { ...ours, frame: { ...ours.frame!, isMain: false } }],
    ['it comes from another origin', { ...ours, frame: { ...ours.frame!, origin: 'null' } }],
    ['it comes from another origin', { ...ours, frame: { ...ours.frame!, url: 'about:blank' } }],
  ])('refuses because %s', (reason, sender) => {
    expect(refuseSender(sender, 3)).toBe(reason)
  })

  it('trusts no other origin, however close', () => {
    const origin = fc.oneof(
      fc.string().map((rest) => `app://bedrock-analyst${rest}`),
      fc.string().map((rest) => `https://${rest}`),
      fc.constantFrom('app://', 'APP://bedrock-analyst', 'app://bedrock-analyst:80', 'file://'),
    )
    fc.assert(
      fc.property(origin, (other) => {
        fc.pre(other !== 'app://bedrock-analyst')
        expect(refuseSender({ ...ours, frame: { ...ours.frame!, origin: other } }, 3)).not.toBeNull()
      }),
    )
  })
})
