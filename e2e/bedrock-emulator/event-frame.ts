import { crc32 } from 'node:zlib'

/**
 * Frames of `application/vnd.amazon.eventstream`: big-endian total length, header length, CRC-32 of those eight bytes,
 * headers, payload, CRC-32 of all before it. The layout is the one `@smithy/core/event-streams` decodes, and the test
 * holds the two byte for byte equal.
 */
export function eventFrame(eventType: string, payload: object): Buffer {
  return frame(eventHeaders(eventType), Buffer.from(JSON.stringify(payload)))
}

/** A modelled failure inside a stream; `exceptionType` is the union member's name, such as `throttlingException`. */
export function exceptionFrame(exceptionType: string, payload: object): Buffer {
  const headers = encodeHeaders({
    ':exception-type': exceptionType,
    ':content-type': 'application/json',
    ':message-type': 'exception',
  })
  return frame(headers, Buffer.from(JSON.stringify(payload)))
}

/** A failure inside a stream that the service's model does not name. */
export function errorFrame(code: string, message: string): Buffer {
  const headers = encodeHeaders({ ':error-code': code, ':error-message': message, ':message-type': 'error' })
  return frame(headers, Buffer.alloc(0))
}

const knownEventHeaders = new Map<string, Buffer>()

/** Headers repeat for every delta of a stream, so they are encoded once for each event type. */
function eventHeaders(eventType: string): Buffer {
  const known = knownEventHeaders.get(eventType)
  if (known !== undefined) return known
  const encoded = encodeHeaders({
    ':event-type': eventType,
    ':content-type': 'application/json',
    ':message-type': 'event',
  })
  knownEventHeaders.set(eventType, encoded)
  return encoded
}

const stringHeader = 7

function encodeHeaders(headers: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(headers)) {
    const nameBytes = Buffer.from(name)
    const valueBytes = Buffer.from(value)
    const valueLength = Buffer.alloc(2)
    valueLength.writeUInt16BE(valueBytes.length)
    parts.push(Buffer.from([nameBytes.length]), nameBytes, Buffer.from([stringHeader]), valueLength, valueBytes)
  }
  return Buffer.concat(parts)
}

const preludeBytes = 12
const checksumBytes = 4

function frame(headers: Buffer, payload: Buffer): Buffer {
  const total = preludeBytes + headers.length + payload.length + checksumBytes
  const bytes = Buffer.allocUnsafe(total)
  bytes.writeUInt32BE(total, 0)
  bytes.writeUInt32BE(headers.length, 4)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8)
  headers.copy(bytes, preludeBytes)
  payload.copy(bytes, preludeBytes + headers.length)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, total - checksumBytes)), total - checksumBytes)
  return bytes
}
