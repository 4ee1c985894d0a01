import { toWireError } from '../../../../shared/errors.ts'
import { toolUseId } from '../../../../shared/ids.ts'
import type { ToolDisplay } from '../../../../shared/tool-results.ts'
import type { ModelMessage, ToolResultBlock } from '../../../agent/ports.ts'
import { openTemporaryScope } from '../../../sandbox/temporary-scope.fixture.ts'
import { allTools } from '../../../tools/all-tools.ts'
import { engineForTests } from '../../../tools/data/data-engine.fixture.ts'
import { createDocumentReader } from '../../../tools/documents/create-document-reader.ts'
import { createToolContext, runTool } from '../../../tools/files/tool-context.fixture.ts'
import { spawnNodeWorker } from '../../../workers/spawn-node-worker.ts'
import { planNextStep } from '../plan-next-step.ts'
import type { PlannedCall } from '../step.ts'
import { writeDataSet } from './write-data-set.fixture.ts'

export type ToolRun = Pick<ToolResultBlock, 'status' | 'content'> & {
  readonly call: PlannedCall
  readonly display: ToolDisplay | null
}

/** What one question led to. */
export type Exchange = { readonly markdown: string; readonly runs: readonly ToolRun[] }

const mostRuns = 60

/**
 * One folder, filled with one data set after another, over one data engine: the analyst plans against the real tools.
 * What a tool answered is remembered until the folder changes, as the app's result cache does.
 */
export async function openQuestionWorkspace() {
  const files = await openTemporaryScope()
  const data = engineForTests(files.workspace)
  const documents = createDocumentReader(() => spawnNodeWorker('documents', 'process'))
  const { conversationId } = files.by
  const context = createToolContext(files.scope, { conversationId, data: data.engine, documents })
  const remembered = new Map<string, ToolRun>()

  async function run(call: PlannedCall): Promise<ToolRun> {
    const key = JSON.stringify(call)
    const result = remembered.get(key) ?? (await runCall(call))
    remembered.set(key, result)
    return result
  }

  async function runCall(call: PlannedCall): Promise<ToolRun> {
    const tool = allTools.find(({ name }) => name === call.name)
    if (tool === undefined) throw new Error(`There is no tool ${call.name}.`)
    // An input the tool's own schema refuses is a mistake of the planner, and no answer.
    const input = tool.input.parse(call.input)
    try {
      const { isError = false, content, display = null } = await runTool(tool, input, context)
      return { call, status: isError ? 'error' : 'success', content, display }
    } catch (error) {
      const { message, hint } = toWireError(error)
      return { call, status: 'error', content: [{ type: 'text', text: `${message} ${hint ?? ''}` }], display: null }
    }
  }

  async function askAfter(history: ModelMessage[], question: string): Promise<Exchange> {
    history.push({ role: 'user', content: [{ type: 'text', text: question }] })
    const runs: ToolRun[] = []
    for (;;) {
      const step = planNextStep(history, allTools)
      if (step.kind === 'answer') {
        history.push({ role: 'assistant', content: [{ type: 'text', text: step.markdown }] })
        return { markdown: step.markdown, runs }
      }
      if (runs.length > mostRuns) throw new Error('It never comes to an end.')
      const results: ToolRun[] = []
      for (const call of step.calls) results.push(await run(call))
      const ids = results.map((_, index) => toolUseId.parse(`use-${history.length}-${index}`))
      const idAt = (index: number) => ids[index] ?? toolUseId.parse('use')
      const uses = results.map(({ call }, index) => ({ type: 'tool-use' as const, toolUseId: idAt(index), ...call }))
      history.push({ role: 'assistant', content: uses })
      history.push({
        role: 'user',
        content: results.map(({ status, content }, index) => ({
          type: 'tool-result' as const,
          toolUseId: idAt(index),
          status,
          content,
        })),
      })
      runs.push(...results)
    }
  }

  return {
    async fill(dataSet: string): Promise<void> {
      remembered.clear()
      await writeDataSet(dataSet, files.workspace)
    },
    /** Asks one after the other in one conversation; what the last led to. */
    async ask(questions: readonly string[]): Promise<Exchange> {
      const history: ModelMessage[] = []
      let last: Exchange = { markdown: '', runs: [] }
      for (const question of questions) last = await askAfter(history, question)
      return last
    },
    async [Symbol.asyncDispose]() {
      data.dispose()
      documents.close()
      await files[Symbol.asyncDispose]()
    },
  }
}

export type QuestionWorkspace = Awaited<ReturnType<typeof openQuestionWorkspace>>
