import type { ModelInfo } from '../../../shared/models.ts'
import type { LocalServer } from '../../../shared/settings.ts'
import { createOpenAiModel } from './openai-model.ts'

/**
 * Asks the model for one word, the way the chat asks. A first call may load the model, so it is given minutes.
 *
 * @returns How long the whole answer took, and where it came from.
 * @throws AppError with a model code.
 */
export async function testLocalModel(
  server: LocalServer,
  model: ModelInfo,
  signal: AbortSignal,
): Promise<{ latencyMs: number; identity: string }> {
  const startedAt = performance.now()
  const request = {
    model,
    system: '',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Reply with the word OK.' }] }],
    tools: [],
    inference: { maxTokens: 16 },
  } as const
  for await (const event of createOpenAiModel({ server }).stream(request, signal)) {
    if (event.type === 'message-stopped') break
  }
  return { latencyMs: Math.round(performance.now() - startedAt), identity: `${server.label}, no key` }
}
