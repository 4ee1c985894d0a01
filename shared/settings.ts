import { consentMode } from './consent.ts'
import { agentId, modelId } from './ids.ts'
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

export const awsRegion = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Expected a region such as us-east-1')

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
  bedrock: z.object({ isEnabled: z.boolean(), region: awsRegion, auth: bedrockAuth }),
  localServers: z.array(localServer),
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
})
export type AgentInfo = z.infer<typeof agentInfo>
