import { AppError } from '../../../shared/errors.ts'
import { z } from '../../../shared/schema.ts'
import { defineTool, type ToolContext } from '../tool.ts'
import { changeFile, maxChangedBytes } from './change-file.ts'
import { fileTargets } from './file-targets.ts'
import { freeName, toFileName } from './free-name.ts'
import { titleName } from '../../../shared/title-name.ts'

const folder = 'output'

const input = z.object({
  name: z.string().min(1).max(200).describe('A file name such as "sales-report.md"; without an ending it gets .md.'),
  content: z.string().min(1).max(maxChangedBytes),
})

export const saveFile = defineTool({
  name: 'save_file',
  family: 'files',
  description:
    `Saves a report or other text as a new file in the folder "${folder}". Never overwrites: a name that is taken gets a ` +
    'number. The answer says under which path it was saved.',
  input,
  powers: { reads: [], writes: ['files'], output: 'trusted', isUndoable: true },
  timeoutMs: 30_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ name }) => `Save ${titleName(toFileName(name))}`,
  targets: async ({ name }, context) => fileTargets(await freePath(name, context), 'writing', context),

  async preview({ name, content }, context) {
    return { kind: 'diff', path: await freePath(name, context), before: null, after: content }
  },

  async *run({ name, content }, context) {
    for (;;) {
      const path = await freePath(name, context)
      try {
        return await changeFile({ path, before: null, after: content, toolName: 'save_file' }, context)
      } catch (error) {
        // Somebody took the name a moment ago: the next one.
        if (!(error instanceof AppError) || error.code !== 'FILE_CHANGED') throw error
      }
    }
  },
})

async function freePath(name: string, context: ToolContext): Promise<string> {
  const exists = (path: string) =>
    context.files.stat(path).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return false
        throw error
      },
    )
  return freeName(`${folder}/${toFileName(name)}`, exists)
}
