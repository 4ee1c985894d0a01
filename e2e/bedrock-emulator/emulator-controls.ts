import { createPromptCache } from './cache/prompt-cache.ts'
import { defaultReply } from './default-reply.ts'
import { createClock } from './emulator-clock.ts'
import type { CapturedRequest, DefaultReply, EmulatorSettings, EmulatorState } from './emulator-state.ts'
import type { Fault } from './fault.ts'
import type { Guardrail } from './guardrails/guardrail.ts'
import type { Reply } from './script.ts'
import { createTokenQuota } from './token-quota.ts'

/** What a test may do to a running emulator, in this process or over its HTTP control surface. */
export interface EmulatorControls {
  /** Queues one reply or several, for the next Converse or ConverseStream requests in order. */
  script(replies: Reply | readonly Reply[]): void
  /** What answers when the queue is empty. Undefined brings back the built-in one. */
  setDefaultReply(reply: DefaultReply | undefined): void
  /** Queues a fault for the next request it fits, or the next `times` of them. */
  fault(fault: Fault): void
  configure(settings: Partial<EmulatorSettings>): void
  /** The account's guardrails from now on; none at the start. */
  setGuardrails(guardrails: readonly Guardrail[]): void
  /** What arrived since the start or the last reset, in order, refused requests included. */
  readonly requests: readonly CapturedRequest[]
  /** TCP connections opened since the start or the last reset, over which nothing need have been asked yet. */
  readonly connectionCount: number
  /** Lets every answer go on that is held now. */
  release(): void
  /** Moves the service's time on: what the prompt cache holds grows older, used quota comes back. */
  advanceClock(ms: number): void
  /** From now on only `advanceClock` moves the service's time. */
  stopClock(): void
  /** The service makes room: its prompt cache is empty. */
  clearCache(): void
  /** Back to how it started: nothing queued, captured, cached or used up, the clock running. Answers under way go on. */
  reset(): void
}

/** Controls over `state`; a reset brings back the settings and default reply it has now. */
export function emulatorControls(state: EmulatorState): EmulatorControls {
  const initial = { settings: state.settings, defaultReply: state.defaultReply }
  return {
    script: (replies) => {
      state.replies.push(...(isSeveral(replies) ? replies : [replies]))
    },
    setDefaultReply: (reply = defaultReply) => {
      state.defaultReply = reply
    },
    fault: (fault) => {
      state.faults.push(fault)
    },
    configure: (settings) => {
      state.settings = { ...state.settings, ...settings }
    },
    setGuardrails: (guardrails) => {
      state.guardrails = guardrails
    },
    get requests() {
      return state.requests
    },
    get connectionCount() {
      return state.connectionCount
    },
    release: () => void state.gate.emit('release'),
    advanceClock: (ms) => state.clock.advance(ms),
    stopClock: () => state.clock.stop(),
    clearCache: () => state.cache.clear(),
    reset: () => {
      const empty = { replies: [], faults: [], requests: [], connectionCount: 0, guardrails: [] }
      const unused = { clock: createClock(), cache: createPromptCache(), quota: createTokenQuota() }
      Object.assign(state, initial, empty, unused)
    },
  }
}

/** A reply is a list of steps, which are objects: only a list of lists is several. */
function isSeveral(replies: Reply | readonly Reply[]): replies is readonly Reply[] {
  return Array.isArray(replies[0])
}
