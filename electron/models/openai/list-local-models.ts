import type { ModelId } from '../../../shared/ids.ts'
import type { ModelInfo, ModelList } from '../../../shared/models.ts'
import { z } from '../../../shared/schema.ts'
import type { LocalServer } from '../../../shared/settings.ts'
import { cancelled, guardStream } from '../guard-stream.ts'
import { strangeAnswer, toConnectionError, toResponseError, type ChatFailureContext } from './map-error.ts'

/** One local server's part of the picker. */
export type LocalModels = { readonly models: ModelInfo[]; readonly source: ModelList['sources'][number] }

/**
 * The models a local server offers, in its order; none, with the reason in `source.problem`, when it cannot be asked.
 * Ollama also says what each can do; of other servers it is assumed that a model takes tools and no pictures.
 * Throws for cancellation only.
 */
export async function listLocalModels(server: LocalServer, signal: AbortSignal): Promise<LocalModels> {
  const source = { provider: 'openai', label: server.label, origin: 'server' } as const
  const context = { server, model: null, hasStarted: false }
  const guard = guardStream(signal, 10_000)
  try {
    const listed = await askForModels(context, guard.signal)
    const models = await Promise.all(listed.map((model) => describeModel(server, model, guard.signal)))
    return { models, source }
  } catch (error) {
    if (signal.aborted) throw cancelled()
    const { message, hint } = toConnectionError(error, context)
    return { models: [], source: { ...source, problem: `${message} ${hint ?? ''}`.trimEnd() } }
  } finally {
    guard.close()
  }
}

/** Named after the address, so that a conversation keeps its model when the person renames the server. */
export function localModelId(server: LocalServer, name: string): ModelId {
  return `openai:${new URL(server.baseUrl).host}/${name}` as ModelId
}

/** Servers name the context's length differently: vLLM the first, llama.cpp the second, others the third. */
const listedModel = z.object({
  id: z.string().min(1).max(150),
  max_model_len: z.number().int().positive().optional().catch(undefined),
  meta: z.object({ n_ctx_train: z.number().int().positive() }).optional().catch(undefined),
  context_length: z.number().int().positive().optional().catch(undefined),
})
type ListedModel = z.infer<typeof listedModel>
const modelListing = z.object({ data: z.array(listedModel.optional().catch(undefined)) })

async function askForModels(context: ChatFailureContext, signal: AbortSignal): Promise<ListedModel[]> {
  const response = await fetch(`${context.server.baseUrl.replace(/\/+$/, '')}/models`, { signal, redirect: 'error' })
  const body = await response.text()
  if (!response.ok) throw toResponseError(response.status, body, context)
  const listing = modelListing.safeParse(readJson(body))
  if (!listing.success) throw strangeAnswer(context, listing.error)
  return listing.data.data.filter((model) => model !== undefined)
}

async function describeModel(server: LocalServer, listed: ListedModel, signal: AbortSignal): Promise<ModelInfo> {
  const abilities = await askOllama(server, listed.id, signal)
  const contextTokens = listed.max_model_len ?? listed.meta?.n_ctx_train ?? listed.context_length
  return {
    id: localModelId(server, listed.id),
    provider: 'openai',
    endpointModelId: listed.id,
    label: listed.id,
    description: `Runs on ${server.label} at ${new URL(server.baseUrl).host}, free of charge.`,
    ...(contextTokens === undefined ? {} : { contextTokens }),
    accepts: {
      tools: abilities?.includes('tools') ?? true,
      images: abilities?.includes('vision') ?? false,
      temperature: true,
      topP: true,
      reasoning: 'none',
    },
    price: 'free',
  }
}

const ollamaModel = z.object({ capabilities: z.array(z.string()) })

/** Undefined when the server is not Ollama, or too old to say. The list stands without it. */
async function askOllama(
  server: LocalServer,
  model: string,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(new URL('/api/show', server.baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(3000)]),
      redirect: 'error',
    })
    const shown = ollamaModel.safeParse(await response.json())
    return response.ok && shown.success ? shown.data.capabilities : undefined
  } catch {
    return undefined
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
