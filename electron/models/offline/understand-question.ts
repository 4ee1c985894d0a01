import { readDocumentQuestion, type DocumentQuestion } from './documents/read-document-question.ts'
import { intentPatterns } from './grammar/intents.ts'
import { unanswerablePatterns, type Unanswerable } from './grammar/unanswerable.ts'
import { readArithmetic } from './plans/read-arithmetic.ts'

/** What kind of question it is. Everything that is no other kind is taken as one about figures in tables. */
export type Intent =
  | { readonly kind: 'greeting' | 'help' | 'files' | 'origin' }
  | { readonly kind: 'unanswerable'; readonly what: Unanswerable }
  | { readonly kind: 'save'; readonly name: string | null }
  | { readonly kind: 'arithmetic'; readonly expression: string }
  | DocumentQuestion
  | { readonly kind: 'describe'; readonly file: string }
  | { readonly kind: 'figures'; readonly question: string }

/** Longer than any question it could understand; also keeps the patterns quick. */
const longestQuestion = 500

export function understandQuestion(text: string): Intent {
  const question = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestQuestion)
    .replace(/[\s?!.…]+$/u, '')
  if (question === '') return { kind: 'help' }
  const expression = readArithmetic(question)
  if (expression !== null) return { kind: 'arithmetic', expression }
  const document = readDocumentQuestion(question)
  if (document !== null) return document
  for (const { intent, pattern } of intentPatterns) {
    const match = pattern.exec(question)
    if (match === null) continue
    const { file = '', name } = match.groups ?? {}
    switch (intent) {
      case 'greeting':
      case 'help':
      case 'files':
      case 'origin':
        return { kind: intent }
      case 'save':
        return { kind: intent, name: name ?? null }
      case 'describe':
        return { kind: intent, file }
    }
  }
  const unanswerable = unanswerablePatterns.find(({ pattern }) => pattern.test(question))
  return unanswerable === undefined ? { kind: 'figures', question } : { kind: 'unanswerable', what: unanswerable.what }
}
