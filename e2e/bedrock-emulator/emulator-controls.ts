import { defaultReply } from './default-reply.ts'
import type { CapturedRequest, DefaultReply, EmulatorSettings, EmulatorState } from './emulator-state.ts'
import type { Fault } from './fault.ts'
import type { Reply } from './script.ts'

/** What a test may do to a running emulator, in this process or over its HTTP control surface. */
export interface EmulatorControls {
  /** Queues one reply or several, for the next Converse or ConverseStream requests in order. */
  script(replies: Reply | readonly Reply[]): void
  /** What answers when the queue is empty. Undefined brings back the built-in one. */
  setDefaultReply(reply: DefaultReply | undefined): void
  /** Queues a fault for the next request it fits, or the next `times` of them. */
  fault(fault: Fault): void
  configure(settings: Partial<EmulatorSettings>): void
  /** What arrived since the start or the last reset, in order, refused requests included. */
  readonly requests: readonly CapturedRequest[]
  /** Back to how it started: nothing queued, nothing captured. Answers under way go on. */
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
    get requests() {
      return state.requests
    },
    reset: () => Object.assign(state, { ...initial, replies: [], faults: [], requests: [] }),
  }
}

/** A reply is a list of steps, which are objects: only a list of lists is several. */
function isSeveral(replies: Reply | readonly Reply[]): replies is readonly Reply[] {
  return Array.isArray(replies[0])
}
