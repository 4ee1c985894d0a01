import { documentPassages, type DocumentPassages, type FileEntry } from '../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../ask-tool.ts'
import { readPhrases } from '../data/words/read-phrases.ts'
import { splitQuestion } from '../data/words/split-question.ts'
import { tellPassages } from '../documents/tell-passages.ts'
import { baseName, isDocument } from '../files.ts'
import { enumerate, plainText } from '../markdown.ts'
import { nameFiles } from '../name-files.ts'
import { answer, known, type Known, type Step } from '../step.ts'
import { normalWord, wordsOfName } from '../words.ts'
import { reasonOf } from './plan-help.ts'

const shownPassages = 3
/** Nobody asked to read documents: more than these would take longer than a moment. */
const mostDocuments = 30
const mostBytes = 20_000_000

/**
 * What documents say about the words of a question that no table answers, all of them in one passage, and why no table
 * does. The refusal as it is where no document says anything of them.
 */
export function passagesInstead(
  situation: Situation,
  {
    question,
    files,
    refusal,
  }: { readonly question: string; readonly files: readonly FileEntry[]; readonly refusal: Step },
): Step {
  if (refusal.kind !== 'answer' || !situation.toolNames.has('search_documents')) return refusal
  if (nameFiles(question, files).files.length > 0) return refusal
  const found = lookInDocuments(situation, tellingWords(question), files)
  if (found.kind === 'step') return found.step
  const whole = (found.value?.passages ?? []).filter(isWhole)
  if (found.value === null || whole.length === 0) return refusal
  const words = enumerate(found.value.wanted.map(({ asked }) => `“${plainText(asked)}”`))
  return answer(
    `No table here tells that. This is what documents say about ${words}:`,
    ...tellPassages(whole, { isNamed: true }),
    `Of the tables: ${reasonOf(refusal.markdown)}`,
  )
}

/** With all words, those of the document's own name aside: the meeting in "board minutes" is that of the board. */
function isWhole({ path, matched, missing }: DocumentPassages['passages'][number]): boolean {
  const name = new Set(wordsOfName(baseName(path)))
  return matched.length > 0 && missing.every((word) => name.has(normalWord(word.toLowerCase())))
}

function lookInDocuments(
  situation: Situation,
  words: readonly string[],
  files: readonly FileEntry[],
): Known<DocumentPassages | null> {
  const documents = files.filter(isDocument)
  const bytes = documents.reduce((sum, file) => sum + file.bytes, 0)
  const isLong = documents.length > mostDocuments || bytes > mostBytes
  if (words.length === 0 || documents.length === 0 || isLong) return known(null)
  const places = documents.map(({ path }) => path)
  const input = { query: words.join(' ').slice(0, 300), places, maxPassages: shownPassages }
  const asked = askTools(situation, [{ name: 'search_documents', input }], documentPassages)
  if (asked.kind === 'step') return asked
  const [result] = asked.value
  const isAsWritten = result?.kind === 'ok' && result.value.wanted.every(({ insteadOf }) => insteadOf === null)
  return known(result?.kind === 'ok' && isAsWritten ? result.value : null)
}

const none: ReadonlySet<string> = new Set()

/** Words that ask for nothing themselves: "how long is the *bridge* *closed*". */
function tellingWords(question: string): readonly string[] {
  const phrases = readPhrases(splitQuestion(question.replaceAll(/\bhow \p{L}+/giu, ' ')), {
    columns: [],
    tableWords: none,
    valueWords: none,
    passedWords: none,
  })
  return phrases.flatMap((phrase) => (phrase.kind === 'open' ? phrase.words : []))
}
