import { documentPassages, type DocumentPassages } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { maxChoices } from '../data/resolve/resolution.ts'
import type { DocumentQuestion } from '../documents/read-document-question.ts'
import { tellPassages, tellSpelling } from '../documents/tell-passages.ts'
import { tellUnread } from '../documents/tell-unread.ts'
import { formatFigure } from '../format-figure.ts'
import { enumerate, plainText, table } from '../markdown.ts'
import { answer, type Step } from '../step.ts'
import { askBack } from './ask-back.ts'
import { documentQuestionAbout } from './document-question-about.ts'

const shownPassages = 5
/** The tool takes no more. */
const maxPlaces = 100

type Asked = Extract<DocumentQuestion, { readonly topic: string }> & {
  /** Documents, or folders. */
  readonly paths: readonly string[]
}

/**
 * Quotes what documents say about something, best passages first, each with its place. Where one document was meant and
 * several say something, it asks for which of them it shall be.
 */
export function showPassages(situation: Situation, asked: Asked): Step {
  const input = {
    query: asked.topic.slice(0, 300),
    places: asked.paths.slice(0, maxPlaces),
    maxPassages: shownPassages,
  }
  const found = askTool(situation, { name: 'search_documents', input }, documentPassages)
  if (found.kind === 'step') return found.step
  const { passages, documents } = found.value
  if (passages.length === 0) return nothingFound(asked, found.value)
  const said = [
    opening(asked, found.value),
    asked.ask === 'which' && documents.length > 1 ? documentTable(found.value) : null,
    tellMissing(found.value),
    tellSpelling(found.value),
    ...tellPassages(passages, { isNamed: asked.paths.length > 1 || asked.paths[0] === '.' }),
    tellRest(found.value),
    tellUnread(found.value),
  ]
  if (!meansOne(asked) || documents.length < 2 || documents.length > maxChoices) return answer(...said)
  const choices = documents.map(({ path }) => documentQuestionAbout(asked, path))
  return askBack(situation, { prompt: 'Shall I keep to one of them?', choices }, said)
}

/** "The report" and "it" are one document; "the reports", a folder and no place at all may be many. */
function meansOne({ ask, place }: Asked): boolean {
  return ask === 'topic' && place !== null && !/(?:s|folder|all|everything|anything)$/i.test(place)
}

function opening({ ask, topic, paths }: Asked, { found, documents, passages }: DocumentPassages): string {
  const about = `“${plainText(topic)}”`
  const isWhole = passages.every(({ missing }) => missing.length === 0)
  const [only] = documents
  if (!isWhole)
    return `${isOneFile(paths) ? `*${plainText(paths[0] ?? '')}* has` : 'I find'} no passage with all of ${about}.`
  if (ask === 'which' || documents.length > 1 || only === undefined) {
    const many = documents.length === 1 ? 'document mentions' : 'documents mention'
    return `**${formatFigure(documents.length)}** ${many} ${about}, in **${formatFigure(found)}** ${plural(found)}.`
  }
  const name = `*${plainText(only.path)}*`
  if (ask === 'whether') return `Yes: ${name} mentions ${about}, in **${formatFigure(found)}** ${plural(found)}.`
  return `${name} says about ${about}:`
}

function plural(passages: number): string {
  return passages === 1 ? 'passage' : 'passages'
}

function isOneFile(paths: readonly string[]): boolean {
  return paths.length === 1 && paths[0] !== '.'
}

function documentTable({ documents, passages }: DocumentPassages): string {
  return table(
    [{ text: 'Document' }, { text: 'Passages', isFigure: true }, { text: 'Best passage' }],
    documents.map(({ path, passages: count }) => {
      const best = passages.find((passage) => passage.path === path)
      return [plainText(path), formatFigure(count), plainText(best?.where ?? '')]
    }),
  )
}

/** Said when the passages hold only a part of what was asked. */
function tellMissing({ passages, wanted }: DocumentPassages): string | null {
  if (passages.every(({ missing }) => missing.length === 0)) return null
  const nowhere = wanted.filter(({ passages: count }) => count === 0).map(({ asked }) => `“${plainText(asked)}”`)
  const said = nowhere.length === 0 ? '' : ` ${enumerate(nowhere)} ${nowhere.length === 1 ? 'is' : 'are'} nowhere.`
  return `These come nearest.${said}`
}

function tellRest({ found, passages }: DocumentPassages): string | null {
  const more = found - passages.length
  return more <= 0 ? null : `There ${more === 1 ? 'is' : 'are'} ${formatFigure(more)} more such ${plural(more)}.`
}

function nothingFound({ ask, topic, paths }: Asked, found: DocumentPassages): Step {
  const words = found.wanted.map(({ asked }) => `“${plainText(asked)}”`)
  const where = isOneFile(paths)
    ? `*${plainText(paths[0] ?? '')}*`
    : `the ${formatFigure(found.documentsRead)} documents I could read`
  const no = ask === 'whether' ? 'No: ' : ''
  return answer(
    `${no}I find nothing about “${plainText(topic)}” in ${where}.`,
    found.documentsRead === 0 ? null : `I looked for ${enumerate(words)}, in any form of the word.`,
    tellUnread(found),
  )
}
