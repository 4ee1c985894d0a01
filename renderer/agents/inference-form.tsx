import { Info } from 'lucide-react'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { valueOr } from '../state/loaded.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { useSettings } from '../state/settings.ts'
import { Button } from '../ui/button.tsx'
import { InferenceControl } from './inference-control.tsx'
import { controlWords, inferenceControls, refusedSentence, type ControlName } from './inference-controls.ts'
import { useCacheEffect } from './use-cache-effect.ts'
import { useInference, type SetInference } from './use-inference.ts'

/** Every setting the chosen model takes, and in one line those it does not. */
export function InferenceForm({
  conversationId,
  agentId,
  modelId,
}: {
  readonly conversationId: ConversationId | null
  readonly agentId: AgentId | undefined
  readonly modelId: ModelId | undefined
}) {
  const model = useModels(selectModel(modelId))
  const usualRegion = useSettings(({ settings }) => valueOr(settings, undefined)?.bedrock.region)
  const { inference, set } = useInference(conversationId)
  const effectOf = useCacheEffect(conversationId)
  const agents = useAgents(selectAgent(agentId))?.inference ?? {}
  if (model === undefined) return <p className="p-4 text-sm text-muted">Choose a model first.</p>
  const { offered } = inferenceControls(model)
  const refused = refusedSentence(model)
  return (
    <div className="min-h-0 space-y-4 overflow-y-auto p-4">
      <div>
        <h2 className="text-sm font-semibold">Settings of this conversation</h2>
        <p className="mt-0.5 text-xs text-muted">
          {offered.length === 0
            ? `${model.label} has nothing to set.`
            : 'What you leave empty stays with the agent and the model.'}
        </p>
      </div>
      <RunningNote conversationId={conversationId} />
      <div className="grid grid-cols-2 gap-x-4 gap-y-4">
        {offered.map((name) => (
          <InferenceControl
            key={name}
            name={name}
            isHalf={pairs.some((pair) => pair.includes(name) && pair.every((one) => offered.includes(one)))}
            model={model}
            inference={inference}
            agents={agents}
            usualRegion={usualRegion}
            effectOf={effectOf}
            set={set}
          />
        ))}
      </div>
      <UnsentNote inference={inference} offered={offered} set={set} />
      {refused !== undefined && <p className="text-xs text-muted">{refused}</p>}
    </div>
  )
}

/** Short ones that go together. */
const pairs: readonly (readonly ControlName[])[] = [
  ['temperature', 'topP'],
  ['serviceTier', 'latency'],
]

/** What was set for another model has no control here, and must not be forgotten for it. */
function UnsentNote({
  inference,
  offered,
  set,
}: {
  readonly inference: InferenceSettings
  readonly offered: readonly ControlName[]
  readonly set: SetInference
}) {
  const unsent = (Object.keys(inference) as ControlName[]).filter((name) => !offered.includes(name))
  if (unsent.length === 0) return null
  return (
    <div className="flex items-center justify-between gap-3 rounded-lg bg-sunken px-3 py-2 text-xs">
      <p>{`Set, but not sent to this model: ${unsent.map((name) => controlWords[name]).join(', ')}.`}</p>
      <Button size="small" onClick={() => unsent.forEach((name) => set(name, undefined))}>
        Reset
      </Button>
    </div>
  )
}

/** Settings act on what is under way too, which is not what people expect of a form. */
function RunningNote({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const isRunning = useRuns(({ byId, byConversation }) => {
    const last = valueOr(byConversation[conversationId ?? ''], []).at(-1)
    return last !== undefined && (byId[last] === undefined || byId[last].stop === null)
  })
  return (
    <div role="status">
      {isRunning && (
        <p className="flex gap-2 rounded-lg bg-accent-soft px-3 py-2 text-xs leading-5">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          An answer is on its way. A change holds from its next model call.
        </p>
      )}
    </div>
  )
}
