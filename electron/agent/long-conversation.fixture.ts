import type { MessageId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { Message } from '../../shared/messages.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { foldRunEvents } from '../../shared/run-events.ts'
import {
  allowAll,
  countingMessageIds,
  fakeClock,
  fakeTools,
  measured,
  patientPerson,
  recordEvents,
  scriptedModel,
  testModelInfo,
  testScope,
  testSystem,
  testTurn,
  type ScriptedReply,
} from './fakes.ts'
import type { ModelMessage, ModelRequest, Tools } from './ports.ts'
import { runAgent, type AgentRun } from './run-agent.ts'

/** `turns` questions with an answer each, of so many characters together; the newest last. */
export function longHistory(turns: number, characters: number): ModelMessage[] {
  const said = (kind: string, n: number) => `${kind} ${n}: `.padEnd(characters / 2, 'words ')
  return Array.from({ length: turns }, (_, n): ModelMessage[] => [
    { id: `q${n}` as MessageId, role: 'user', content: [{ type: 'text', text: said('Question', n) }] },
    { id: `a${n}` as MessageId, role: 'assistant', content: [{ type: 'text', text: said('Answer', n) }] },
  ]).flat()
}

export type LongRun = Partial<Pick<AgentRun, 'system' | 'pinned' | 'task'>> & {
  readonly question?: string
  readonly tools?: Tools
  readonly modelInfo?: Partial<ModelInfo>
  readonly inference?: InferenceSettings
  readonly canCount?: boolean
  readonly controller?: AbortController
  /** What the model answers to each request for a summary; they are among `replies` when left out. */
  readonly summaries?: readonly ScriptedReply[]
}

/** Asks one question behind a long history. The model counts a token for each character, unless it cannot count. */
export async function askBehind(
  history: readonly ModelMessage[],
  replies: readonly ScriptedReply[],
  run: LongRun = {},
) {
  const {
    question = 'And now?',
    controller = new AbortController(),
    tools = fakeTools({}),
    modelInfo,
    inference = {},
    canCount = true,
    summaries,
    ...more
  } = run
  const scripted = scriptedModel(replies, summaries)
  const counting = measured(scripted)
  const model = canCount ? counting : scripted
  const turn = testTurn(model, { modelInfo: { ...testModelInfo, maxOutputTokens: 200, ...modelInfo }, inference })
  const { events, emit } = recordEvents()
  const userMessage: Message = {
    id: 'now' as MessageId,
    role: 'user',
    content: question === '' ? [] : [{ type: 'text', text: question }],
    createdAt: 1,
  }
  const asked: ModelMessage[] =
    question === '' ? [] : [{ id: userMessage.id, role: 'user', content: userMessage.content }]
  const given = [...history, ...asked]
  const stop = await runAgent(
    {
      scope: testScope(controller.signal),
      modelId: testModelInfo.id,
      configuration: async () => turn,
      system: testSystem,
      history: given,
      userMessage,
      pinned: () => [],
      maxTurns: 100,
      ...more,
    },
    {
      ...patientPerson,
      tools,
      consent: allowAll,
      clock: fakeClock(),
      newMessageId: countingMessageIds(),
      emit,
      logFailure: () => {},
    },
  )
  const state = foldRunEvents(events)
  if (state === undefined) throw new Error('The run emitted nothing')
  return {
    stop,
    state,
    given,
    requests: scripted.requests,
    sizeOf: (request: ModelRequest) => counting.estimatePromptTokens(request),
  }
}

/** All text of a request's messages, one after the other. */
export function textsOf({ messages }: ModelRequest): readonly string[] {
  return messages.flatMap(({ content }) => content.flatMap((block) => (block.type === 'text' ? [block.text] : [])))
}
