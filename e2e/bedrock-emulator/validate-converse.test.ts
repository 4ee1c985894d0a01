import { describe, expect, test } from 'vitest'

import { acceptConverse } from './accept-converse.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { onDemandMessage, resolveModel } from './resolve-model.ts'
import { validateConverse } from './validate-converse.ts'
import { validateForModel } from './validate-for-model.ts'

const newest = resolveModel('us.anthropic.claude-opus-5-5')
const older = resolveModel('us.anthropic.claude-haiku-4-5-20251001-v1:0')

const tool = { toolSpec: { name: 'file_read', inputSchema: { json: { type: 'object' } } } }
const toolConfig = { tools: [tool] }
const text = (words: string): object => ({ text: words })
const user = (...content: object[]): object => ({ role: 'user', content })
const assistant = (...content: object[]): object => ({ role: 'assistant', content })
const toolUse = (toolUseId: string, input: unknown = {}): object => ({
  toolUse: { toolUseId, name: 'file_read', input },
})
const toolResult = (toolUseId: string, content: object[] = [{ text: 'ok' }], status = 'success'): object => ({
  toolResult: { toolUseId, content, status },
})
const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
const image = (bytes: Buffer = png, format = 'png'): object => ({
  image: { format, source: { bytes: bytes.toString('base64') } },
})
const document = (name: string, bytes: Buffer = Buffer.from('a,b')): object => ({
  document: { format: 'csv', name, source: { bytes: bytes.toString('base64') } },
})

function refusal(body: unknown, model: EmulatedModel | undefined = newest): string {
  try {
    const request = validateConverse(body)
    if (model !== undefined) validateForModel(request, model, false)
    return 'accepted'
  } catch (error) {
    expect(error).toMatchObject({ name: 'ValidationException', status: 400 })
    return (error as Error).message
  }
}

const fromModel = (message: string): string => `The model returned the following errors: ${message}`

describe('conversation', () => {
  test.each([
    [[], 'A conversation must start with a user message.'],
    [[assistant(text('a')), user(text('b'))], 'A conversation must start with a user message.'],
    [[user(text('a')), user(text('b'))], 'A conversation must alternate between user and assistant roles.'],
    [[{ role: 'tool', content: [text('a')] }], "Value 'tool' at 'messages.1.member.role' failed"],
    [[user()], 'The content field in the Message object at messages.0 is empty.'],
    [[user(text('a'), text(''))], 'The text field in the ContentBlock object at messages.0.content.1 is blank.'],
    [[user(text(' \n'))], fromModel('messages: text content blocks must contain non-whitespace text')],
    [[{ role: 'user', content: null }], "Value null at 'messages.1.member.content' failed"],
  ])('refuses %j', (messages, message) => {
    expect(refusal({ messages })).toContain(message)
  })

  test('refuses a blank system text and a body that is no object', () => {
    expect(refusal({ messages: [user(text('a'))], system: [text('')] })).toContain('system: text content blocks')
    expect(refusal(undefined)).toContain('Unable to parse the request body')
  })

  test.each([
    [{ messages: 'hello' }, "at 'messages' failed"],
    [{ messages: [user(text('a'))], system: 'be kind' }, "at 'system' failed"],
    [{ messages: [user(text('a'))], toolConfig: { tools: 'all' } }, "at 'toolConfig.tools' failed"],
    [{ messages: [user({ toolUse: 'x' })] }, "at 'messages.1.member.content' failed"],
    [{ messages: [user({ toolResult: { toolUseId: 'x', content: 'x' } })] }, "at 'messages.1.member.content' failed"],
  ])('refuses the misshapen body %j', (body, message) => {
    expect(refusal(body)).toContain(message)
  })

  test('accepts a whole conversation with tools, and a system message between', () => {
    const messages = [
      user(text('a')),
      assistant(text('b'), toolUse('1'), toolUse('2')),
      { role: 'system', content: [text('More tools now.')] },
      user(toolResult('2'), toolResult('1', [], 'success'), text('go on')),
    ]
    expect(refusal({ messages, toolConfig, system: [text('s'), { cachePoint: { type: 'default' } }] })).toBe('accepted')
  })
})

describe('tools', () => {
  const asked = [user(text('a')), assistant(toolUse('t1'), toolUse('t2'))]
  test.each([
    [[...asked, user(text('b'))], 'Expected toolResult blocks at messages.2.content for the following Ids: t1, t2'],
    [[...asked, user(toolResult('t2'))], 'Expected toolResult blocks at messages.2.content for the following Ids: t1'],
    [asked, 'Expected toolResult blocks at messages.2.content for the following Ids: t1, t2'],
    [
      [user(toolResult('t1'))],
      'The number of toolResult blocks at messages.0.content exceeds the number of toolUse blocks of previous turn.',
    ],
    [
      [...asked, user(toolResult('t1'), toolResult('t2', [], 'error'))],
      'The content field at messages.2.content.1.toolResult cannot be empty when status value is error.',
    ],
    [
      [...asked, user(toolResult('t1'), toolResult('t2', [text('')]))],
      fromModel('messages: text content blocks must be non-empty'),
    ],
    [
      [...asked, user(toolResult('t1'), toolResult('t2', [{ json: [1] }]))],
      'The format of the value at messages.2.content.1.toolResult.content.0.json is invalid. Provide a json object',
    ],
    [
      [user(text('a')), assistant(toolUse('t1', '{')), user(toolResult('t1'))],
      'The format of the value at messages.1.content.0.toolUse.input is invalid. Provide a json object',
    ],
    [[user(text('a')), assistant(toolUse('t 1')), user(toolResult('t 1'))], 'pattern: [a-zA-Z0-9_.:-]+'],
  ])('refuses %j', (messages, message) => {
    expect(refusal({ messages, toolConfig })).toContain(message)
  })

  test('refuses tool blocks in the history when no tools are offered', () => {
    const messages = [...asked, user(toolResult('t1'), toolResult('t2'))]
    expect(refusal({ messages })).toBe(
      'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
    )
  })

  test.each([
    [[], 'Member must have length greater than or equal to 1'],
    [[tool, tool], 'tools: Tool names must be unique.'],
    [[{ toolSpec: { ...tool.toolSpec, name: 'file read' } }], 'pattern: [a-zA-Z0-9_-]+'],
    [
      [{ toolSpec: { name: 'x', inputSchema: { json: { type: 'array' } } } }],
      'The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object.',
    ],
  ])('refuses to offer %j', (tools, message) => {
    expect(refusal({ messages: [user(text('a'))], toolConfig: { tools } })).toContain(message)
  })
})

describe('attachments', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => document(name))
  test.each([
    ['documents alone', user(document('a')), 'A text block must be included when using documents.'],
    ['six documents', user(text('x'), ...six), "You can't include more than 5 documents in a request."],
    [
      'one name twice',
      user(text('x'), document('a'), document('a')),
      "Messages can't contain duplicate document names.",
    ],
    ['a dot in a name', user(text('x'), document('a.csv')), 'The document file name can only contain alphanumeric'],
    ['two blanks in a name', user(text('x'), document('a  b')), 'The document file name can only contain alphanumeric'],
    ['an empty document', user(text('x'), document('a', Buffer.alloc(0))), 'The document file is empty.'],
    ['a large document', user(text('x'), document('a', Buffer.alloc(4_718_593))), 'exceeds the maximum of 4.5 MB'],
    ['21 images', user(...Array.from({ length: 21 }, () => image())), 'too many images and documents: 21 + 0 > 20'],
    [
      'a large image',
      user(image(Buffer.concat([png, Buffer.alloc(3_932_160)]))),
      'messages.0.content.0.image.source.bytes: image exceeds 5 MB maximum:',
    ],
    ['a picture of another format', user(image(png, 'jpeg')), fromModel('Could not process image')],
  ])('refuses %s', (_, message, expected) => {
    expect(refusal({ messages: [message] })).toContain(expected)
  })

  test('refuses a picture from the assistant and accepts what is within the limits', () => {
    expect(refusal({ messages: [user(text('a')), assistant(image()), user(text('b'))] })).toContain('user role')
    expect(refusal({ messages: [user(text('a'), image(), document('Umsätze 2026 (neu)'))] })).toBe('accepted')
  })
})

describe('the model', () => {
  const messages = [user(text('a'))]
  const cases: [string, object, string][] = [
    ['temperature', { inferenceConfig: { temperature: 0.2 } }, '`temperature` is deprecated for this model.'],
    ['top P', { inferenceConfig: { topP: 0.5 } }, '`top_p` is deprecated for this model.'],
    [
      'a thinking budget',
      { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } } },
      '"thinking.type.enabled" is not supported for this model.',
    ],
    ['forced tool use', { toolConfig: { ...toolConfig, toolChoice: { any: {} } } }, 'tool_choice forces tool use'],
    [
      'prefill',
      { messages: [...messages, assistant(text('Sure:'))] },
      'This model does not support assistant message prefill.',
    ],
  ]
  test.each(cases)('of the newest generation refuses %s, an older one takes it', (_, change, message) => {
    expect(refusal({ messages, ...change }, newest)).toContain(message)
    expect(refusal({ messages, ...change }, older)).toBe('accepted')
  })

  test('refuses more output than it can write and more input than it can read', () => {
    const refused = refusal({ messages, inferenceConfig: { maxTokens: 64_001 } }, older)
    expect(refused).toContain('The maximum tokens you requested exceeds the model limit of 64000.')
    const tooLong = { messages: [user(text('word '.repeat(200_000)))] }
    expect(() => acceptConverse({ operation: 'Converse', modelId: `us.${older?.id}`, body: tooLong })).toThrow(
      'Input is too long for requested model.',
    )
  })

  test('is found by profile id, by ARN, and by base id only where on-demand is offered', () => {
    const account = 'arn:aws:bedrock:eu-west-1:123456789012'
    expect(resolveModel(`${account}:inference-profile/eu.anthropic.claude-sonnet-5-5`)?.name).toBe('Claude Sonnet 5.5')
    expect(resolveModel(`${account}:application-inference-profile/abc123`)).toBeUndefined()
    expect(resolveModel('amazon.nova-lite-v1:0')?.name).toBe('Nova Lite')
    expect(() => resolveModel('anthropic.claude-opus-5-5')).toThrow(onDemandMessage('anthropic.claude-opus-5-5'))
    for (const id of ['made-up', 'xx.anthropic.claude-opus-5-5', 'us.', '']) {
      expect(() => resolveModel(id)).toThrow('The provided model identifier is invalid.')
    }
  })
})
