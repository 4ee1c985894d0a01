import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { breakPoint, breakStream } from './break-stream.ts'
import type { EmulatorSettings, EmulatorState } from './emulator-state.ts'
import { eventFrame, exceptionFrame } from './event-frame.ts'
import type { Exchange } from './exchange.ts'
import type { Fault } from './fault.ts'
import { frameWriter } from './frame-writer.ts'
import { replyEvents } from './reply-events.ts'
import type { Reply } from './script.ts'
import { streamExceptionPayload } from './stream-exception.ts'

/** What is answered, whole or as a stream. */
export interface Answer {
  readonly reply: Reply
  /** As it is written. */
  readonly usage: object
  /** What stands beside usage and metrics. */
  readonly extras: object
  /** Called once, right before the first event. */
  readonly onStart: () => void
}

export interface StreamedAnswer extends Answer {
  readonly settings: EmulatorSettings
  readonly fault: Fault | undefined
  readonly gate: EmulatorState['gate']
}

/**
 * Answers with the reply as an event stream and breaks it as the fault says. Resolves when the answer is whole or
 * broken off as asked; rejects when the client goes first.
 */
export async function streamReply(
  exchange: Exchange,
  { reply, usage, extras, settings, fault, gate, onStart }: StreamedAnswer,
): Promise<void> {
  const startedAt = performance.now()
  const wait = async (ms: number): Promise<void> => {
    if (ms > 0) await sleep(ms, undefined, { signal: exchange.gone })
  }
  exchange.begin(200, { 'content-type': 'application/vnd.amazon.eventstream' })
  if (fault?.kind === 'first-frame-exception') {
    return exchange.end(exceptionFrame(fault.exception, streamExceptionPayload(fault.exception, fault.message)))
  }

  onStart()
  const writer = frameWriter(exchange)
  let deltasUntilBreak = breakPoint(fault)
  let isFirstDelta = true
  for (const move of replyEvents(reply)) {
    if (move.kind === 'hold') {
      // Listened to first: who sees the text may release at once.
      const released = once(gate, 'release', { signal: exchange.gone })
      await Promise.all([writer.flush(), released])
      continue
    }
    if (move.kind === 'wait') {
      await writer.flush()
      await wait(move.ms)
      continue
    }
    const isDelta = move.type === 'contentBlockDelta'
    const isBreak = (isDelta && deltasUntilBreak === 0) || (move.type === 'messageStop' && deltasUntilBreak >= 0)
    if (fault !== undefined && isBreak) {
      await writer.flush()
      if ((await breakStream(exchange, fault)) === 'over') return
      deltasUntilBreak = -1
    }
    if (isDelta) {
      if (!move.unpaced) await wait(isFirstDelta ? settings.firstTokenDelayMs : settings.perDeltaDelayMs)
      isFirstDelta = false
      deltasUntilBreak -= 1
    }
    const bytes = eventFrame(move.type, { ...move.payload, p: padding() })
    await (move.unpaced ? writer.gather(bytes) : writer.write(bytes))
  }
  if (fault?.kind !== 'no-metadata') {
    const metrics = { latencyMs: Math.round(performance.now() - startedAt) }
    await writer.write(eventFrame('metadata', { usage, metrics, ...extras, p: padding() }))
  }
  await exchange.end()
}

const paddingAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The service pads every payload by a random amount, so that sizes on the network do not give the text away. */
function padding(): string {
  return paddingAlphabet.slice(0, 1 + Math.floor(Math.random() * paddingAlphabet.length))
}
