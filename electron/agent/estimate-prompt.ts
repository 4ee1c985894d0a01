import type { ModelRequest, TurnConfiguration } from './ports.ts'

/** A request as the loop knows it; whom to ask is decided call by call. */
export type Prompt = Omit<ModelRequest, 'model' | 'inference'>

/** A rule of thumb for English text, for models that bring no estimator. */
const charactersPerToken = 4

/** About how many tokens a prompt has for this turn's model. */
export function estimatePrompt({ model, modelInfo, inference }: TurnConfiguration, prompt: Prompt): number {
  const counted = model.estimatePromptTokens?.({ ...prompt, model: modelInfo, inference })
  return (
    counted ?? Math.ceil(JSON.stringify([prompt.system, prompt.tools, prompt.messages]).length / charactersPerToken)
  )
}
