import { expect, it } from 'vitest'
import { describePowers } from './describe-powers.ts'

it('says every power of a tool, and which of them have effects', () => {
  expect(
    describePowers({ reads: ['files'], writes: ['files', 'exec'], output: 'workspace', isUndoable: true }),
  ).toEqual([
    { words: 'reads files', isEffect: false },
    { words: 'changes files', isEffect: true },
    { words: 'runs commands', isEffect: true },
    { words: 'can be undone', isEffect: false },
  ])
  expect(describePowers({ reads: ['network'], writes: [], output: 'foreign', isUndoable: false })).toEqual([
    { words: 'reads from the network', isEffect: false },
    { words: 'brings in outside content', isEffect: true },
  ])
})

it('says of a tool without powers that it only computes', () => {
  expect(describePowers({ reads: [], writes: [], output: 'trusted', isUndoable: true })).toEqual([
    { words: 'only computes', isEffect: false },
  ])
})
