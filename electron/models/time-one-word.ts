import type { ModelInfo } from '../../shared/models.ts'
import type { Model } from '../agent/ports.ts'

/** Asks a model for one word, the way the chat asks. Milliseconds until the whole answer; throws what the model throws. */
export async function timeOneWord(model: Model, info: ModelInfo, signal: AbortSignal): Promise<number> {
  const startedAt = performance.now()
  const request = {
    model: info,
    system: { stable: '', varying: '' },
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Reply with the word OK.' }] }],
    tools: [],
    // The least every provider takes.
    inference: { maxTokens: 16 },
  } as const
  for await (const event of model.stream(request, signal)) if (event.type === 'message-stopped') break
  return Math.round(performance.now() - startedAt)
}
