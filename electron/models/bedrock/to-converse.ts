import type {
  ContentBlock,
  ConverseStreamCommandInput,
  GuardrailStreamConfiguration,
  InferenceConfiguration,
  Message,
  SystemContentBlock,
  Tool,
  ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime'
import type { ModelMessage, ModelRequest, ToolSpec } from '../../agent/ports.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import type { ModelId } from '../../../shared/ids.ts'
import type { CacheLifetime } from '../../../shared/inference.ts'
import { thinkingSent } from '../../../shared/thinking-sent.ts'
import { offeredTools } from '../offered-tools.ts'
import { toContentBlocks, toDocument } from './to-content-blocks.ts'

/**
 * A request as ConverseStream takes it, holding only what the model accepts, with cache points where they were planned.
 *
 * The service refuses two messages of one role in a row, a first message of the assistant, empty or blank content,
 * and tool blocks without a `toolConfig`; whatever history comes in, none of these goes out.
 */
export function toConverse(request: ModelRequest): ConverseStreamCommandInput {
  const toolConfig = toToolConfig(request)
  const inferenceConfig = toInferenceConfig(request)
  const system = toSystem(request)
  return {
    modelId: request.model.endpointModelId,
    messages: toMessages(request),
    ...(system.length === 0 ? {} : { system }),
    ...(toolConfig === undefined ? {} : { toolConfig }),
    ...(inferenceConfig === undefined ? {} : { inferenceConfig }),
    ...toThinking(request),
    ...toServiceOptions(request),
  }
}

/** A message of ours as Converse takes it, made once: a long history costs a look-up a message from then on. */
const converted = new WeakMap<ModelMessage, { readonly modelId: ModelId; readonly blocks: readonly ContentBlock[] }>()

function blocksOf(message: ModelMessage, model: ModelInfo): readonly ContentBlock[] {
  const known = converted.get(message)
  if (known?.modelId === model.id) return known.blocks
  const blocks = toContentBlocks(message.content, model)
  converted.set(message, { modelId: model.id, blocks })
  return blocks
}

const goOn: ContentBlock = { text: 'Go on.' }

function toMessages({ messages: ours, model, cachePoints = [] }: ModelRequest): Message[] {
  const points = new Map(cachePoints.flatMap((point) => (point.at === 'message' ? [[point.index, point.ttl]] : [])))
  const messages: { role: 'user' | 'assistant'; content: ContentBlock[] }[] = []
  for (const [index, message] of ours.entries()) {
    const { role } = message
    const blocks = blocksOf(message, model)
    if (blocks.length === 0) continue
    if (messages.length === 0 && role === 'assistant') messages.push({ role: 'user', content: [goOn] })
    let last = messages.at(-1)
    if (last?.role !== role) messages.push((last = { role, content: [] }))
    last.content.push(...blocks)
    const ttl = points.get(index)
    if (ttl !== undefined) last.content.push(toCachePoint(ttl))
  }
  for (const { content } of messages) leaveOutImages(content)
  if (!endsAsTaken(messages.at(-1), model)) messages.push({ role: 'user', content: [goOn] })
  return messages
}

/** Of one message, which questions without an answer between them become. */
const maxImages = 20

/** The newest pictures of a message stay; "too many images" would refuse this and every later request. */
function leaveOutImages(content: ContentBlock[]): void {
  let left = content.filter(({ image }) => image !== undefined).length - maxImages
  for (let at = 0; left > 0 && at < content.length; at++) {
    if (content[at]?.image === undefined) continue
    content[at] = { text: `(A picture that was left out: at most ${maxImages} fit into one message.)` }
    left--
  }
}

/** Newest Claude models refuse to go on from an assistant message; others do from its text, unless it ends blank. */
function endsAsTaken(last: Message | undefined, { accepts }: ModelInfo): boolean {
  if (last?.role !== 'assistant') return last !== undefined
  const text = last.content?.at(-1)?.text
  return accepts.prefill === true && text !== undefined && text === text.trimEnd()
}

function toSystem({ system, cachePoints = [] }: ModelRequest): SystemContentBlock[] {
  const point = cachePoints.find(({ at }) => at === 'system')
  const stable = system.stable.trim() === '' ? [] : [{ text: system.stable }]
  const varying = system.varying.trim() === '' ? [] : [{ text: system.varying }]
  return [...stable, ...(point === undefined || stable.length === 0 ? [] : [toCachePoint(point.ttl)]), ...varying]
}

function toToolConfig(request: ModelRequest): ToolConfiguration | undefined {
  const tools = offeredTools(request)
  if (tools.length === 0) return undefined
  const point = request.cachePoints?.find(({ at }) => at === 'tools')
  return { tools: [...tools.map(toTool), ...(point === undefined ? [] : [toCachePoint(point.ttl)])] }
}

function toTool({ name, description, inputSchema }: ToolSpec): Tool {
  return { toolSpec: { name, description: description || name, inputSchema: { json: toDocument(inputSchema) } } }
}

function toCachePoint(ttl: CacheLifetime): { cachePoint: { type: 'default'; ttl?: CacheLifetime } } {
  // Five minutes is the service's own default; models without a choice refuse the field.
  return { cachePoint: { type: 'default', ...(ttl === '5m' ? {} : { ttl }) } }
}

function toInferenceConfig({ model, inference }: ModelRequest): InferenceConfiguration | undefined {
  const config: InferenceConfiguration = {}
  if (inference.maxTokens !== undefined) {
    config.maxTokens = Math.min(inference.maxTokens, model.maxOutputTokens ?? inference.maxTokens)
  }
  // Bedrock takes 0 to 1; agents are shared with servers that take 2.
  if (inference.temperature !== undefined && model.accepts.temperature) {
    config.temperature = Math.min(1, inference.temperature)
  }
  if (inference.topP !== undefined && model.accepts.topP) config.topP = inference.topP
  const stopSequences = inference.stopSequences?.filter((sequence) => sequence.trim() !== '')
  if (stopSequences !== undefined && stopSequences.length > 0) config.stopSequences = stopSequences
  return Object.keys(config).length === 0 ? undefined : config
}

function toThinking({
  model: { accepts },
  inference,
}: ModelRequest): Pick<ConverseStreamCommandInput, 'additionalModelRequestFields' | 'outputConfig'> {
  const { isAskedToThink, effort } = thinkingSent(accepts, inference)
  return {
    ...(isAskedToThink ? { additionalModelRequestFields: { thinking: { type: 'adaptive' } } } : {}),
    ...(effort === undefined ? {} : { outputConfig: { effort } }),
  }
}

type ServiceOptions = Pick<ConverseStreamCommandInput, 'serviceTier' | 'performanceConfig' | 'guardrailConfig'>

function toServiceOptions({ model: { accepts }, inference }: ModelRequest): ServiceOptions {
  const { serviceTier, latency, guardrail } = inference
  return {
    ...(serviceTier === undefined || !accepts.serviceTiers?.includes(serviceTier)
      ? {}
      : { serviceTier: { type: serviceTier } }),
    ...(latency !== 'optimized' || accepts.optimizedLatency !== true ? {} : { performanceConfig: { latency } }),
    ...(guardrail === undefined || accepts.guardrails !== true ? {} : { guardrailConfig: toGuardrail(guardrail) }),
  }
}

function toGuardrail({ id, version }: { readonly id: string; readonly version: string }): GuardrailStreamConfiguration {
  return { guardrailIdentifier: id, guardrailVersion: version, trace: 'enabled', streamProcessingMode: 'sync' }
}
