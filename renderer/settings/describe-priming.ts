import type { WarmUpReport } from '../../shared/ipc/contract.ts'
import { formatCount, formatDollars } from '../ui/format.ts'

/** What filling the cache ahead costs, or cost, in a sentence. */
export function describePriming(
  priming: WarmUpReport['priming'],
  { agent, model }: { readonly agent: string; readonly model: string },
): string {
  if (priming === null) return 'With the agent and model chosen now there is nothing to fill ahead.'
  const price = priming.usd === null ? 'at an unknown price' : `≈\u00a0${formatDollars(priming.usd)}`
  const tokens = `about ${formatCount(priming.tokens)} tokens, ${price}`
  switch (priming.kind) {
    case 'offered':
      return `For ${agent} with ${model}: ${tokens}, each time the cache has gone cold.`
    case 'done':
      return `Done for ${agent} with ${model}: ${tokens}.`
  }
}
