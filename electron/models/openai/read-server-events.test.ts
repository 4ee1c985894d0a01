import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readServerEvents } from './read-server-events.ts'

describe('server-sent events', () => {
  test('are the data lines, whatever the line ends and whatever else is sent', async () => {
    const text = ': keep-alive\r\ndata: one\r\n\r\nevent: message\ndata:two\n\nretry: 5\ndata: [DONE]\n\n'
    expect(await readAll([Buffer.from(text)])).toEqual(['one', 'two', '[DONE]'])
  })

  test('do not include a line that was cut short', async () => {
    expect(await readAll([Buffer.from('data: {"a":1}\n\ndata: {"b"')])).toEqual(['{"a":1}'])
  })

  test('are the same wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text))),
        fc.array(fc.nat()),
        async (values, cuts) => {
          const bytes = Buffer.from(values.map((value) => `data: ${value}\n\n`).join(''))
          const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
          const pieces = places.map((place, index) => bytes.subarray(place, places[index + 1] ?? bytes.length))
          expect(await readAll(pieces)).toEqual(values)
        },
      ),
    )
  })

  test('are given up when a line never ends', async () => {
    const endless = Array.from({ length: 17 }, () => Buffer.alloc(1_000_000, 'x'))
    await expect(readAll(endless)).rejects.toThrow('does not end')
  })
})

async function readAll(pieces: readonly Uint8Array[]): Promise<string[]> {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* pieces
  }
  const lines: string[] = []
  for await (const line of readServerEvents(body())) lines.push(line)
  return lines
}
