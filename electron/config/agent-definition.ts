import { agentId } from '../../shared/ids.ts'
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
  inference: z
    .strictObject({
      maxTokens: z.number().int().positive().optional(),
      temperature: z.number().min(0).max(2).optional(),
      topP: z.number().min(0).max(1).optional(),
    })
    .default({}),
  /** Model calls before a run stops and asks whether to go on. */
  maxTurns: z.number().int().min(1).max(200).default(25),
  samplePrompts: z.array(z.string()).default([]),
})
export type AgentDefinition = z.infer<typeof agentDefinition>
