import { EventEmitter } from 'node:events'

import { createPromptCache } from './cache/prompt-cache.ts'
import { defaultReply } from './default-reply.ts'
import { createClock } from './emulator-clock.ts'
import { emulatorControls } from './emulator-controls.ts'
import type { EmulatorControls } from './emulator-controls.ts'
import { defaultSettings } from './emulator-state.ts'
import type { DefaultReply, EmulatorSettings, EmulatorState } from './emulator-state.ts'
import { handleExchange } from './handle-exchange.ts'
import { createTokenQuota } from './token-quota.ts'
import { startTwoProtocolServer } from './two-protocol-server.ts'

export interface EmulatorOptions extends Partial<EmulatorSettings> {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** What answers when nothing is scripted, in place of the built-in one. */
  readonly defaultReply?: DefaultReply
}

export interface Emulator extends EmulatorControls {
  /** `http://127.0.0.1:PORT`: the endpoint of both the runtime and the control plane. */
  readonly address: string
  /** Breaks off every answer and frees the port. */
  close(): Promise<void>
}

/** Starts the emulator in this process. Rejects when the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, defaultReply: initialReply = defaultReply, ...settings } = options
  const state: EmulatorState = {
    settings: { ...defaultSettings, ...settings },
    defaultReply: initialReply,
    replies: [],
    faults: [],
    requests: [],
    connectionCount: 0,
    clock: createClock(),
    cache: createPromptCache(),
    quota: createTokenQuota(),
    guardrails: [],
    gate: new EventEmitter(),
  }
  const controls = emulatorControls(state)
  const server = await startTwoProtocolServer(port, {
    onExchange: (exchange) => {
      handleExchange(exchange, { state, controls }).catch(reportOwnFault)
    },
    onConnection: () => {
      state.connectionCount += 1
      // The second stands for the rounds of a TLS handshake, which plain HTTP does not have.
      return state.settings.connectionDelayMs + state.settings.tlsDelayMs
    },
  })
  return Object.assign(controls, { address: `http://127.0.0.1:${server.port}`, close: () => server.close() })
}

/** A mistake of the emulator itself: the client sees a broken connection, the terminal says why. */
function reportOwnFault(error: unknown): void {
  console.error('The Bedrock emulator failed on a request:', error)
}
