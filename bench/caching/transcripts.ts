import { readFileSync } from 'node:fs'
import path from 'node:path'
import { allTools } from '../../electron/tools/all-tools.ts'
import { createToolRegistry } from '../../electron/tools/registry.ts'
import { findModel } from '../../electron/models/catalog.ts'
import type { ModelMessage, ModelRequest, SystemText } from '../../electron/agent/ports.ts'
import type { ConversationId, MessageId, ToolUseId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'

/** One step of a recorded conversation: a request to send, or a pause of the person. */
export type TranscriptStep =
  | { readonly kind: 'call'; readonly request: ModelRequest }
  | { readonly kind: 'pause'; readonly ms: number }

export type Transcript = { readonly name: string; readonly steps: readonly TranscriptStep[] }

const minute = 60_000

/** Twenty questions to the analyst with the app's own tools; loops of one to four steps, one with 14 calls at once. */
export function toolHeavyConversation(): Transcript {
  const talk = startTalk('twenty turns, tool-heavy')
  for (let turn = 0; turn < 20; turn++) {
    talk.ask(180)
    for (let loop = 0; loop < 1 + (turn % 4); loop++)
      talk.useTools(turn === 9 && loop === 0 ? 14 : 1 + (loop % 2), 2600)
    talk.answer(900)
    // A person reads, thinks, and is sometimes called away.
    talk.pause(turn % 6 === 5 ? 12 * minute : 1.5 * minute)
  }
  return talk.end()
}

/** What people do with such an app all day. */
export function typicalWorkflows(): readonly Transcript[] {
  return [analysis(), longChat(), documentQuestions(), longToolLoop(), interruptedDay()]
}

function analysis(): Transcript {
  const talk = startTalk('analysis of data files')
  for (let turn = 0; turn < 8; turn++) {
    talk.ask(120)
    for (let loop = 0; loop < 3; loop++) talk.useTools(1, 1800)
    talk.answer(700)
    talk.pause(minute)
  }
  return talk.end()
}

function longChat(): Transcript {
  const talk = startTalk('long chat without tools')
  for (let turn = 0; turn < 25; turn++) {
    talk.ask(200)
    talk.answer(1400)
    talk.pause(0.7 * minute)
  }
  return talk.end()
}

function documentQuestions(): Transcript {
  const talk = startTalk('questions about a long document')
  talk.ask(150)
  talk.useTools(1, 36_000)
  talk.answer(600)
  for (let turn = 0; turn < 7; turn++) {
    talk.pause(2 * minute)
    talk.ask(140)
    talk.answer(900)
  }
  return talk.end()
}

function longToolLoop(): Transcript {
  const talk = startTalk('one task with a long tool loop')
  talk.ask(600)
  for (let loop = 0; loop < 22; loop++) talk.useTools(loop % 5 === 4 ? 12 : 2, 900)
  talk.answer(1500)
  talk.pause(minute)
  talk.ask(80)
  talk.answer(400)
  return talk.end()
}

function interruptedDay(): Transcript {
  const talk = startTalk('a day with interruptions')
  for (let turn = 0; turn < 16; turn++) {
    talk.ask(160)
    if (turn % 2 === 0) talk.useTools(2, 1500)
    talk.answer(800)
    talk.pause(turn % 3 === 2 ? 18 * minute : 2 * minute)
  }
  return talk.end()
}

export const benchModel = modelOf('global.anthropic.claude-sonnet-5-5')

function modelOf(id: string): ModelInfo {
  const model = findModel(id, 'us-east-1')
  if (model === undefined) throw new Error('The catalog has lost the model of this bench.')
  return model
}

const system: SystemText = {
  stable: readFileSync(path.join(import.meta.dirname, '../../assets/agents/analyst.yml'), 'utf8'),
  varying: 'File paths are relative to the folder the person opened.\n\nToday is 2026-10-12.',
}
const tools = createToolRegistry(allTools).tools.map(({ spec }) => spec)

function startTalk(name: string) {
  const text = readText()
  const messages: ModelMessage[] = []
  const steps: TranscriptStep[] = []
  let at = 0
  let ids = 0

  /** Real text, a new stretch of it each time. */
  function words(characters: number): string {
    at = (at + 7919) % (text.length - characters)
    return text.slice(at, at + characters).trim() || 'Nothing.'
  }

  function call(): void {
    const conversationId = `conv_${name}` as ConversationId
    const inference = { maxTokens: 32 }
    steps.push({
      kind: 'call',
      request: { model: benchModel, system, tools, messages: messages.slice(), inference, conversationId },
    })
  }

  function say(role: ModelMessage['role'], content: ModelMessage['content']): void {
    messages.push({ id: `msg_${ids++}` as MessageId, role, content })
  }

  return {
    /** Asks, and sends what is said so far. */
    ask(characters: number) {
      say('user', [{ type: 'text', text: words(characters) }])
      call()
    },
    /** The model asked for tools at once; sends their answers. */
    useTools(count: number, characters: number) {
      const uses = Array.from({ length: count }, () => `use_${ids++}` as ToolUseId)
      say(
        'assistant',
        uses.map((toolUseId) => ({
          type: 'tool-use',
          toolUseId,
          name: 'query_data',
          input: { sql: `SELECT region, sum(amount) FROM 'sales.csv' WHERE note <> '${words(40)}' GROUP BY region` },
        })),
      )
      messages.push({
        role: 'user',
        content: uses.map((toolUseId) => ({
          type: 'tool-result',
          toolUseId,
          status: 'success',
          content: [{ type: 'text', text: words(characters) }],
        })),
      })
      call()
    },
    answer(characters: number) {
      say('assistant', [{ type: 'text', text: words(characters) }])
    },
    pause(ms: number) {
      steps.push({ kind: 'pause', ms })
    },
    end: (): Transcript => ({ name, steps }),
  }
}

function readText(): string {
  const root = path.resolve(import.meta.dirname, '../..')
  const files = ['assets/sample-workspace/sales.csv', 'README.md', 'assets/sample-workspace/customers.json']
  return files.map((file) => readFileSync(path.join(root, file), 'utf8').slice(0, 60_000)).join('\n')
}
