import type { ModelInfo } from '../../../shared/models.ts'
import type { LocalServer } from '../../../shared/settings.ts'
import { timeOneWord } from '../time-one-word.ts'
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
  const latencyMs = await timeOneWord(createOpenAiModel({ server }), model, signal)
  return { latencyMs, identity: `${server.label}, no key` }
}
