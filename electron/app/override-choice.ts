import { choiceOf } from '../../shared/choice-of.ts'
import { AppError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { Storage } from '../storage/storage.ts'
import type { RunLookup } from './run-lookup.ts'

/** Remembers that the person would have chosen another tier for a task such as this run's. */
export async function overrideChoice(
  { runId, tier }: { readonly runId: RunId; readonly tier: ModelTier },
  deps: {
    readonly runLookup: Pick<RunLookup, 'get'>
    readonly storage: Pick<Storage, 'choices'>
    readonly now: () => number
  },
): Promise<void> {
  const choice = choiceOf(await deps.runLookup.get(runId))
  if (choice === undefined)
    throw new AppError('INVALID_REQUEST', 'The model of this answer was not chosen automatically.')
  if (choice.tier === tier) return
  await deps.storage.choices.addOverride({
    at: deps.now(),
    from: choice.tier,
    to: tier,
    features: choice.features ?? {},
  })
}
