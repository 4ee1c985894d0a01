import { queryResult, type FileEntry } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { isDataFile } from '../../files.ts'
import { mentionFiles, wordsOfFile } from '../../mention-files.ts'
import { known, type Known } from '../../step.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { literal } from '../sql/sql-parts.ts'
import type { Column } from '../columns/table-columns.ts'

/** Describing more files than this for one question takes too long. */
export const maxFiles = 12
/** Looking at the first row of more than this, too. */
const maxLooks = 60

/**
 * Which data files a question may be about, the likeliest first: a later group is only for what no earlier one can
 * answer. Attached files are the only ones meant. No group where there are too many to look at.
 */
export function chooseTables(
  situation: Situation,
  question: string,
  files: readonly FileEntry[],
): Known<readonly (readonly FileEntry[])[]> {
  const all = files.filter(isDataFile)
  // An empty file answers nothing, unless there is nothing else: then that it is empty is the answer.
  const filled = all.filter(({ bytes }) => bytes > 0)
  const tables = filled.length > 0 ? filled : all
  const attached = tables.filter((file) => situation.turn.attachments.some(({ path }) => path === file.path))
  if (attached.length > 0) return known([attached])
  if (tables.length <= maxFiles) return known([tables])
  const mentioned = mentionFiles(question, tables)
  return known(mentioned.length > 0 && mentioned.length <= maxFiles ? [mentioned] : [])
}

/** Of many files the ones whose names and columns hold most of a question's words, by a look at their first row. */
export function lookThrough(
  situation: Situation,
  question: string,
  files: readonly FileEntry[],
): Known<readonly FileEntry[]> {
  const tables = files.filter((file) => isDataFile(file) && file.bytes > 0)
  const readable = tables.filter(({ path }) => !/\.(xlsx|sqlite3?|db)$/i.test(path))
  if (readable.length > maxLooks || !situation.toolNames.has('query_data')) return known([])
  const calls = readable.map(({ path }) => ({
    name: 'query_data',
    input: { sql: `SELECT * FROM ${literal(path)} LIMIT 1` },
  }))
  const looks = askTools(situation, calls, queryResult)
  if (looks.kind === 'step') return looks
  const words = [...new Set(wordsOfName(question))].filter((word) => word.length > 2)
  const columnsOf = new Map(
    readable.map((file, index) => {
      const look = looks.value[index]
      return [file, look?.kind === 'ok' ? look.value.columns.map(toColumn) : []]
    }),
  )
  const scored = tables.map((file) => ({ file, score: explainedWords(words, file, columnsOf.get(file) ?? []) }))
  const best = Math.max(...scored.map(({ score }) => score))
  const near = scored.filter(({ score }) => score > 0 && score >= best - 1)
  const nearest = near.length <= maxFiles ? near : near.filter(({ score }) => score === best)
  return known(nearest.length <= maxFiles ? nearest.map(({ file }) => file) : [])
}

/** Nothing but the name matters here. */
function toColumn({ name, type }: { readonly name: string; readonly type: string }): Column {
  return { name, type, missing: 0, distinct: 0, min: null, max: null, examples: [] }
}

function explainedWords(words: readonly string[], file: FileEntry, columns: readonly Column[]): number {
  const ofFile = new Set(wordsOfFile(file.path).map(normalWord))
  return words.filter((word) => ofFile.has(word) || matchColumns([word], columns) !== null).length
}
