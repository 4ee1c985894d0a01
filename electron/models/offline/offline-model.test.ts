import { expect, test } from 'vitest'
import type { ModelEvent, ModelMessage, ModelRequest } from '../../agent/ports.ts'
import { createOfflineModel, offlineAnalyst } from './offline-model.ts'
import { planNextStep } from './plan-next-step.ts'

const requestFor = (question: string, tools: readonly string[] = ['calculator', 'list_files']): ModelRequest => {
  const messages: ModelMessage[] = [{ role: 'user', content: [{ type: 'text', text: question }] }]
  const specs = tools.map((name) => ({ name, description: '', inputSchema: {} }))
  return { model: offlineAnalyst, system: { stable: '', varying: '' }, messages, tools: specs, inference: {} }
}

async function collect(request: ModelRequest): Promise<ModelEvent[]> {
  const { signal } = new AbortController()
  const events: ModelEvent[] = []
  for await (const event of createOfflineModel().stream(request, signal)) events.push(event)
  return events
}

const zero = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 }

test('streams its answer in pieces that are the text again when put together', async () => {
  const request = requestFor('What can you do?')
  const events = await collect(request)
  const deltas = events.flatMap((event) => (event.type === 'text-delta' ? [event.text] : []))
  const step = planNextStep(request.messages, request.tools)
  expect(step).toEqual({ kind: 'answer', markdown: deltas.join('') })
  expect(deltas.length).toBeGreaterThan(10)
  expect(events.slice(-2)).toEqual([
    { type: 'message-stopped', reason: 'end-turn' },
    { type: 'usage', usage: zero, latencyMs: null },
  ])
})

test('asks for a tool with whole JSON and stops for its result', async () => {
  const events = await collect(requestFor('What is 2 + 2?'))
  expect(events).toEqual([
    { type: 'tool-use-started', index: 0, toolUseId: expect.stringMatching(/^offline-/), name: 'calculator' },
    { type: 'tool-input-delta', index: 0, json: '{"expression":"2 + 2"}' },
    { type: 'message-stopped', reason: 'tool-use' },
    { type: 'usage', usage: zero, latencyMs: null },
  ])
})

test('stops where it is when it is cancelled', async () => {
  const controller = new AbortController()
  const seen: string[] = []
  const read = async () => {
    for await (const event of createOfflineModel().stream(requestFor('help'), controller.signal)) {
      seen.push(event.type)
      controller.abort()
    }
  }
  await expect(read()).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(seen).toEqual(['text-delta'])
})

test('an empty history is answered with what it can do', async () => {
  expect(planNextStep([], [])).toMatchObject({ kind: 'answer', markdown: expect.stringContaining('I can:') })
})
