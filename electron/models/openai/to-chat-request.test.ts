import { describe, expect, test } from 'vitest'
import type { ToolUseId } from '../../../shared/ids.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import type { ModelMessage, ModelRequest } from '../../agent/ports.ts'
import { toChatRequest } from './to-chat-request.ts'

describe('a request to a local server', () => {
  test('carries system, history, tools, settings and pictures', () => {
    const toolUseId = 'call_1' as ToolUseId
    const request = requestWith({
      system: { stable: 'Be brief.', varying: '' },
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image', format: 'png', base64: 'AQI=' },
            { type: 'attachment', name: 'a.csv', path: 'attachments/a.csv', mediaType: 'text/csv', bytes: 1 },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'Look.' },
            { type: 'text', text: 'I look.' },
            { type: 'tool-use', toolUseId, name: 'query_data', input: { sql: 'SELECT 1' } },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool-result',
              toolUseId,
              status: 'error',
              content: [
                { type: 'json', value: { rows: 1 } },
                { type: 'image', format: 'png', base64: 'AwQ=' },
              ],
            },
          ],
        },
      ],
      tools: [{ name: 'query_data', description: 'Runs SQL', inputSchema: { type: 'object' } }],
      inference: { maxTokens: 100, temperature: 0, topP: 0.5, stopSequences: ['END'] },
    })
    expect(toChatRequest(request)).toEqual({
      model: 'qwen3:8b',
      stream: true,
      stream_options: { include_usage: true },
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AQI=' } },
            { type: 'text', text: 'Attached file "a.csv", at the path "attachments/a.csv".' },
          ],
        },
        {
          role: 'assistant',
          content: 'I look.',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'query_data', arguments: '{"sql":"SELECT 1"}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: 'Error: {"rows":1}' },
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AwQ=' } }] },
      ],
      tools: [
        {
          type: 'function',
          function: { name: 'query_data', description: 'Runs SQL', parameters: { type: 'object' } },
        },
      ],
      max_tokens: 100,
      temperature: 0,
      top_p: 0.5,
      stop: ['END'],
    })
  })

  test('joins neighbours of one role and leaves out what is empty', () => {
    const say = (role: 'user' | 'assistant', text: string): ModelMessage => ({
      role,
      content: [{ type: 'text', text }],
    })
    const messages = [
      say('user', 'a'),
      say('user', 'b'),
      say('assistant', ''),
      say('assistant', 'c'),
      say('assistant', 'd'),
    ]
    expect(toChatRequest(requestWith({ messages })).messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      { role: 'assistant', content: 'c\n\nd' },
    ])
  })

  test('offers no tools and no pictures to a model that takes none', () => {
    const messages: ModelMessage[] = [{ role: 'user', content: [{ type: 'image', format: 'png', base64: 'AQI=' }] }]
    const tools = [{ name: 'clock', description: 'Tells the time', inputSchema: { type: 'object' } }]
    const model = { ...qwen, accepts: { ...qwen.accepts, tools: false, images: false } }
    const chat = toChatRequest(requestWith({ model, messages, tools }))
    expect(chat).not.toHaveProperty('tools')
    expect(chat.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: '(A picture that this model cannot see.)' }] },
    ])
  })
})

const qwen: ModelInfo = {
  id: 'openai:127.0.0.1:11434/qwen3:8b' as ModelInfo['id'],
  provider: 'openai',
  endpointModelId: 'qwen3:8b',
  label: 'qwen3:8b',
  description: '',
  accepts: { tools: true, images: true, temperature: true, topP: true, reasoning: 'none' },
  price: 'free',
}

function requestWith(parts: Partial<ModelRequest>): ModelRequest {
  return { model: qwen, system: { stable: '', varying: '' }, messages: [], tools: [], inference: {}, ...parts }
}
