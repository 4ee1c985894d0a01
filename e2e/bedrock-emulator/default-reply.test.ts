import { expect, test } from 'vitest'

import { defaultReply } from './default-reply.ts'

const toolConfig = { tools: [{ toolSpec: { name: 'list_files' } }] }

function asked(text: string, more: object = {}): ReturnType<typeof defaultReply> {
  return defaultReply({ messages: [{ role: 'user', content: [{ text }] }], ...more })
}

test('repeats the last user text and says that it is no model', () => {
  expect(asked('Good day')).toEqual([
    { text: 'This is the Bedrock emulator, not a model: it only repeats. You said: Good day' },
  ])
})

test('calls an offered tool when asked to, with the input as written', () => {
  const call = (rawJson: string): object[] => [
    { text: 'Calling list_files.' },
    { toolUse: { name: 'list_files', rawJson } },
  ]
  expect(asked('please use tool list_files {"path": {"a": 1}} now', { toolConfig })).toEqual(call('{"path": {"a": 1}}'))
  expect(asked('use tool list_files', { toolConfig })).toEqual(call('{}'))
  expect(asked('use tool list_files {broken}', { toolConfig })).toEqual(call('{broken}'))
})

test('does not call a tool that is not offered', () => {
  expect(asked('use tool shell {}', { toolConfig })).toEqual([{ text: expect.stringContaining('use tool shell {}') }])
})

test('sums up tool results, long ones cut with their length', () => {
  const results = [
    { toolResult: { toolUseId: '1', content: [{ text: 'x'.repeat(400) }] } },
    { toolResult: { toolUseId: '2', status: 'error', content: [{ json: { reason: 'gone' } }] } },
  ]
  const [step] = defaultReply({ messages: [{ role: 'user', content: results }] })
  expect(step).toEqual({
    text: `This is the Bedrock emulator. The tool returned: ${'x'.repeat(300)}… (400 characters)\nThis is the Bedrock emulator. The tool failed with: {"reason":"gone"}`,
  })
})

test('stops at maxTokens and says so', () => {
  expect(asked('Good day', { inferenceConfig: { maxTokens: 2 } })).toEqual([
    { text: 'This is' },
    { stopReason: 'max_tokens' },
  ])
})
