import { describe, expect, it } from 'vitest'
import type { RunState } from '../../shared/run-events.ts'
import { workingLabel } from './working-label.ts'

const question = { id: 'u', content: [{ type: 'text', text: 'hi' }] }

function run(more: object): RunState {
  return { stop: null, tools: {}, messages: [question], openMessageId: null, ...more } as unknown as RunState
}

const answer = (content: unknown[]) => [question, { id: 'x', content }]

describe('workingLabel', () => {
  it('says that a run thinks before its first words and works after them', () => {
    expect(workingLabel(run({}))).toBe('Thinking…')
    expect(workingLabel(run({ messages: answer([]), openMessageId: 'x' }))).toBe('Working…')
    expect(workingLabel(run({ messages: [{ id: 'u', content: [] }] }))).toBe('Working…')
  })

  it('says that the person is waited for', () => {
    expect(workingLabel(run({ tools: { t: { state: { kind: 'asking' } } } }))).toBe('Waiting for your answer…')
  })

  it('says nothing while something moves or when all is over', () => {
    expect(workingLabel(run({ messages: answer([{ type: 'text' }]), openMessageId: 'x' }))).toBeUndefined()
    expect(workingLabel(run({ tools: { t: { state: { kind: 'running' } } } }))).toBeUndefined()
    expect(workingLabel(run({ stop: { kind: 'completed' } }))).toBeUndefined()
  })
})
