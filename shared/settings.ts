import { consentMode } from './consent.ts'
import { agentId, modelId } from './ids.ts'
import { awsRegion, inferenceSettings } from './inference.ts'
import { z } from './schema.ts'

/** How Bedrock is reached. Secrets are never here: keys and tokens live in the system's vault. */
export const bedrockAuth = z.discriminatedUnion('kind', [
  /** The SDK's own chain: environment, shared config, container, instance. */
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('profile'), profile: z.string().min(1) }),
  z.object({ kind: z.literal('keys') }),
  z.object({ kind: z.literal('bearer') }),
])
export type BedrockAuth = z.infer<typeof bedrockAuth>

export const localServer = z.object({
  label: z.string().min(1),
  /** Up to and including `/v1`: http://127.0.0.1:11434/v1 for Ollama. */
  baseUrl: z.url({ protocol: /^https?$/ }),
})
export type LocalServer = z.infer<typeof localServer>

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  consentMode,
  agentId,
  modelId,
  /** Absolute path of the opened folder. */
  workspace: z.string().nullable(),
  recentWorkspaces: z.array(z.string()),
  bedrock: z.object({
    isEnabled: z.boolean(),
    region: awsRegion,
    auth: bedrockAuth,
    /** Where the same model is asked when this region is overloaded or down; empty: nowhere. Data then goes there. */
    failoverRegions: z.array(awsRegion).max(5).default([]),
  }),
  localServers: z.array(localServer),
  warmUp: z
    .object({
      /** Credentials, connection and code are made ready before the first message. Costs nothing. */
      isEnabled: z.boolean(),
      /** Also writes the agent's tools and prompt into the prompt cache, which costs what is shown. */
      primesCache: z.boolean(),
    })
    .default({ isEnabled: true, primesCache: false }),
})
export type Settings = z.infer<typeof settings>

export const settingsPatch = settings.omit({ workspace: true, recentWorkspaces: true }).partial()
export type SettingsPatch = z.infer<typeof settingsPatch>

export const agentInfo = z.object({
  id: agentId,
  name: z.string(),
  description: z.string(),
  samplePrompts: z.array(z.string()),
  /** Names of the tools it may use. */
  tools: z.array(z.string()),
  /** What it asks for where a conversation says nothing else. */
  inference: inferenceSettings.default({}),
})
export type AgentInfo = z.infer<typeof agentInfo>
