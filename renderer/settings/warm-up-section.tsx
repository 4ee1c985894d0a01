import type { Settings } from '../../shared/settings.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useWarmUp } from '../state/warm-up.ts'
import { Switch } from '../ui/switch.tsx'
import { changeSettings } from './change-settings.ts'
import { describePriming } from './describe-priming.ts'
import { Section } from './section.tsx'

/** What is done before the first message, so that its answer begins sooner. */
export function WarmUpSection({ wishes }: { readonly wishes: Settings['warmUp'] }) {
  const last = useWarmUp((state) => state.last)
  const agent = useAgents(selectAgent(last?.agentId))
  const model = useModels(selectModel(last?.modelId))
  const names = { agent: agent?.name ?? 'this agent', model: model?.label ?? 'this model' }
  return (
    <Section title="Warm-up" description="What is ready before you ask, so that the first answer begins sooner.">
      <Switch
        label="Get ready ahead"
        description="Signs in and opens the connection when the app starts and when you choose an agent or a model. Costs nothing."
        isOn={wishes.isEnabled}
        onChange={(isEnabled) => changeSettings({ warmUp: { ...wishes, isEnabled } })}
      />
      <Switch
        label="Fill the prompt cache ahead"
        description={
          <>
            <p>Sends the agent’s instructions and tools once, so that the first question reads them from the cache.</p>
            <p aria-live="polite" className="mt-1">
              {describePriming(last?.report.priming ?? null, names)}
            </p>
          </>
        }
        isOn={wishes.isEnabled && wishes.primesCache}
        disabled={!wishes.isEnabled}
        onChange={(primesCache) => changeSettings({ warmUp: { ...wishes, primesCache } })}
      />
    </Section>
  )
}
