import type { SettingsStore } from '../config/settings-store.ts'
import type { ToolRegistry } from '../tools/registry.ts'
import type { WarmUp } from './warm-up.ts'

/** After the page has what it asks for first. */
const warmUpAfterMs = 200

/** Loading every tool's library takes a second or two: not while the page opens, and not for one short question. */
const verifyToolsAfterMs = 4000

/** Once the app is there: makes the usual agent and model ready, then checks that every tool's library loads. */
export function prepareInBackground(deps: {
  readonly warmUp: Pick<WarmUp, 'warmUp'>
  readonly settings: Pick<SettingsStore, 'current'>
  readonly tools: Pick<ToolRegistry, 'verify'>
  readonly logFailure: (error: unknown) => void
}): { cancel(): void } {
  const { warmUp, settings, tools, logFailure } = deps
  const { agentId, modelId } = settings.current()
  const warming = setTimeout(() => {
    warmUp.warmUp({ agentId, modelId }).catch(logFailure)
  }, warmUpAfterMs)
  const verifying = setTimeout(() => {
    tools.verify().catch(logFailure)
  }, verifyToolsAfterMs)
  return {
    cancel() {
      clearTimeout(warming)
      clearTimeout(verifying)
    },
  }
}
