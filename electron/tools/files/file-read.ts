import { z } from '../../../shared/schema.ts'
import { defineTool, type ToolContext } from '../tool.ts'
import { fileTargets } from './file-targets.ts'
import { titleName } from '../../../shared/title-name.ts'

const maxCharacters = 60_000
const maxLineCharacters = 2000

const input = z.object({
  path: z.string().min(1).max(4096).describe('Relative to the opened folder, or attachments/….'),
  fromLine: z.number().int().min(1).default(1).describe('The first line to read, counted from 1.'),
  lines: z.number().int().min(1).max(5000).default(500).describe('How many lines to read.'),
})

export const fileRead = defineTool({
  name: 'file_read',
  family: 'files',
  description:
    'Reads a text file of any size and gives its lines with their numbers. Long files come in parts: the last line says ' +
    'where to read on. For PDF, Word, Excel and PowerPoint use read_document; for figures from tables use query_data.',
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 60_000,
  concurrency: 4,
  version: '1',
  load: async () => undefined,
  title: ({ path, fromLine }) => `Read ${titleName(path)}${fromLine > 1 ? ` from line ${fromLine}` : ''}`,
  targets: ({ path }, context) => fileTargets(path, 'reading', context),
  cache: { ttlMs: 30 * 60_000, fingerprint: ({ path }, context) => context.identify(path) },

  async *run(range, context) {
    const { origin } = await context.files.resolve(range.path, 'reading')
    const text = await readRange(range, context)
    return { content: [{ type: 'text', text }], isForeign: origin === 'foreign' }
  },
})

async function readRange({ path, fromLine, lines }: z.infer<typeof input>, context: ToolContext): Promise<string> {
  const shown: string[] = []
  let characters = 0
  let number = 0
  for await (const batch of context.files.readLines(path, { signal: context.signal })) {
    for (const line of batch) {
      number++
      if (number < fromLine) continue
      const text = `${String(number).padStart(6)}\t${cutLine(line)}`
      characters += text.length + 1
      if (shown.length === lines || (characters > maxCharacters && shown.length > 0))
        return `${shown.join('\n')}\n[The file goes on. Read on with fromLine ${number}.]`
      shown.push(text)
    }
  }
  if (number === 0) return '[The file is empty.]'
  if (shown.length === 0) return `[The file has only ${number} ${number === 1 ? 'line' : 'lines'}.]`
  return shown.join('\n')
}

function cutLine(line: string): string {
  const rest = line.length - maxLineCharacters
  return rest <= 0 ? line : `${line.slice(0, maxLineCharacters)} [${rest} more characters in this line]`
}
