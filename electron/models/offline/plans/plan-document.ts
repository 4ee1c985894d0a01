import type { FileEntry } from '../../../../shared/tool-results.ts'
import type { Situation } from '../ask-tool.ts'
import type { DocumentQuestion } from '../documents/read-document-question.ts'
import { resolvePlace, type Place } from '../documents/resolve-place.ts'
import { isDataFile, isDocument, listFiles } from '../files.ts'
import { plainText } from '../markdown.ts'
import { answer, known, unknown, type Known, type Step } from '../step.ts'
import { describeTable } from './describe-table.ts'
import { documentQuestionAbout } from './document-question-about.ts'
import { documentSpokenOf } from './document-spoken-of.ts'
import { findEverywhere } from './find-everywhere.ts'
import { outlineDocument } from './outline-document.ts'
import { planFigures } from './plan-figures.ts'
import { showDocument } from './show-document.ts'
import { showPassages } from './show-passages.ts'
import { summariseDocument } from './summarise-document.ts'
import { noSuchFile, whichFile } from './which-file.ts'

/** Answers a question about what stands in documents. */
export function planDocument(situation: Situation, asked: DocumentQuestion): Step {
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const { files } = listing.value
  const place = resolvePlace(documentSpokenOf(asked.place, files, situation), files, situation)
  if (place.kind === 'absent') return noSuchFile(place.name, files)
  switch (asked.ask) {
    case 'topic':
    case 'whether':
    case 'which':
    case 'find':
      return lookFor(situation, asked, place)
    case 'summary':
    case 'outline':
    case 'tables':
    case 'part':
    case 'begin':
      return lookInto(situation, asked, onlyFile(situation, asked, candidatesOf(place, files)))
  }
}

type AboutTopic = Extract<DocumentQuestion, { readonly topic: string }>

function lookFor(situation: Situation, asked: AboutTopic, place: Place): Step {
  if (asked.ask === 'whether' && isData(place)) return planFigures(situation, situation.turn.question)
  if (asked.ask === 'find' && place.kind === 'all') return findEverywhere(situation, asked.topic)
  if (place.kind === 'files') return showPassages(situation, { ...asked, paths: place.files.map(({ path }) => path) })
  const isAnywhere = place.kind === 'all' || asked.ask === 'which'
  return isAnywhere ? showPassages(situation, { ...asked, paths: ['.'] }) : noSuchDocument(asked.place ?? '')
}

/** "Does the data have …?" is a question about figures. */
function isData(place: Place): boolean {
  return place.kind === 'unknown' || (place.kind === 'files' && place.files.every(isDataFile))
}

type AboutOne = Exclude<DocumentQuestion, AboutTopic>

function lookInto(situation: Situation, asked: AboutOne, file: Known<FileEntry>): Step {
  if (file.kind === 'step') return file.step
  const { path } = file.value
  if (isDataFile(file.value) && asked.ask !== 'part') return describeTable(situation, file.value)
  switch (asked.ask) {
    case 'summary':
      return summariseDocument(situation, path, asked.sentences)
    case 'outline':
    case 'tables':
      return outlineDocument(situation, path, asked.ask)
    case 'part':
      return showDocument(situation, path, asked.part)
    case 'begin':
      return showDocument(situation, path, null)
  }
}

function candidatesOf(place: Place, files: readonly FileEntry[]): readonly FileEntry[] {
  return place.kind === 'files' ? place.files : place.kind === 'all' ? files.filter(isDocument) : []
}

/** The one file that is meant, or the step that asks which. */
function onlyFile(situation: Situation, asked: AboutOne, candidates: readonly FileEntry[]): Known<FileEntry> {
  const [file] = candidates
  if (file === undefined) return unknown(noSuchDocument(asked.place))
  if (candidates.length === 1) return known(file)
  const questionAbout = (path: string) => documentQuestionAbout(asked, path)
  return unknown(whichFile(situation, candidates, { verb: verbs[asked.ask], questionAbout }))
}

const verbs: Readonly<Record<AboutOne['ask'], string>> = {
  summary: 'summarise',
  outline: 'outline',
  tables: 'look through for tables',
  part: 'read from',
  begin: 'read',
}

function noSuchDocument(words: string): Step {
  return answer(
    `I find no document here called “${plainText(words)}”. I looked through the names of files and folders; ask *“What files are here?”* to see them.`,
  )
}
