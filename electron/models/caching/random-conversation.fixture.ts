import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ModelContentBlock, ModelMessage, ModelRequest, SystemText, ToolSpec } from '../../agent/ports.ts'
import type { ConversationId, MessageId, ToolUseId } from '../../../shared/ids.ts'
import type { CachingWish, Effort } from '../../../shared/inference.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import type { CacheMiss } from '../../../shared/prompt-cache.ts'
import { findModel } from '../catalog.ts'

/** One thing that happens to a conversation: a model call, time that passes, or something of the service's own. */
export type ConversationStep =
  | CallStep
  | { readonly kind: 'pause'; readonly ms: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'evict' }

export type CallStep = {
  readonly kind: 'call' | 'unreported-call'
  readonly request: ModelRequest
  /** What is not as it was in the conversation's last call, and breaks its cache. Known from having done it. */
  readonly changes: readonly CacheMiss[]
}

export type RandomConversationOptions = {
  /** Whether the service may also lose entries and leave counters out: what no client can foresee. */
  readonly hasSurprises: boolean
}

const modelIds = [
  'global.anthropic.claude-sonnet-5-5',
  'us.anthropic.claude-sonnet-4-6',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'global.anthropic.claude-opus-5-5',
  'us.amazon.nova-pro-v1:0',
  'us.meta.llama3-3-70b-instruct-v1:0',
]

/**
 * A conversation as people and agents have them, at random: questions, tool loops with up to eight calls at once, pauses
 * around the borders of both lifetimes, edits, compactions, changes of tools, system prompt, model, effort, caching and
 * pictures, restarts of the app. The same seed gives the same conversation.
 */
export function* randomConversation(
  seed: number,
  { hasSurprises }: RandomConversationOptions,
): Generator<ConversationStep> {
  const random = randomFrom(seed)
  const state = startState(seed, random)
  const turns = 3 + random.upTo(6)
  for (let turn = 0; turn < turns; turn++) {
    changeSomething(state, random)
    yield* takeTurn(state, random)
    if (hasSurprises && random.chance(0.12)) yield { kind: 'evict' }
    if (hasSurprises && random.chance(0.12)) {
      ask(state, random)
      yield callOf(state, 'unreported-call')
      answer(state, random)
    }
    if (random.chance(0.5)) yield { kind: 'pause', ms: random.pick(pausesMs) }
    if (random.chance(0.08)) yield { kind: 'restart' }
  }
}

const minute = 60_000
const pausesMs = [
  5_000,
  minute,
  4 * minute,
  5 * minute - 1,
  5 * minute,
  6 * minute,
  30 * minute,
  60 * minute - 1,
  61 * minute,
]

type State = {
  readonly conversationId: ConversationId
  model: ModelInfo
  tools: readonly ToolSpec[]
  system: SystemText
  messages: ModelMessage[]
  effort: Effort | undefined
  caching: CachingWish | undefined
  ids: number
  /** As the last call was made; undefined before the first. */
  sent: Sent | undefined
  /** What was done to the messages since then. */
  rewritten: 'history-edited' | 'history-compacted' | undefined
}

/** What the service makes part of a prefix's identity, apart from the messages. */
type Sent = {
  readonly 'model-changed': string
  readonly 'tools-changed': string
  readonly 'system-changed': string
  readonly 'settings-changed': string
  readonly 'images-changed': boolean
}

function startState(seed: number, random: Random): State {
  return {
    conversationId: `conv_${seed}` as ConversationId,
    model: modelOf(random.pick(modelIds)),
    tools: toolList(random),
    system: { stable: random.slice(800 + random.upTo(6000)), varying: 'Today is 2026-10-12.' },
    messages: [],
    effort: undefined,
    caching: undefined,
    ids: 0,
    sent: undefined,
    rewritten: undefined,
  }
}

function* takeTurn(state: State, random: Random): Generator<ConversationStep> {
  ask(state, random)
  yield callOf(state, 'call')
  const loops = random.chance(0.5) ? random.upTo(5) : 0
  for (let loop = 0; loop < loops && state.model.accepts.tools && state.tools.length > 0; loop++) {
    useTools(state, random)
    if (random.chance(0.1)) yield { kind: 'pause', ms: random.pick(pausesMs) }
    yield callOf(state, 'call')
  }
  answer(state, random)
}

function callOf(state: State, kind: CallStep['kind']): CallStep {
  const before = state.sent
  const now = sentOf(state)
  const differences = (Object.keys(now) as (keyof Sent)[]).filter((part) => before?.[part] !== now[part])
  const changes =
    before === undefined ? [] : [...differences, ...(state.rewritten === undefined ? [] : [state.rewritten])]
  state.sent = now
  state.rewritten = undefined
  return { kind, request: requestOf(state), changes }
}

function sentOf({ model, tools, system, effort, messages }: State): Sent {
  const blocks = messages.flatMap(({ content }) => content)
  // A list that was taken away is replaced by the names the messages still use.
  const used = new Set(blocks.flatMap((block) => (block.type === 'tool-use' ? [block.name] : [])))
  return {
    'model-changed': model.endpointModelId,
    'tools-changed': JSON.stringify(tools.length > 0 ? tools : [...used]),
    'system-changed': `${system.stable}\n${system.varying}`,
    'settings-changed': effort !== undefined && model.accepts.efforts?.includes(effort) ? effort : '',
    'images-changed': model.accepts.images && blocks.some(({ type }) => type === 'image'),
  }
}

function requestOf({ model, tools, system, messages, effort, caching, conversationId }: State): ModelRequest {
  return {
    model,
    tools,
    system,
    messages: messages.slice(),
    conversationId,
    inference: {
      maxTokens: 64,
      ...(effort === undefined ? {} : { effort }),
      ...(caching === undefined ? {} : { caching }),
    },
  }
}

function ask(state: State, random: Random): void {
  const hasPicture = state.model.accepts.images && random.chance(0.05)
  const text: ModelContentBlock = { type: 'text', text: random.slice(20 + random.upTo(800)) }
  say(state, 'user', hasPicture ? [text, { type: 'image', format: 'png', base64: picture }] : [text])
}

function answer(state: State, random: Random): void {
  say(state, 'assistant', [{ type: 'text', text: random.slice(30 + random.upTo(3000)) }])
}

function useTools(state: State, random: Random): void {
  const uses = Array.from({ length: 1 + random.upTo(random.chance(0.2) ? 14 : 2) }, () => ({
    id: `use_${state.ids++}` as ToolUseId,
    name: random.pick(state.tools).name,
  }))
  say(
    state,
    'assistant',
    uses.map(({ id, name }) => ({ type: 'tool-use', toolUseId: id, name, input: { query: random.slice(40) } })),
  )
  state.messages.push({
    role: 'user',
    content: uses.map(({ id }) => ({
      type: 'tool-result',
      toolUseId: id,
      status: 'success',
      content: [{ type: 'text', text: random.slice(50 + random.upTo(4000)) }],
    })),
  })
}

function say(state: State, role: ModelMessage['role'], content: readonly ModelContentBlock[]): void {
  state.messages.push({ id: `msg_${state.ids++}` as MessageId, role, content })
}

/** Before a question, with a chance each: what breaks a cache in real life. */
function changeSomething(state: State, random: Random): void {
  if (random.chance(0.08)) state.tools = toolList(random)
  if (random.chance(0.06)) state.system = { ...state.system, stable: random.slice(800 + random.upTo(6000)) }
  if (random.chance(0.06)) state.system = { ...state.system, varying: `Today is 2026-10-${10 + random.upTo(20)}.` }
  if (random.chance(0.08)) state.model = modelOf(random.pick(modelIds))
  if (random.chance(0.06)) state.effort = random.pick([undefined, 'low', 'high'])
  if (random.chance(0.08)) state.caching = random.pick([undefined, '5m', '1h', 'off'])
  const questions = state.messages.flatMap((message, at) => (isQuestion(message) ? [at] : []))
  if (questions.length > 1 && random.chance(0.1)) edit(state, random.pick(questions))
  else if (questions.length > 2 && random.chance(0.06)) compact(state, questions.at(-1) ?? 0, random)
}

function edit(state: State, from: number): void {
  state.messages = state.messages.slice(0, from)
  state.rewritten = 'history-edited'
}

function compact(state: State, keptFrom: number, random: Random): void {
  const summary: ModelMessage = { role: 'user', content: [{ type: 'text', text: random.slice(1500) }] }
  const bridge: ModelMessage = { role: 'assistant', content: [{ type: 'text', text: 'Understood.' }] }
  state.messages = [summary, bridge, ...state.messages.slice(keptFrom)]
  state.rewritten = 'history-compacted'
}

function isQuestion({ role, id }: ModelMessage): boolean {
  return role === 'user' && id !== undefined
}

function modelOf(id: string): ModelInfo {
  const model = models.get(id) ?? findModel(id, 'us-east-1')
  if (model === undefined) throw new Error(`The catalog has lost ${id}.`)
  models.set(id, model)
  return model
}
const models = new Map<string, ModelInfo>()

function toolList(random: Random): readonly ToolSpec[] {
  return toolLists[random.upTo(toolLists.length - 1)] ?? []
}

const foreign = [
  'Die Umsätze im Süden stiegen im dritten Quartal deutlich, während die Rücksendungen zurückgingen.',
  '第三四半期の売上は前年同期比で十二パーセント増加し、返品率は二パーセントに下がりました。',
  'Los márgenes de la región norte cayeron por el aumento de los costes de envío.',
  'Выручка в северном регионе выросла на восемь процентов за квартал.',
].join(' ')

/** Real text of many kinds: prose, tables, JSON, code and scripts without spaces. */
const corpus = readCorpus()

function readCorpus(): string {
  const root = path.resolve(import.meta.dirname, '../../..')
  const files = [
    'README.md',
    'assets/sample-workspace/sales.csv',
    'electron/agent/run-agent.ts',
    'assets/sample-workspace/customers.json',
    'ARCHITECTURE.md',
    'electron/tools/data/parse-query.ts',
  ]
  const texts = files.map((file) => readFileSync(path.join(root, file), 'utf8').slice(0, 12_000))
  return [...texts, ...Array.from({ length: 12 }, () => foreign)].join('\n\n')
}

/** A few agents' lists, of which one is the beginning of another, and one is empty. */
const toolLists: readonly (readonly ToolSpec[])[] = [0, 1, 3, 8, 12, 24].map((length) =>
  Array.from({ length }, (_, at) => ({
    name: `tool_${at}`,
    description: corpus.slice(at * 400, at * 400 + 60 + at * 23),
    inputSchema: {
      type: 'object',
      properties: {
        query: { type: 'string', description: 'What to look for, in plain words.' },
        limit: { type: 'integer', minimum: 1, maximum: 1000 },
      },
      required: ['query'],
    },
  })),
)

/** A grey picture of one by one. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

type Random = {
  upTo(most: number): number
  chance(share: number): boolean
  pick<Value>(values: readonly Value[]): Value
  slice(length: number): string
}

function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    upTo: (most) => Math.floor(next() * (most + 1)),
    chance: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
    slice(length) {
      const start = Math.floor(next() * (corpus.length - length))
      return corpus.slice(start, start + length).trim() || 'Nothing.'
    },
  }
}
