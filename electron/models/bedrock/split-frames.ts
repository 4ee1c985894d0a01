/** The messages of an event stream, as they come out of the chunks of a connection. */
export type Frames = {
  /** The next whole message; undefined when more is to be read first. */
  take(): Buffer | undefined
  /** Reads on; false at the end of the stream. Rejects when it ends within a message, or as the connection does. */
  fill(): Promise<boolean>
  /** Frees the connection's stream. */
  close(): Promise<void>
}

const lengthBytes = 4

/** Each message of an event stream begins with its whole length, four bytes, big-endian. */
export function splitFrames(chunks: AsyncIterable<Uint8Array>): Frames {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let taken = 0

  return {
    take() {
      if (held.length - taken < lengthBytes) return undefined
      const length = held.readUInt32BE(taken)
      if (length < lengthBytes) throw new Error(`An event stream announced a message of ${length} bytes.`)
      if (held.length - taken < length) return undefined
      taken += length
      return held.subarray(taken - length, taken)
    },
    async fill() {
      const { done, value } = await source.next()
      const isWhole = taken === held.length
      if (done === true) {
        if (!isWhole) throw new Error('The event stream ended within a message.')
        return false
      }
      held = isWhole ? asBuffer(value) : Buffer.concat([held.subarray(taken), value])
      taken = 0
      return true
    },
    async close() {
      await source.return?.()
    },
  }
}

/** The same memory. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
