import { describe, expect, test } from 'vitest'
import type { PromptDescription } from './describe-prompt.ts'
import { explainMiss, type LastCall, type MissInput } from './explain-miss.ts'
import { startOfChain } from './message-chain.ts'
import type { PromptPosition } from './prompt-positions.ts'

const last: LastCall = {
  scope: 'sonnet',
  tools: 'tools',
  system: 'system',
  settings: 'always default',
  hasImages: false,
  firstLink: 'one',
  lastLink: 'two',
  messageCount: 2,
  promptTokens: 5000,
  unwritten: null,
}
const now: LastCall = { ...last, messageCount: 3, lastLink: 'three' }
const readTo = (index: number): PromptPosition => ({
  reach: 'messages',
  index,
  key: '',
  blocks: index,
  rawTokens: 0,
})
const promptOf = (...digests: string[]): PromptDescription =>
  ({
    links: digests.map((digest) => ({ ...startOfChain, digest })),
  }) as unknown as PromptDescription
const same: MissInput = {
  last,
  now,
  prompt: promptOf('one', 'two', 'three'),
  read: null,
  isHeld: true,
  wasWritten: true,
  hasPoints: true,
  isCompacted: false,
}

describe('why less was read than was sent before', () => {
  test.each<[string, Partial<MissInput>, ReturnType<typeof explainMiss>]>([
    ['all of it is read', { read: readTo(1) }, null],
    ['it is the first call', { last: undefined, wasWritten: false, isHeld: false }, 'first-call'],
    ['another conversation of the agent had sent its prompt', { last: undefined, read: readTo(-1) }, null],
    ['that was too long ago', { last: undefined, isHeld: false }, 'expired'],
    ['the model changed', { now: { ...now, scope: 'opus', tools: 'other' } }, 'model-changed'],
    ['the tools changed', { now: { ...now, tools: 'other', system: 'other' } }, 'tools-changed'],
    ['the system prompt changed', { now: { ...now, system: 'other' } }, 'system-changed'],
    ['effort changed', { now: { ...now, settings: 'always high' } }, 'settings-changed'],
    ['a picture came', { now: { ...now, hasImages: true } }, 'images-changed'],
    ['a message was edited', { prompt: promptOf('one', 'other', 'three') }, 'history-edited'],
    ['messages were taken back', { prompt: promptOf('one') }, 'history-edited'],
    [
      'a summary replaced the beginning',
      {
        prompt: promptOf('summary', 'other'),
        now: { ...now, firstLink: 'summary' },
        isCompacted: true,
      },
      'history-compacted',
    ],
    [
      'the first question was edited',
      { prompt: promptOf('another'), now: { ...now, firstLink: 'another' } },
      'history-edited',
    ],
    [
      'all of it is read, and no point may stand at the new end',
      { read: readTo(1), now: { ...now, unwritten: 'not-supported' } },
      null,
    ],
    [
      'the pause was too long, and no point may stand at the new end',
      { isHeld: false, now: { ...now, unwritten: 'not-supported' } },
      'expired',
    ],
    ['the pause was too long', { isHeld: false }, 'expired'],
    ['it is held, and too many blocks away', {}, 'too-many-blocks'],
    ['the last call was too small', { last: { ...last, unwritten: 'below-minimum' } }, 'below-minimum'],
    ['caching was off', { last: { ...last, unwritten: 'switched-off' } }, 'switched-off'],
    ['caching is off', { hasPoints: false, now: { ...now, unwritten: 'switched-off' } }, 'switched-off'],
    [
      'the model does not cache',
      { hasPoints: false, now: { ...now, scope: 'llama', unwritten: 'not-supported' } },
      'not-supported',
    ],
  ])('when %s', (_why, changed, expected) => {
    expect(explainMiss({ ...same, ...changed })).toBe(expected)
  })
})
