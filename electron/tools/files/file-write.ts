import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { changeFile, maxChangedBytes, readCurrent } from './change-file.ts'
import { fileTargets } from './file-targets.ts'
import { createShownContents } from './shown-contents.ts'
import { titleName } from '../../../shared/title-name.ts'

const input = z.object({
  path: z.string().min(1).max(4096).describe('Relative to the opened folder.'),
  content: z.string().max(maxChangedBytes).describe('The whole new content.'),
})

const shownContents = createShownContents()

export const fileWrite = defineTool({
  name: 'file_write',
  family: 'files',
  description:
    'Writes a whole text file, new or in place of what it held. Use editor to change a part of a file, and save_file ' +
    'for a new report. The person sees the difference and can undo it.',
  input,
  powers: { reads: ['files'], writes: ['files'], output: 'trusted', isUndoable: true },
  timeoutMs: 30_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ path }) => `Write ${titleName(path)}`,
  targets: ({ path }, context) => fileTargets(path, 'writing', context),

  async preview(change, context) {
    const { shown } = await context.files.resolve(change.path, 'writing')
    const before = await readCurrent(change.path, context)
    shownContents.remember(change, context, before)
    return { kind: 'diff', path: shown, before, after: change.content }
  },

  async *run(change, context) {
    const agreed = shownContents.take(change, context)
    const before = agreed === undefined ? await readCurrent(change.path, context) : agreed
    return changeFile({ path: change.path, before, after: change.content, toolName: 'file_write' }, context)
  },
})
