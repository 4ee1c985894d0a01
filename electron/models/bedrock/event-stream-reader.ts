import type { BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime'
import { eventStreamSerdeProvider, getMessageUnmarshaller, HeaderMarshaller } from '@smithy/core/event-streams'
import { frameDecoder } from './decode-frame.ts'
import { splitFrames, type Frames } from './split-frames.ts'

type ReaderProvider = NonNullable<BedrockRuntimeClientConfig['eventStreamSerdeProvider']>
type CodecOptions = Pick<Required<BedrockRuntimeClientConfig>, 'utf8Encoder' | 'utf8Decoder'>

/**
 * What the AWS client reads event streams with: the SDK's own schemas, behind one iterator.
 * The SDK's reader is three asynchronous generators inside each other, and every event pays for each.
 */
export const eventStreamReader: ReaderProvider = (options: CodecOptions) => {
  const { utf8Encoder, utf8Decoder } = options
  const marshaller = new HeaderMarshaller(utf8Encoder, utf8Decoder)
  const { serialize } = eventStreamSerdeProvider(options)
  return {
    serialize,
    deserialize(body: AsyncIterable<Uint8Array>, deserializer) {
      const unmarshal = getMessageUnmarshaller<object>(deserializer as Deserializer, utf8Encoder)
      const decode = frameDecoder(marshaller)
      const read = (frame: Buffer) => unmarshal(decode(frame))
      return { [Symbol.asyncIterator]: () => readEvents(splitFrames(body), read) } as never
    },
  }
}

type Deserializer = Parameters<typeof getMessageUnmarshaller<object>>[0]

/** What `read` makes of each frame, but for undefined. */
function readEvents<Event>(
  frames: Frames,
  read: (frame: Buffer) => Promise<Event | undefined>,
): AsyncIterator<Event, undefined> {
  function pull(): Promise<IteratorResult<Event, undefined>> {
    try {
      const frame = frames.take()
      if (frame !== undefined) return read(frame).then(toResult)
    } catch (error) {
      return Promise.reject(error)
    }
    return frames.fill().then((hasMore) => (hasMore ? pull() : { done: true, value: undefined }))
  }

  function toResult(
    event: Event | undefined,
  ): IteratorResult<Event, undefined> | Promise<IteratorResult<Event, undefined>> {
    return event === undefined ? pull() : { done: false, value: event }
  }

  return {
    next: pull,
    async return() {
      await frames.close()
      return { done: true, value: undefined }
    },
  }
}
