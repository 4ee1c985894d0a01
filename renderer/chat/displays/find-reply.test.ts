import { expect, test } from 'vitest'
import { runId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages.ts'
import type { RunState } from '../../../shared/run-events.ts'
import { findReply } from './find-reply.ts'

const [first, second, third] = ['run-1', 'run-2', 'run-3'].map((id) => runId.parse(id)) as [RunId, RunId, RunId]
type RunId = RunState['runId']

function saying(text: string | null): RunState {
  const content = text === null ? [] : [{ type: 'text', text }]
  return { messages: [message.parse({ id: 'm', role: 'user', content, createdAt: 0 })] } as unknown as RunState
}

test('the reply to a run is the next message of the person', () => {
  const byId = { [first]: saying('a'), [second]: saying('b'), [third]: saying('c') }
  const runIds = [first, second, third]
  expect(findReply(first, { runIds, byId })).toBe('b')
  expect(findReply(third, { runIds, byId })).toBeUndefined()
})

test('a continued run or a summary is no reply', () => {
  const byId = { [first]: saying('a'), [second]: saying(null), [third]: saying('c') }
  expect(findReply(first, { runIds: [first, second], byId })).toBeUndefined()
  expect(findReply(first, { runIds: [first, second, third], byId })).toBe('c')
})

test('a run just begun is a reply before its words are there', () => {
  expect(findReply(first, { runIds: [first, second], byId: { [first]: saying('a') } })).toBe('')
})
