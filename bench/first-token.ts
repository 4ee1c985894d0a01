import { createModelSources } from '../electron/app/model-sources.ts'
import { createPromptCache } from '../electron/models/caching/prompt-cache.ts'
import { createMemorySecrets } from '../electron/web/memory-secrets.ts'
import type { ModelId } from '../shared/ids.ts'
import { settings as settingsSchema } from '../shared/settings.ts'

/*
 * Asks Bedrock one question and prints how long the first text took: one sample of `warm-start.ts`, which starts it.
 * With `warm`, after a warm-up.
 */
const modelId = 'bedrock:us.anthropic.claude-sonnet-5-5' as ModelId
const settings = settingsSchema.parse({
  theme: 'system',
  consentMode: 'ask',
  agentId: 'bench',
  modelId,
  workspace: null,
  recentWorkspaces: [],
  bedrock: { isEnabled: true, region: 'us-east-1', auth: { kind: 'default' } },
  localServers: [],
})
const models = createModelSources({
  settings: () => settings,
  secrets: createMemorySecrets(),
  promptCache: createPromptCache({ elapsedMs: () => performance.now() }),
})
const { signal } = new AbortController()

if (process.argv[2] === 'warm') await models.warmUp(modelId, { signal })
const askedAt = performance.now()
const { info, model } = await models.open(modelId)
const request = {
  model: info,
  system: { stable: 'You are an analyst.', varying: '' },
  messages: [{ role: 'user', content: [{ type: 'text', text: 'What files are here?' }] }],
  tools: [],
  inference: {},
} as const
for await (const event of model.stream(request, signal)) {
  if (event.type !== 'text-delta') continue
  console.log(JSON.stringify({ firstTokenMs: performance.now() - askedAt }))
  break
}
models.close()
