import { AppError } from '../../../shared/errors.ts'
import { splitPart } from '../data/split-part.ts'
import type { ToolContext } from '../tool.ts'
import type { AnsweredQuestion } from './answered-questions.ts'
import type { Source } from './report.ts'

/** The files behind answers, each once, in the order they were first used. */
export async function findSources(
  questions: readonly AnsweredQuestion[],
  context: ToolContext,
): Promise<readonly Source[]> {
  const cited = new Map<string, Set<string>>()
  const add = (path: string, parts: readonly string[]) => {
    cited.set(path, new Set([...(cited.get(path) ?? []), ...parts]))
  }
  for (const { answer, tables, charts, reads } of questions) {
    const statements = [...tables, ...charts].flatMap(({ sql }) => (sql === null ? [] : [sql]))
    for (const sql of new Set(statements)) for (const path of await filesNamed(sql, context)) add(path, [])
    for (const { path, part } of reads) add(path, part !== null && isCited(part, answer) ? [part] : [])
  }
  return Promise.all(
    [...cited].map(async ([path, parts]): Promise<Source> => ({
      path,
      file: await factsOf(path, context),
      cited: [...parts],
    })),
  )
}

/** "page 1" is not cited by a text about page 12. */
function isCited(part: string, answer: string): boolean {
  const [, ...after] = answer.split(part)
  return part !== '' && after.some((rest) => !/^[\p{L}\p{N}]/u.test(rest))
}

/** None for a statement that cannot be read any more: it once ran, so its table is in the report all the same. */
async function filesNamed(sql: string, { data, signal }: ToolContext): Promise<readonly string[]> {
  try {
    return (await data.filesNamed(sql, { signal })).map((name) => splitPart(name).path)
  } catch (error) {
    if (error instanceof AppError && error.code === 'QUERY_INVALID') return []
    throw error
  }
}

async function factsOf(path: string, { files }: ToolContext): Promise<Source['file']> {
  try {
    const { bytes, modified } = await files.stat(path)
    return { bytes, modified }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
