import { toWireError } from '../../shared/errors.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import type { AskPorts } from './ask-until-whole.ts'
import { callModel, type CallRequest } from './call-model.ts'
import { planRetry } from './plan-retry.ts'
import { waitForRetry } from './wait-for-retry.ts'

export type SilentCall = CallRequest & { readonly purpose: NonNullable<ModelCall['purpose']> }

/**
 * A model call that answers the app and not the person: its text, and no message in the chat. It is recorded with its
 * purpose. Retryable failures are tried again after a pause, from the beginning, since nobody saw any of it.
 *
 * Throws the model's `AppError`, `CANCELLED` on abort.
 */
export async function askSilently(call: SilentCall, ports: AskPorts): Promise<string> {
  for (let failures = 1; ; failures++) {
    let text = ''
    try {
      await callModel(call, ports, {
        onPiece: (piece) => {
          if (piece.type === 'text-delta') text += piece.text
        },
      })
      return text
    } catch (error) {
      // An opinion that cannot be had is done without: waiting for it would hold up an answer that is whole.
      if (call.signal.aborted || call.purpose === 'self-check') throw error
      const plan = planRetry(error, failures, ports.random())
      if (plan.kind === 'give-up') throw plan.error
      const { delayMs } = plan
      const at = ports.clock.now()
      ports.emit({ type: 'retry-scheduled', attempt: failures, delayMs, error: toWireError(error), at })
      await waitForRetry(delayMs, call.signal, ports)
    }
  }
}
