import { tableProfile } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { plainText } from '../markdown.ts'

/** What was assumed when a table of a document was read, such as a row of totals left out; none for a data file. */
export function notesOfTable(situation: Situation, tableName: string): readonly string[] {
  const [, file, part] = /^(.*)#((?:(?:page|slide) \d+ t|T)able \d+)$/.exec(tableName) ?? []
  if (file === undefined || part === undefined) return []
  // It was described to plan the query, so this is known.
  const profile = askTool(situation, { name: 'describe_data', input: { file } }, tableProfile)
  if (profile.kind === 'step') return []
  return profile.value.notes.filter((note) => note.includes(part)).map(plainText)
}
