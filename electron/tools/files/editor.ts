import { visibleName } from '../../../shared/visible-name.ts'
import { z } from '../../../shared/schema.ts'
import { defineTool, type ToolContext } from '../tool.ts'
import { changeFile, maxChangedBytes, readCurrent } from './change-file.ts'
import { editText, type TextEdit } from './edit-text.ts'
import { fileTargets } from './file-targets.ts'
import { createShownContents } from './shown-contents.ts'
import { titleName } from '../../../shared/title-name.ts'

// One flat object: the service takes no union at the top of a tool's schema.
const input = z
  .object({
    command: z.enum(['replace', 'insert', 'create']),
    path: z.string().min(1).max(4096).describe('Relative to the opened folder.'),
    text: z.string().max(maxChangedBytes).describe('The new text.'),
    oldText: z
      .string()
      .min(1)
      .max(maxChangedBytes)
      .optional()
      .describe('For replace: the exact text that is there now.'),
    all: z.boolean().default(false).describe('For replace: every place, not only one.'),
    afterLine: z.number().int().min(0).optional().describe('For insert: the line to insert after; 0 for the top.'),
  })
  .refine((edit) => edit.command !== 'replace' || edit.oldText !== undefined, 'replace needs oldText')
  .refine((edit) => edit.command !== 'insert' || edit.afterLine !== undefined, 'insert needs afterLine')

const shownContents = createShownContents()

export const editor = defineTool({
  name: 'editor',
  family: 'files',
  description:
    'Changes a part of a text file: replaces text that is there exactly once, inserts lines, or creates a new file. ' +
    'Read the file first. The person sees the difference and can undo it.',
  input,
  powers: { reads: ['files'], writes: ['files'], output: 'trusted', isUndoable: true },
  timeoutMs: 30_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ command, path }) => `${command === 'create' ? 'Create' : 'Edit'} ${titleName(path)}`,
  targets: ({ path }, context) => fileTargets(path, 'writing', context),

  async preview(edit, context) {
    const before = await readCurrent(edit.path, context)
    const { path, after } = await applyTo(before, edit, context)
    shownContents.remember(edit, context, before)
    return { kind: 'diff', path, before, after }
  },

  async *run(edit, context) {
    const agreed = shownContents.take(edit, context)
    const before = agreed === undefined ? await readCurrent(edit.path, context) : agreed
    const { after } = await applyTo(before, edit, context)
    return changeFile({ path: edit.path, before, after, toolName: 'editor' }, context)
  },
})

async function applyTo(before: string | null, edit: z.infer<typeof input>, context: ToolContext) {
  const { shown } = await context.files.resolve(edit.path, 'writing')
  return { path: shown, after: editText(before, toTextEdit(edit), visibleName(shown)) }
}

function toTextEdit({ command, text, oldText = '', all, afterLine = 0 }: z.infer<typeof input>): TextEdit {
  switch (command) {
    case 'create':
      return { command, text }
    case 'insert':
      return { command, text, afterLine }
    case 'replace':
      return { command, text, oldText, all }
  }
}
