import { AppError } from '../../../shared/errors.ts'
import { modelInfo, type ModelInfo } from '../../../shared/models.ts'
import { noUsage } from '../../../shared/usage.ts'
import type { Model, ModelEvent, ModelRequest } from '../../agent/ports.ts'
import { planNextStep } from './plan-next-step.ts'

/** How the picker shows it. */
export const offlineAnalyst: ModelInfo = modelInfo.parse({
  id: 'offline:analyst',
  provider: 'offline',
  endpointModelId: 'analyst',
  label: 'Offline analyst',
  description:
    'Not an AI: recognises common questions about your files and works them out with tools. Free, and nothing leaves this computer.',
  accepts: { tools: true, images: false, temperature: false, topP: false, reasoning: 'none' },
  price: 'free',
})

/**
 * The offline analyst: a model port without a model. It plans with the tools it is given and writes the answer from
 * their results; no network, no AI. It reports zero tokens, since it uses none.
 */
export function createOfflineModel(): Model {
  return { stream }
}

async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent, void, void> {
  for (const event of eventsOf(request)) {
    // Lets a stop come through between two pieces, and the page draw.
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) throw new AppError('CANCELLED', 'The answer was stopped.')
    yield event
  }
}

function* eventsOf(request: ModelRequest): Generator<ModelEvent, void, void> {
  const step = planNextStep(request.messages, request.tools)
  if (step.kind === 'answer') {
    for (const text of pieces(step.markdown)) yield { type: 'text-delta', index: 0, text }
    yield { type: 'message-stopped', reason: 'end-turn' }
  } else {
    for (const [index, { name, input }] of step.calls.entries()) {
      yield { type: 'tool-use-started', index, toolUseId: `offline-${crypto.randomUUID()}`, name }
      yield { type: 'tool-input-delta', index, json: JSON.stringify(input) }
    }
    yield { type: 'message-stopped', reason: 'tool-use' }
  }
  yield { type: 'usage', usage: noUsage, latencyMs: null }
}

/** A few words at a time; put together they are the text again. */
function pieces(text: string): readonly string[] {
  return text.match(/\s*(?:\S+\s*){1,4}/g) ?? []
}
