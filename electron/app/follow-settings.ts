import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Settings } from '../../shared/settings.ts'
import type { SettingsStore } from '../config/settings-store.ts'
import type { ModelSources } from './model-sources.ts'
import type { Pushes } from './pushes.ts'

/** Tells every page of changed settings, and forgets how models were reached when that is what changed. */
export function followSettings(
  settings: Pick<SettingsStore, 'current' | 'onChange'>,
  { models, pushes }: { readonly models: Pick<ModelSources, 'reset'>; readonly pushes: Pick<Pushes, 'send'> },
): void {
  let reached = reachOf(settings.current())
  settings.onChange((changed) => {
    // A new theme must not cost the next answer its credentials and the list of models.
    if (reachOf(changed) !== reached) models.reset()
    reached = reachOf(changed)
    pushes.send({ name: 'settings.changed', payload: { settings: changed } })
  })
}

/** What of the settings decides which models there are and how they are reached. */
function reachOf({ bedrock, localServers }: Settings): string {
  return canonicalJson({ bedrock, localServers })
}
