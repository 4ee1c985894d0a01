import {
  BedrockClient,
  ListFoundationModelsCommand,
  paginateListInferenceProfiles,
  type FoundationModelSummary,
  type InferenceProfileSummary,
} from '@aws-sdk/client-bedrock'
import type { ModelInfo, ModelList } from '../../../shared/models.ts'
import { bedrockCatalog, bedrockModelId, catalogRank, describeUnknownBedrockModel, findModel } from '../catalog.ts'
import { cancelled, guardStream } from '../guard-stream.ts'
import { configureClient, type BedrockConnection } from './credentials.ts'
import { toBedrockError } from './map-error.ts'

/** Bedrock's part of the picker. */
export type BedrockModels = { readonly models: ModelInfo[]; readonly source: ModelList['sources'][number] }

/**
 * The models this account can call from its region: inference profiles and models that answer without one, described
 * by the catalog where it knows them and listed in its order. When the account cannot be asked, the built-in catalog
 * with the reason in `source.problem`. Throws for cancellation only.
 */
export async function discoverBedrockModels(
  connection: BedrockConnection,
  signal: AbortSignal,
): Promise<BedrockModels> {
  const { region, auth } = connection
  const label = `Amazon Bedrock (${region})`
  const guard = guardStream(signal, 20_000)
  try {
    const models = await guard.during(askAccount(connection, guard.signal))
    return { models, source: { provider: 'bedrock', label, origin: 'account' } }
  } catch (error) {
    if (signal.aborted) throw cancelled()
    const { message, hint } = toBedrockError(error, { subject: 'the list of models', region, auth, hasStarted: false })
    const problem = `${message} Showing the built-in list. ${hint ?? ''}`.trimEnd()
    return { models: bedrockCatalog(region), source: { provider: 'bedrock', label, origin: 'built-in', problem } }
  } finally {
    guard.close()
  }
}

async function askAccount(connection: BedrockConnection, abortSignal: AbortSignal): Promise<ModelInfo[]> {
  const { region } = connection
  const client = new BedrockClient(await configureClient(connection))
  try {
    const [foundation, profiles] = await Promise.all([
      client.send(new ListFoundationModelsCommand({ byOutputModality: 'TEXT' }), { abortSignal }),
      listProfiles(client, abortSignal),
    ])
    const summaries = (foundation.modelSummaries ?? []).filter(canChat)
    return [
      ...profiles.flatMap((profile) => describeProfile(profile, summaries, region) ?? []),
      ...summaries.filter(answersByItself).map((summary) => describeSummary(summary, summary.modelId ?? '', region)),
    ]
      .sort(byRank)
      .map(({ model }) => model)
  } finally {
    client.destroy()
  }
}

async function listProfiles(client: BedrockClient, abortSignal: AbortSignal): Promise<InferenceProfileSummary[]> {
  const profiles: InferenceProfileSummary[] = []
  for (const type of ['SYSTEM_DEFINED', 'APPLICATION'] as const) {
    const pages = paginateListInferenceProfiles({ client, pageSize: 100 }, { typeEquals: type }, { abortSignal })
    for await (const page of pages) profiles.push(...(page.inferenceProfileSummaries ?? []))
  }
  return profiles
}

function canChat(summary: FoundationModelSummary): boolean {
  return summary.responseStreamingSupported === true && summary.outputModalities?.includes('TEXT') !== false
}

function answersByItself(summary: FoundationModelSummary): boolean {
  return summary.inferenceTypesSupported?.includes('ON_DEMAND') === true && summary.modelLifecycle?.status !== 'LEGACY'
}

type Found = { readonly model: ModelInfo; readonly rank: number }

/** Undefined for profiles of models that do not write text. */
function describeProfile(
  profile: InferenceProfileSummary,
  summaries: readonly FoundationModelSummary[],
  region: string,
): Found | undefined {
  const arns = (profile.models ?? []).map(({ modelArn }) => modelArn ?? '')
  const baseId = arns[0]?.split('/').at(-1) ?? ''
  const summary = summaries.find(({ modelId }) => modelId === baseId)
  if (summary === undefined || profile.status !== 'ACTIVE') return undefined
  if (profile.type !== 'APPLICATION') return describeSummary(summary, profile.inferenceProfileId ?? '', region)

  // A profile of one's own hides its model behind an ARN. One that may run anywhere lists a model without a region.
  const isAnywhere = arns.some((arn) => arn.includes(':bedrock:::'))
  const { model, rank } = describeSummary(summary, isAnywhere ? `global.${baseId}` : baseId, region)
  const endpointModelId = profile.inferenceProfileArn ?? ''
  const label = `${profile.inferenceProfileName ?? 'Unnamed profile'} · ${model.label}`
  return { model: { ...model, id: bedrockModelId(endpointModelId), endpointModelId, label }, rank }
}

function describeSummary(summary: FoundationModelSummary, endpointModelId: string, region: string): Found {
  const rank = catalogRank(endpointModelId)
  const known = findModel(endpointModelId, region)
  if (known !== undefined) return { model: known, rank }
  const unknown = describeUnknownBedrockModel(endpointModelId)
  const images = summary.inputModalities?.includes('IMAGE') === true
  const label = summary.modelName === undefined ? unknown.label : relabel(unknown.label, summary)
  return { model: { ...unknown, label, accepts: { ...unknown.accepts, images } }, rank }
}

/** The service's own name in place of the id; what follows it, "(US)", stays. */
function relabel(label: string, { modelId = '', modelName = '', providerName = '' }: FoundationModelSummary): string {
  return label.replace(modelId, () => `${providerName} ${modelName}`.trim())
}

/** The catalog's order; of one model, the entry that may run anywhere comes last. */
function byRank(a: Found, b: Found): number {
  return a.rank - b.rank || Number(isGlobal(a)) - Number(isGlobal(b))
}

function isGlobal({ model }: Found): boolean {
  return model.endpointModelId.startsWith('global.')
}
