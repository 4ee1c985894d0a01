import { describe, expect, test } from 'vitest'
import type { ModelEvent } from '../../agent/ports.ts'
import { createChunkReader, type ChatChunk } from './read-chunks.ts'

describe('chunks of a chat completion', () => {
  test('become blocks where the kind of content changes', () => {
    expect(
      read([
        delta({ role: 'assistant', content: '' }),
        delta({ reasoning_content: 'Hm' }),
        delta({ reasoning_content: 'm.' }),
        delta({ content: 'A' }),
        delta({ content: '\n\n' }),
        delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'clock', arguments: '' } }] }),
        delta({ content: 'B' }),
      ]),
    ).toEqual([
      { type: 'reasoning-delta', index: 0, text: 'Hm' },
      { type: 'reasoning-delta', index: 0, text: 'm.' },
      { type: 'text-delta', index: 1, text: 'A' },
      { type: 'text-delta', index: 1, text: '\n\n' },
      { type: 'tool-use-started', index: 2, toolUseId: 'a', name: 'clock' },
      { type: 'text-delta', index: 3, text: 'B' },
    ])
  })

  test.each(['reasoning_content', 'reasoning', 'thinking'])('hold thinking under the name %s', (name) => {
    expect(read([delta({ [name]: 'Hm' })])).toEqual([{ type: 'reasoning-delta', index: 0, text: 'Hm' }])
  })

  test('put a tool call together from pieces, two at once', () => {
    const events = read([
      delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'add', arguments: '' } }] }),
      delta({ tool_calls: [{ index: 0, function: { arguments: '{"x"' } }] }),
      delta({ tool_calls: [{ index: 1, id: 'b', function: { name: 'clock', arguments: '{' } }] }),
      delta({
        tool_calls: [
          { index: 0, function: { arguments: ':1}' } },
          { index: 1, function: { arguments: '}' } },
        ],
      }),
    ])
    expect(toolsOf(events)).toEqual([
      { id: 'a', name: 'add', json: '{"x":1}' },
      { id: 'b', name: 'clock', json: '{}' },
    ])
  })

  test('take whole tool calls that are all numbered 0, or not at all', () => {
    const whole = (id: string, index?: number) => ({
      ...(index === undefined ? {} : { index }),
      id,
      function: { name: 'clock', arguments: '{}' },
    })
    const expected = [
      { id: 'a', name: 'clock', json: '{}' },
      { id: 'b', name: 'clock', json: '{}' },
    ]
    expect(toolsOf(read([delta({ tool_calls: [whole('a', 0), whole('b', 0)] })]))).toEqual(expected)
    expect(toolsOf(read([delta({ tool_calls: [whole('a')] }), delta({ tool_calls: [whole('b')] })]))).toEqual(expected)
  })

  test('take arguments that are an object, and give a call without an id one of its own', () => {
    const nameless = [delta({ tool_calls: [{ index: 0, function: { name: 'add', arguments: { x: 1 } } }] })]
    const [first] = toolsOf(read(nameless))
    const [second] = toolsOf(read(nameless))
    expect(first).toMatchObject({ name: 'add', json: '{"x":1}' })
    expect(first?.id).not.toBe(second?.id)
  })

  test.each([
    ['stop', [], 'end-turn'],
    ['length', [], 'max-tokens'],
    ['content_filter', [], 'refused'],
    ['tool_calls', [], 'tool-use'],
    ['stop', [{ index: 0, id: 'a', function: { name: 'clock' } }], 'tool-use'],
  ])('that finish with %s after the tool calls %o stop for %s', (finish_reason, tool_calls, expected) => {
    const reader = createChunkReader()
    reader.read(delta({ tool_calls }))
    expect(reader.stopReason).toBeUndefined()
    reader.read({ choices: [{ delta: {}, finish_reason }] })
    expect(reader.stopReason).toBe(expected)
  })

  test('without choices, deltas or proper text say nothing', () => {
    expect(read([{}, { choices: [] }, { choices: [{}] }, delta({ content: null }), delta({ content: [1] })])).toEqual(
      [],
    )
  })
})

function delta(content: object): ChatChunk {
  return { choices: [{ delta: content }] }
}

function read(chunks: readonly ChatChunk[]): ModelEvent[] {
  const reader = createChunkReader()
  return chunks.flatMap((chunk) => reader.read(chunk))
}

function toolsOf(events: readonly ModelEvent[]): { id: string; name: string; json: string }[] {
  const tools = new Map<number, { id: string; name: string; json: string }>()
  for (const event of events) {
    if (event.type === 'tool-use-started') tools.set(event.index, { id: event.toolUseId, name: event.name, json: '' })
    const tool = event.type === 'tool-input-delta' ? tools.get(event.index) : undefined
    if (event.type === 'tool-input-delta' && tool !== undefined) tool.json += event.json
  }
  return [...tools.values()]
}
