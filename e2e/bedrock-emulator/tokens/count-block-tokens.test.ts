import { describe, expect, test } from 'vitest'

import { countBlockTokens, countToolTokens } from './count-block-tokens.ts'
import { countTextTokens, cutToTokens } from './count-text-tokens.ts'

const base64 = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').toString('base64')
const image = (bytes: string): object => ({ image: { format: 'png', source: { bytes } } })

describe('a picture costs (width × height) / 750, read from', () => {
  const jpegPreview = `ffe1 4000 ${'00'.repeat(0x3ffe)}`
  test.each([
    ['PNG', '89504e470d0a1a0a 0000000d 49484452 000003e8 000001f4', 667],
    ['GIF', '474946383961 e803 f401', 667],
    ['JPEG', 'ffd8 ffe0 0004 0000 ffc4 0004 0000 ffc2 0011 08 01f4 03e8', 667],
    ['JPEG with a preview', `ffd8 ${jpegPreview} ffc0 0011 08 01f4 03e8`, 667],
    ['lossy WebP', `52494646 00000000 57454250 56503820 ${'00'.repeat(10)} e803 f401`, 667],
    ['lossless WebP', '52494646 00000000 57454250 5650384c 00000000 2f e7c37c00', 667],
    ['extended WebP', '52494646 00000000 57454250 56503858 00000000 00000000 e70300 f30100', 667],
    ['nothing: a screenshot', '00', 1_600],
    ['a header that is cut off: a screenshot', '89504e470d0a1a0a 0000', 1_600],
  ])('%s', (_, hex, tokens) => {
    expect(countBlockTokens(image(base64(hex)))).toBe(tokens + 3)
  })
})

test.each<[string, object, number]>([
  ['text', { text: 'one two three' }, 3 + 3],
  ['a tool use', { toolUse: { toolUseId: 't', name: 'read', input: { path: 'a' } } }, 3 + 8 + 1 + 5],
  [
    'a tool result',
    { toolResult: { toolUseId: 't', content: [{ text: 'one two' }, { json: { a: 1 } }] } },
    3 + 8 + 2 + 5,
  ],
  ['reasoning', { reasoningContent: { reasoningText: { text: 'one two', signature: 'x'.repeat(400) } } }, 3 + 2],
  ['hidden reasoning', { reasoningContent: { redactedContent: Buffer.alloc(320).toString('base64') } }, 3 + 10],
  ['guarded text', { guardContent: { text: { text: 'one two three' } } }, 3 + 3],
  ['a cache point', { cachePoint: { type: 'default' } }, 0],
  ['one inside a result', { toolResult: { toolUseId: 't', content: [{ cachePoint: {} }] } }, 3 + 8],
  ['something new', { searchResult: { title: 'one' } }, 3 + 8],
])('%s costs its content and a little for its frame', (_, block, tokens) => {
  expect(countBlockTokens(block)).toBe(tokens)
})

test('a document costs its name and its text, or a packed file its bytes', () => {
  const document = (format: string, source: object): object => ({ document: { format, name: 'sales', source } })
  const words = 'one two three'
  const bytes = Buffer.from(words).toString('base64')
  const name = countTextTokens('sales')
  expect(countBlockTokens(document('csv', { bytes }))).toBe(3 + name + 3)
  expect(countBlockTokens(document('txt', { text: words }))).toBe(3 + name + 3)
  expect(countBlockTokens(document('txt', { content: [{ text: words }] }))).toBe(3 + name + 3)
  expect(countBlockTokens(document('pdf', { bytes: Buffer.alloc(3_200).toString('base64') }))).toBe(3 + name + 100)
})

test('a tool costs its name, description and schema', () => {
  const toolSpec = { name: 'read', description: 'Reads.', inputSchema: { json: { type: 'object' } } }
  const json = '{"name":"read","description":"Reads.","input_schema":{"type":"object"}}'
  expect(countToolTokens({ toolSpec })).toBe(12 + countTextTokens(json))
})

test('an unbroken run of any length is counted', () => {
  expect(countTextTokens('x'.repeat(400_000))).toBe(50_000)
  expect(countTextTokens('汉字'.repeat(20_000))).toBe(40_000)
})

test('words reserved by the vocabulary are text', () => {
  expect(countTextTokens('<|endoftext|>')).toBeGreaterThan(1)
})

test('a text is cut after so many tokens', () => {
  expect([cutToTokens('one two three', 2), cutToTokens('one two three', 3)]).toEqual(['one two', 'one two three'])
})
