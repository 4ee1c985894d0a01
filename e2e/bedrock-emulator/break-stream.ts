import { once } from 'node:events'

import { errorFrame, eventFrame, exceptionFrame } from './event-frame.ts'
import type { Exchange } from './exchange.ts'
import type { Fault } from './fault.ts'
import { streamExceptionPayload } from './stream-exception.ts'

const neverBreaks = -1

/** How many deltas are sent before the fault; -1 for one that does not break into the stream. */
export function breakPoint(fault: Fault | undefined): number {
  if (fault === undefined || fault.kind === 'http-error' || fault.kind === 'first-frame-exception') return neverBreaks
  if (fault.kind === 'no-metadata') return neverBreaks
  return fault.afterDeltas ?? 1
}

/** Does to a running stream what the fault says, and tells whether anything can follow. */
export async function breakStream(exchange: Exchange, fault: Fault): Promise<'over' | 'goes-on'> {
  switch (fault.kind) {
    case 'mid-stream-exception':
      await exchange.end(exceptionFrame(fault.exception, streamExceptionPayload(fault.exception, fault.message)))
      return 'over'
    case 'unmodelled-error':
      await exchange.end(errorFrame(fault.code, fault.message))
      return 'over'
    case 'unknown-event':
      await exchange.write(eventFrame('somethingFromTheFuture', { unheardOf: true }))
      return 'goes-on'
    case 'cut-connection':
      exchange.cutConnection()
      return 'over'
    case 'reset-stream':
      exchange.resetStream()
      return 'over'
    case 'no-message-stop':
      await exchange.end()
      return 'over'
    case 'stall':
      if (!exchange.gone.aborted) await once(exchange.gone, 'abort')
      return 'over'
    case 'bad-checksum':
      await exchange.end(withBadChecksum(anyDelta()))
      return 'over'
    case 'truncated-frame':
      await exchange.end(anyDelta().subarray(0, -7))
      return 'over'
    case 'http-error':
    case 'first-frame-exception':
    case 'no-metadata':
      return 'goes-on'
  }
}

function anyDelta(): Buffer {
  return eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'never to be read' } })
}

function withBadChecksum(frame: Buffer): Buffer {
  const last = frame.length - 1
  frame.writeUInt8(frame.readUInt8(last) ^ 0xff, last)
  return frame
}
