import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { toWireError } from '../../../shared/errors.ts'
import type { AttachmentBlock } from '../../../shared/messages.ts'
import { toolUseId } from '../../../shared/ids.ts'
import type { ModelMessage, ToolResultBlock } from '../../agent/ports.ts'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import { allTools } from '../../tools/all-tools.ts'
import { engineForTests } from '../../tools/data/data-engine.fixture.ts'
import { createDocumentReader } from '../../tools/documents/create-document-reader.ts'
import type { DocumentReader } from '../../tools/documents/document-reader.ts'
import { answeredRuns, type Said } from '../../tools/reports/answered-runs.fixture.ts'
import type { ToolAnswer, ToolContext } from '../../tools/tool.ts'
import { spawnNodeWorker } from '../../workers/spawn-node-worker.ts'
import { createToolContext } from '../../tools/files/tool-context.fixture.ts'
import { planNextStep } from './plan-next-step.ts'
import type { PlannedCall } from './step.ts'

export type Asked = {
  /** Every call in order. */
  readonly calls: readonly PlannedCall[]
  readonly markdown: string
  /** The whole exchange, to ask the next question after. */
  readonly history: readonly ModelMessage[]
}

export type AskOptions = {
  readonly history?: readonly ModelMessage[]
  readonly attachments?: readonly AttachmentBlock[]
  readonly toolNames?: readonly string[]
  /** What happens instead of running a tool: a refusal, say. */
  readonly instead?: (call: PlannedCall) => string | undefined
}

/** Plans against the real tools over a real folder, as the agent loop would, without asking for consent. */
export async function openOfflineWorkspace(content: {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly copyOf?: string
  /** Files elsewhere, copied under their own names. */
  readonly copies?: readonly string[]
  /** Instead of a process for each document. */
  readonly documents?: DocumentReader
}) {
  const files = await openTemporaryScope()
  const data = engineForTests(files.workspace)
  const documents = content.documents ?? createDocumentReader(() => spawnNodeWorker('documents', 'process'))
  if (content.copyOf !== undefined) cpSync(content.copyOf, files.workspace, { recursive: true })
  for (const path of content.copies ?? []) copyFileSync(path, join(files.workspace, basename(path)))
  for (const [name, text] of Object.entries(content.files ?? {})) {
    mkdirSync(dirname(join(files.workspace, name)), { recursive: true })
    writeFileSync(join(files.workspace, name), text)
  }
  const { conversationId } = files.by
  /** What was said and shown on the way to a history, for tools that write about it. */
  const saidBefore = new WeakMap<readonly ModelMessage[], readonly Said[]>()
  const contextAfter = (said: readonly Said[]) =>
    createToolContext(files.scope, {
      conversationId,
      data: data.engine,
      documents,
      runs: { of: async () => answeredRuns(said) },
    })

  async function ask(question: string, options: AskOptions = {}): Promise<Asked> {
    const history: ModelMessage[] = [
      ...(options.history ?? []),
      { role: 'user', content: [...(options.attachments ?? []), { type: 'text', text: question }] },
    ]
    const earlier = saidBefore.get(options.history ?? []) ?? []
    const context = contextAfter(earlier)
    const shown: NonNullable<Said['calls']>[number][] = []
    const calls: PlannedCall[] = []
    const toolNames = options.toolNames ?? allTools.map((tool) => tool.name)
    for (;;) {
      const step = planNextStep(
        history,
        toolNames.map((name) => ({ name })),
      )
      if (step.kind === 'answer') {
        history.push({ role: 'assistant', content: [{ type: 'text', text: step.markdown }] })
        saidBefore.set(history, [...earlier, { ask: question, calls: shown, answer: step.markdown }])
        return { calls, markdown: step.markdown, history }
      }
      if (calls.length > 60) throw new Error(`It never comes to an end: ${JSON.stringify(calls.slice(-3))}`)
      const uses = step.calls.map((call, index) => ({ id: toolUseId.parse(`use-${calls.length + index}`), call }))
      calls.push(...step.calls)
      history.push({
        role: 'assistant',
        content: uses.map(({ id, call }) => ({ type: 'tool-use', toolUseId: id, ...call })),
      })
      const results: ToolResultBlock[] = []
      for (const { id, call } of uses) {
        const { status, content: told, display } = await run(call, context, options.instead)
        results.push({ type: 'tool-result', toolUseId: id, status, content: told })
        shown.push({
          ...call,
          outcome: { status, content: [...told], ...(display === undefined ? {} : { display }) },
        })
      }
      history.push({ role: 'user', content: results })
    }
  }

  return {
    workspace: files.workspace,
    ask,
    async [Symbol.asyncDispose]() {
      data.dispose()
      documents.close()
      await files[Symbol.asyncDispose]()
    },
  }
}

export type OfflineWorkspace = Awaited<ReturnType<typeof openOfflineWorkspace>>

async function run(
  call: PlannedCall,
  context: ToolContext,
  instead: AskOptions['instead'],
): Promise<Pick<ToolResultBlock, 'status' | 'content'> & Pick<ToolAnswer, 'display'>> {
  const said = instead?.(call)
  if (said !== undefined) return { status: 'error', content: [{ type: 'text', text: said }] }
  const tool = allTools.find((each) => each.name === call.name)
  if (tool === undefined) throw new Error(`There is no tool ${call.name}.`)
  // The schema is the tool's own: an input it refuses is a mistake of the planner, and fails the test.
  const steps = tool.run(tool.input.parse(call.input), context, await tool.load())
  try {
    for (;;) {
      const step = await steps.next()
      if (step.done === true) {
        const { isError, content, ...rest } = step.value
        return { ...rest, status: isError === true ? 'error' : 'success', content }
      }
    }
  } catch (error) {
    const { message, hint } = toWireError(error)
    return { status: 'error', content: [{ type: 'text', text: `${message} ${hint ?? ''}` }] }
  }
}
