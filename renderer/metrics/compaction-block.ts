import type { ModelInfo } from '../../shared/models.ts'
import type { RunState } from '../../shared/run-events.ts'

/** Why earlier messages cannot be summarised now, in a sentence; `undefined` when they can. */
export function compactionBlock(runs: readonly RunState[], model: ModelInfo | undefined): string | undefined {
  const last = runs.at(-1)
  if (last === undefined) return 'There is nothing to summarise yet.'
  if (last.stop === null) return 'An answer is on its way.'
  if (model === undefined) return 'The chosen model is not available.'
  if (model.provider === 'offline') return `${model.label} does not write summaries.`
  // Nothing was said in it: it only summarised, or was refused for want of anything to summarise.
  const isSilent = last.messages.every(({ content }) => content.length === 0)
  if (isSilent && (last.compactions ?? []).length > 0) return 'Nothing was said since the last summary.'
  if (isSilent && last.stop.kind === 'failed' && last.stop.error.code === 'INVALID_REQUEST')
    return last.stop.error.message
  return undefined
}
