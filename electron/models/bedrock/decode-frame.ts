import { crc32 } from 'node:zlib'
import type { EventStreamCodec, HeaderMarshaller } from '@smithy/core/event-streams'

type Message = ReturnType<EventStreamCodec['decode']>

const preludeBytes = 8
const checksumBytes = 4
const headersAt = preludeBytes + checksumBytes

/**
 * Reads one message of an event stream after the other: length, length of the headers, checksum of these two, headers,
 * payload, checksum of all before; numbers in four bytes, big-endian
 * (smithy.io/2.0/aws/amazon-eventstream.html).
 *
 * Nearly every message of an answer has the headers of the one before, so these are parsed once and handed out again:
 * a text in seven pieces of UTF-8 is what a delta otherwise costs most for.
 *
 * The returned function throws when a message is not what its lengths and checksums say.
 */
export function frameDecoder(marshaller: HeaderMarshaller): (frame: Buffer) => Message {
  let lastBytes: Buffer = Buffer.alloc(0)
  let lastHeaders: Message['headers'] = {}

  function headersOf(bytes: Buffer): Message['headers'] {
    if (bytes.length === 0 || !bytes.equals(lastBytes)) {
      lastHeaders = marshaller.parse(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      // A copy: the original is a view that would keep a whole chunk of the connection.
      lastBytes = Buffer.from(bytes)
    }
    return lastHeaders
  }

  return (frame) => {
    const bodyAt = checkedBodyStart(frame)
    return {
      headers: headersOf(frame.subarray(headersAt, bodyAt)),
      body: frame.subarray(bodyAt, frame.length - checksumBytes),
    }
  }
}

function checkedBodyStart(frame: Buffer): number {
  if (frame.length < headersAt + checksumBytes) throw new Error('A message of the event stream is too short.')
  const bodyAt = headersAt + frame.readUInt32BE(4)
  const end = frame.length - checksumBytes
  const isWhole = frame.readUInt32BE(0) === frame.length && bodyAt <= end
  const prelude = crc32(frame.subarray(0, preludeBytes))
  if (
    !isWhole ||
    frame.readUInt32BE(preludeBytes) !== prelude ||
    frame.readUInt32BE(end) !== crc32(frame.subarray(0, end))
  )
    throw new Error('A message of the event stream does not have the checksum it was sent with.')
  return bodyAt
}
