import { EventStreamCodec, eventStreamSerdeProvider } from '@smithy/core/event-streams'
import { fromUtf8, toUtf8 } from '@smithy/core/serde'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventStreamReader } from './event-stream-reader.ts'

const options = { utf8Encoder: toUtf8, utf8Decoder: fromUtf8 }
const codec = new EventStreamCodec(toUtf8, fromUtf8)

type Message = ReturnType<typeof codec.decode>
type Provider = typeof eventStreamSerdeProvider

const header = fc
  .constantFrom('text/plain', 'application/json', 'ü')
  .map((value) => ({ type: 'string', value }) as const)
const message = fc.record({
  kind: fc.constantFrom('contentBlockDelta', 'contentBlockStop', 'metadata', 'future'),
  contentType: header,
  body: fc.uint8Array({ maxLength: 300 }),
})
const messages = fc.array(message, { maxLength: 12 }).map((list) => list.map(eventMessage))
const cuts = fc.array(fc.nat({ max: 4000 }), { maxLength: 20 })

describe('events read from a connection', () => {
  test('are those the SDK’s own reader makes, wherever the connection cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(messages, cuts, async (list, places) => {
        const bytes = Buffer.concat(list.map((one) => codec.encode(one)))
        expect(await readAll(eventStreamReader, cutAt(bytes, places))).toEqual(
          await readAll(eventStreamSerdeProvider, cutAt(bytes, places)),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('end in an error when a single bit is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(messages, fc.nat(), cuts, async (list, at, places) => {
        fc.pre(list.length > 0)
        const bytes = Buffer.concat(list.map((one) => codec.encode(one)))
        const bit = at % (bytes.length * 8)
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const { events, error } = await readAll(eventStreamReader, cutAt(bytes, places))
        expect(error).toBeInstanceOf(Error)
        expect(events.length).toBeLessThan(list.length)
      }),
      { numRuns: 500 },
    )
  })

  test('end in an error when the connection ends within a message', async () => {
    const bytes = Buffer.from(codec.encode(eventMessage({ kind: 'metadata', body: new Uint8Array(10) })))
    for (let length = 1; length < bytes.length; length++) {
      const { error } = await readAll(eventStreamReader, [bytes.subarray(0, length)])
      expect(error).toMatchObject({ message: 'The event stream ended within a message.' })
    }
  })

  test('of an exception are thrown under its name', async () => {
    const good = codec.encode(eventMessage({ kind: 'metadata', body: new Uint8Array(3) }))
    const exception = codec.encode(exceptionMessage('throttlingException'))
    const { events, error } = await readAll(eventStreamReader, [Buffer.concat([good, exception, good])])
    expect(events).toHaveLength(1)
    expect(error).toMatchObject({ name: 'throttlingException' })
  })

  test('are no more wanted when the reader leaves, and the connection’s stream is freed', async () => {
    let isFreed = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield codec.encode(eventMessage({ kind: 'metadata', body: new Uint8Array(3) }))
      } finally {
        isFreed = true
      }
    }
    for await (const event of eventStreamReader(options).deserialize(endless(), keep)) {
      expect(event).toMatchObject({ metadata: { body: [0, 0, 0] } })
      break
    }
    expect(isFreed).toBe(true)
  })
})

function eventMessage({
  kind,
  body,
  contentType = { type: 'string', value: 'application/json' },
}: {
  readonly kind: string
  readonly body: Uint8Array
  readonly contentType?: { readonly type: 'string'; readonly value: string }
}): Message {
  const headers: Message['headers'] = {
    ':event-type': { type: 'string', value: kind },
    ':content-type': contentType,
    ':message-type': { type: 'string', value: 'event' },
  }
  return { headers, body }
}

function exceptionMessage(kind: string): Message {
  const headers: Message['headers'] = {
    ':exception-type': { type: 'string', value: kind },
    ':message-type': { type: 'string', value: 'exception' },
  }
  return { headers, body: new Uint8Array() }
}

/** What the schemas do, in short: a copy of the message under its kind; kinds nobody knows are passed over. */
function keep(input: Record<string, Message>): Promise<object> {
  const [[kind, { headers, body }] = ['', codecless]] = Object.entries(input)
  const isKnown = kind !== 'future' && !kind.endsWith('Exception')
  return Promise.resolve(isKnown ? { [kind]: { headers: { ...headers }, body: [...body] } } : { $unknown: input })
}

const codecless: Message = { headers: {}, body: new Uint8Array() }

async function readAll(
  provider: Provider,
  chunks: readonly Uint8Array[],
): Promise<{ events: object[]; error: unknown }> {
  const events: object[] = []
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(chunk)
  }
  try {
    for await (const event of provider(options).deserialize(body(), keep)) events.push(event)
  } catch (error) {
    return { events, error }
  }
  return { events, error: undefined }
}

function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length]
  // Each in memory of its own, as chunks of a socket may be.
  return ends
    .map((end, index) => Buffer.from(bytes.subarray(ends[index - 1] ?? 0, end)))
    .filter(({ length }) => length > 0)
}
