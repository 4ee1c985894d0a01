import { documentPatterns, type DocumentAsk } from '../grammar/document-questions.ts'
import { sentenceCounts } from '../grammar/number-words.ts'
import { politeWords } from '../grammar/polite-words.ts'

/** A question about documents. `place` names them in the person's words; null means wherever it may be. */
export type DocumentQuestion =
  | { readonly kind: 'document'; readonly ask: 'summary'; readonly place: string; readonly sentences: number | null }
  | { readonly kind: 'document'; readonly ask: 'outline' | 'tables' | 'begin'; readonly place: string }
  | { readonly kind: 'document'; readonly ask: 'part'; readonly place: string; readonly part: number }
  | {
      readonly kind: 'document'
      readonly ask: 'topic' | 'whether' | 'which' | 'find'
      readonly place: string | null
      readonly topic: string
    }

/** Reads a question, trimmed and without its final mark; null when it is none about documents. */
export function readDocumentQuestion(question: string): DocumentQuestion | null {
  const asked = withoutPoliteness(question)
  for (const { ask, pattern } of documentPatterns) {
    const groups = pattern.exec(asked)?.groups
    const found = groups === undefined ? null : toQuestion(ask, groups)
    if (found !== null) return found
  }
  return null
}

function withoutPoliteness(question: string): string {
  const lower = question.toLowerCase()
  const words = politeWords.find((each) => lower.startsWith(`${each} `) || lower.startsWith(`${each}, `))
  return words === undefined ? question : withoutPoliteness(question.slice(words.length + 1).trim())
}

/** null when it names no document where one is needed, or a page that is none. */
function toQuestion(ask: DocumentAsk, groups: Readonly<Record<string, string | undefined>>): DocumentQuestion | null {
  const place = (groups['place'] ?? groups['where'])?.trim() ?? null
  const topic = groups['topic']?.trim() ?? ''
  switch (ask) {
    case 'summary': {
      const sentences = readCount(groups['count'] ?? groups['more'])
      return place === null ? null : { kind: 'document', ask, place, sentences }
    }
    case 'outline':
    case 'tables':
    case 'begin':
      return place === null ? null : { kind: 'document', ask, place }
    case 'part': {
      const part = Number(groups['part'])
      return place === null || part < 1 || part > 1_000_000 ? null : { kind: 'document', ask, place, part }
    }
    case 'topic':
    case 'whether':
    case 'which':
    case 'find':
      return topic === '' ? null : { kind: 'document', ask, place, topic }
  }
}

/** More than the tool gives is as many as it gives; a word that is no number is none. */
function readCount(word: string | undefined): number | null {
  if (word === undefined) return null
  const lower = word.toLowerCase()
  const count = Object.hasOwn(sentenceCounts, lower) ? sentenceCounts[lower] : Number(lower)
  return count !== undefined && Number.isInteger(count) && count >= 1 ? Math.min(count, mostSentences) : null
}

const mostSentences = 20
