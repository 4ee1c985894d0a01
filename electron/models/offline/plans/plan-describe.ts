import type { FileEntry } from '../../../../shared/tool-results.ts'
import type { Situation } from '../ask-tool.ts'
import { isDataFile, isDocument, listFiles } from '../files.ts'
import { plainText } from '../markdown.ts'
import { nameFiles, resembleFiles } from '../name-files.ts'
import { answer, type Step } from '../step.ts'
import { describeTable } from './describe-table.ts'
import { showDocument } from './show-document.ts'
import { noSuchFile, whichFile } from './which-file.ts'

/** Describes the table a question names, or the only one there is. */
export function planDescribe(situation: Situation, asked: string): Step {
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const { files } = listing.value
  const named = nameFiles(asked, files)
  const [absent] = named.absent
  if (named.files.length === 0 && absent !== undefined) return noSuchFile(absent, files)
  const candidates = named.files.length > 0 ? named.files : guess(asked, situation, files)
  const [file] = candidates
  if (file === undefined)
    return answer('I find no table here to describe. I look for CSV, JSON, Parquet, Excel and SQLite files.')
  if (candidates.length > 1)
    return whichFile(situation, candidates, { verb: 'describe', questionAbout: (path) => `Describe ${path}` })
  if (isDataFile(file)) return describeTable(situation, file)
  return isDocument(file)
    ? showDocument(situation, file.path, null)
    : answer(`*${plainText(file.path)}* is neither a table nor a document I can read.`)
}

/** Attached files first, then those that share a word with the question, then all tables. */
function guess(asked: string, { turn }: Situation, files: readonly FileEntry[]): readonly FileEntry[] {
  const tables = files.filter(isDataFile)
  const attached = tables.filter((file) => turn.attachments.some(({ path }) => path === file.path))
  if (attached.length > 0) return attached
  const resembling = resembleFiles(asked, tables)
  return resembling.length > 0 ? resembling : tables
}
