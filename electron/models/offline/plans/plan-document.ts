import type { Situation } from '../ask-tool.ts'
import { isDataFile, isDocument, listFiles } from '../files.ts'
import { plainText } from '../markdown.ts'
import { nameFiles, resembleFiles } from '../name-files.ts'
import { answer, type Step } from '../step.ts'
import { describeTable } from './describe-table.ts'
import { showDocument } from './show-document.ts'
import { noSuchFile, whichFile } from './which-file.ts'

/** Shows what a document says, about a topic or from its beginning. */
export function planDocument(
  situation: Situation,
  asked: { readonly file: string; readonly topic: string | null },
): Step {
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const { files } = listing.value
  const named = nameFiles(asked.file, files)
  const [absent] = named.absent
  if (named.files.length === 0 && absent !== undefined) return noSuchFile(absent, files)
  const candidates = named.files.length > 0 ? named.files : resembleFiles(asked.file, files.filter(isDocument))
  const [file] = candidates
  if (file === undefined) {
    return answer(
      `I find no document here called “${plainText(asked.file)}”. Ask *“What files are here?”* to see the names.`,
    )
  }
  if (candidates.length > 1) return whichFile(candidates, 'read')
  if (isDataFile(file) && asked.topic === null) return describeTable(situation, file)
  return showDocument(situation, file, asked.topic)
}
