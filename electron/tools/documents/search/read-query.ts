import { emptyWords } from './empty-words.ts'
import { splitWords } from './split-words.ts'

/** One thing to look for: a word in any form, or words that must stand together exactly so. */
export type Wanted =
  | { readonly kind: 'word'; readonly asked: string; readonly stem: string; readonly plain: string }
  | { readonly kind: 'phrase'; readonly asked: string; readonly plain: readonly string[] }

/** What a query looks for, each thing once: words, and phrases in quotation marks. Words that say nothing are left out. */
export function readQuery(query: string): readonly Wanted[] {
  const phrases = [...query.matchAll(quoted)].flatMap(([, phrase = '']) => {
    const plain = splitWords(phrase).map((word) => word.plain)
    return plain.length === 0 ? [] : [{ kind: 'phrase', asked: phrase.trim(), plain } as const]
  })
  const rest = query.replaceAll(quoted, ' ')
  const words = splitWords(rest).map(({ start, end, plain, stem }) => {
    return { kind: 'word', asked: rest.slice(start, end), plain, stem } as const
  })
  const telling = words.filter(({ plain }) => !emptyWords.has(plain))
  const chosen = telling.length > 0 || phrases.length > 0 ? telling : words
  return [...phrases, ...chosen.filter((word, index) => chosen.findIndex(({ stem }) => stem === word.stem) === index)]
}

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu
