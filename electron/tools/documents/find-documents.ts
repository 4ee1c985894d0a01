import path from 'node:path'
import type { ResolvedPath } from '../../sandbox/file-scope.ts'
import type { ToolContext } from '../tool.ts'

/** What is looked through in a folder; a file that is named is looked through whatever its ending. */
const endings: ReadonlySet<string> = new Set(
  '.pdf .docx .docm .pptx .pptm .xlsx .xlsm .html .htm .md .markdown .txt .text .log'.split(' '),
)

/** The documents of some folders and files, each once, in order; how many more there are when that is too many. */
export async function findDocuments(
  places: readonly string[],
  { context, maxDocuments }: { readonly context: ToolContext; readonly maxDocuments: number },
): Promise<{ readonly files: readonly ResolvedPath[]; readonly notReached: number }> {
  const paths = new Set<string>()
  for (const place of places) {
    const entry = await context.files.stat(place)
    if (entry.kind !== 'folder') paths.add(entry.path)
    else for await (const found of documentsIn(place, context)) paths.add(found)
  }
  const kept = [...paths].slice(0, maxDocuments)
  const files = await Promise.all(kept.map((each) => context.files.resolve(each, 'reading')))
  return { files, notReached: paths.size - kept.length }
}

async function* documentsIn(folder: string, { files, signal }: ToolContext): AsyncGenerator<string, void, void> {
  for await (const entry of files.walk(folder, { signal, respectGitignore: true })) {
    if (entry.kind === 'file' && endings.has(path.extname(entry.path).toLowerCase())) yield entry.path
  }
}
