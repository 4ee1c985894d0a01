import { agentId } from '../../shared/ids.ts'
import { inferenceSettings } from '../../shared/inference.ts'
import { modelTier } from '../../shared/model-choice.ts'
import { z } from '../../shared/schema.ts'

/** An agent as its file under `agents/` says it. Permissions can only tighten what the policy decides. */
export const agentDefinition = z.strictObject({
  id: agentId,
  name: z.string().min(1),
  description: z.string().min(1),
  prompt: z.string().min(1),
  /** Tool names, or all there are. */
  tools: z.union([z.literal('all'), z.array(z.string())]),
  permissions: z
    .strictObject({ deny: z.array(z.string()).default([]), ask: z.array(z.string()).default([]) })
    .default({ deny: [], ask: [] }),
  /** What it asks of a model; a conversation's own settings come first. */
  inference: inferenceSettings.default({}),
  /** The tiers between which the automatic choice stays for this agent. */
  modelTiers: z.strictObject({ least: modelTier.optional(), most: modelTier.optional() }).default({}),
  /** Model calls before a run stops and asks whether to go on. */
  maxTurns: z.number().int().min(1).max(200).default(25),
  samplePrompts: z.array(z.string()).default([]),
})
export type AgentDefinition = z.infer<typeof agentDefinition>
