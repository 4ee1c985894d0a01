import { StringDecoder } from 'node:string_decoder'

export type OutputCollector = {
  add(chunk: Buffer): void
  /** Everything, or beginning and end with a note of how much is missing between. */
  finish(): { readonly text: string; readonly isTruncated: boolean }
}

/**
 * Keeps at most `maxBytes` of a stream however much flows through it: the first half and the last, where commands say
 * what went wrong. `onText` gets text as it arrives until that much has been seen.
 */
export function collectOutput(maxBytes: number, onText?: (text: string) => void): OutputCollector {
  const decoder = new StringDecoder('utf8')
  const headBytes = Math.ceil(maxBytes / 2)
  const tailBytes = maxBytes - headBytes
  const head: Buffer[] = []
  let tail: Buffer[] = []
  let seen = 0
  let tailHeld = 0

  return {
    add(chunk) {
      if (seen < maxBytes) onText?.(decoder.write(chunk.subarray(0, maxBytes - seen)))
      const toHead = Math.max(0, headBytes - seen)
      if (toHead > 0) head.push(chunk.subarray(0, toHead))
      const rest = chunk.subarray(toHead)
      if (rest.length > 0) {
        tail.push(rest)
        tailHeld += rest.length
      }
      // Trimmed once per doubling, so a flood of small chunks costs no more than its bytes.
      if (tailHeld > 2 * tailBytes + 65_536) {
        tail = [lastBytes(tail, tailBytes)]
        tailHeld = tailBytes
      }
      seen += chunk.length
    },
    finish() {
      const start = Buffer.concat(head)
      const cut = seen - start.length - Math.min(tailHeld, tailBytes)
      if (cut === 0) return { text: Buffer.concat([start, ...tail]).toString('utf8'), isTruncated: false }
      const note = `\n… ${cut.toLocaleString('en-US')} bytes cut here …\n`
      return { text: wholeStart(start) + note + wholeEnd(lastBytes(tail, tailBytes)), isTruncated: true }
    },
  }
}

function lastBytes(chunks: readonly Buffer[], count: number): Buffer {
  const all = Buffer.concat(chunks)
  return all.subarray(Math.max(0, all.length - count))
}

/** Without the half of a character the cut may have left at the end. */
function wholeStart(bytes: Buffer): string {
  return new StringDecoder('utf8').write(bytes)
}

/** The same at the beginning: UTF-8's continuation bytes are 10xxxxxx. */
function wholeEnd(bytes: Buffer): string {
  let from = 0
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1
  return bytes.subarray(from).toString('utf8')
}
