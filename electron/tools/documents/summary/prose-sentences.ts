import type { Passage } from '../search/split-passages.ts'
import { splitWords } from '../search/split-words.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence of a document's running text. */
export type Sentence = Passage & {
  /** The first of the document, or under its heading. */
  readonly isLead: boolean
  readonly stems: readonly string[]
}

const fewestWords = 5
const mostWords = 60
/** Said this often it is a header, a footer or a formula of words. */
const repeatedTimes = 3

/**
 * The whole sentences of a document's running text, in order. Rows of tables, code, fragments, page numbers and what
 * is repeated through it are left out.
 */
export function proseSentences(passages: readonly Passage[]): Sentence[] {
  const sentences: Sentence[] = []
  let lead: string | null | undefined
  for (const passage of passages) {
    for (const text of blocksOf(passage.text).flatMap(splitSentences)) {
      const words = splitWords(text)
      if (!isWhole(text) || words.length < fewestWords || words.length > mostWords) continue
      sentences.push({ ...passage, text, isLead: passage.heading !== lead, stems: words.map(({ stem }) => stem) })
      lead = passage.heading
    }
  }
  const times = new Map<string, number>()
  for (const { text } of sentences) times.set(withoutFigures(text), (times.get(withoutFigures(text)) ?? 0) + 1)
  const said = new Set<string>()
  return sentences.filter(({ text }) => {
    const isNew = !said.has(text)
    said.add(text)
    return isNew && (times.get(withoutFigures(text)) ?? 0) < repeatedTimes
  })
}

/** Running text, an item of a list each for itself. Rows of tables and code are none. */
function blocksOf(text: string): string[] {
  return text
    .split(/\n(?=\s*(?:[-*•▪◦+]|\d{1,3}[.)])\s)/)
    .map((block) => block.replace(/^\s*(?:[-*•▪◦+]|\d{1,3}[.)])\s+/, ''))
    .filter((block) => !/^\s*(\||```|~~~|>)|\t| \| /m.test(block))
    .map((block) =>
      block
        .replaceAll(/-\r?\n(?=\p{Ll})/gu, '-')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
}

/** It begins like a sentence and ends like one that says something; dots that lead to a page number do not. */
function isWhole(text: string): boolean {
  if (/(\.\s?){4,}/.test(text)) return false
  return /^["'“‘(«[]*[\p{Lu}\p{N}\p{Lo}]/u.test(text) && /[.!。！…]["'”’)\]»]*$/u.test(text) && /\p{L}{2}/u.test(text)
}

function withoutFigures(text: string): string {
  return text.replaceAll(/\p{N}+/gu, '#')
}
