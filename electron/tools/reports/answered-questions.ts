import type { RunId } from '../../../shared/ids.ts'
import { messageText, type ContentBlock } from '../../../shared/messages.ts'
import type { RunState, ToolCall } from '../../../shared/run-events.ts'
import { z } from '../../../shared/schema.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'

export type ShownTable = Extract<ToolDisplay, { readonly kind: 'table' }>
export type ShownChart = Extract<ToolDisplay, { readonly kind: 'chart' }> & { readonly sql: string | null }

/** What a tool read for an answer: a part of a document ("page 3"), or a file as a whole. */
export type FileRead = { readonly path: string; readonly part: string | null }

/** A question of the person with everything that was said and shown about it. */
export type AnsweredQuestion = {
  readonly runIds: readonly RunId[]
  readonly question: string
  readonly askedAt: number
  /** Which models were asked for it. */
  readonly modelIds: readonly string[]
  /** What was said once the last tool had answered; all of it where nothing was. Markdown, or ''. */
  readonly answer: string
  readonly tables: readonly ShownTable[]
  readonly charts: readonly ShownChart[]
  readonly reads: readonly FileRead[]
  readonly toolNames: readonly string[]
}

/** The questions of a conversation, oldest first. A run that goes on with an answer belongs to its question. */
export function answeredQuestions(runs: readonly RunState[]): readonly AnsweredQuestion[] {
  const groups: RunState[][] = []
  for (const run of runs) {
    const isContinued = run.messages[0]?.content.length === 0
    const last = groups.at(-1)
    if (isContinued && last !== undefined) last.push(run)
    else groups.push([run])
  }
  return groups.flatMap((group) => questionOf(group))
}

function questionOf(runs: readonly RunState[]): readonly AnsweredQuestion[] {
  const message = runs[0]?.messages[0]
  if (message === undefined) return []
  const blocks = runs.flatMap((run) => run.messages.slice(1).flatMap(({ content }) => content))
  const calls = runs.flatMap((run) => callsOf(run))
  return [
    {
      runIds: runs.map(({ runId }) => runId),
      question: messageText(message),
      askedAt: message.createdAt,
      modelIds: [...new Set(runs.flatMap((run) => run.calls.map(({ modelId }) => modelId)))],
      answer: answerOf(blocks),
      tables: calls.map(displayOf).filter((display) => display?.kind === 'table'),
      charts: calls.flatMap(chartOf),
      reads: calls.flatMap(readsOf),
      toolNames: calls.map(({ name }) => name),
    },
  ]
}

function answerOf(blocks: readonly ContentBlock[]): string {
  const afterTools = blocks.slice(blocks.findLastIndex(({ type }) => type === 'tool-use') + 1)
  return textOf(afterTools) || textOf(blocks)
}

function textOf(blocks: readonly ContentBlock[]): string {
  return blocks
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('\n\n')
    .trim()
}

/** Calls in the order they were asked for. */
function callsOf(run: RunState): readonly ToolCall[] {
  return run.messages.flatMap(({ content }) =>
    content.flatMap((block) => {
      const call = block.type === 'tool-use' ? run.tools[block.toolUseId] : undefined
      return call === undefined ? [] : [call]
    }),
  )
}

/** As the page shows it: what was worked out again is what is true now. */
function displayOf({ state, refreshed }: ToolCall): ToolDisplay | undefined {
  if (state.kind !== 'done' || state.outcome.status !== 'success') return undefined
  return (refreshed?.outcome ?? state.outcome).display
}

function chartOf(call: ToolCall): readonly ShownChart[] {
  const display = displayOf(call)
  return display?.kind === 'chart' ? [{ ...display, sql: inputText(call, 'sql') }] : []
}

/** Whatever tool it was: one that reads documents says which part of which file it gives. */
function readsOf(call: ToolCall): readonly FileRead[] {
  const { name, state } = call
  if (state.kind !== 'done' || state.outcome.status !== 'success') return []
  const path = inputText(call, 'path')
  if (name === 'file_read' && path !== null) return [{ path, part: null }]
  return state.outcome.content.flatMap((piece) => {
    const told = piece.type === 'json' ? placedTexts.safeParse(piece.value) : undefined
    if (told?.success !== true) return []
    const { path: whole, parts = [], passages = [], sentences = [] } = told.data
    return [...parts, ...passages, ...sentences].flatMap((each): FileRead[] => {
      const file = each.path ?? whole
      return file === undefined ? [] : [{ path: file, part: each.where }]
    })
  })
}

const placed = z.array(z.object({ path: z.string().optional(), where: z.string() })).optional()
const placedTexts = z.object({ path: z.string().optional(), parts: placed, passages: placed, sentences: placed })

function inputText({ input }: ToolCall, key: string): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null
  const value = Object.entries(input).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : null
}
