import { intentPatterns } from './grammar/intents.ts'
import { readArithmetic } from './plans/read-arithmetic.ts'

/** What kind of question it is. Everything that is no other kind is taken as one about figures in tables. */
export type Intent =
  | { readonly kind: 'greeting' | 'help' | 'files' }
  | { readonly kind: 'save'; readonly name: string | null }
  | { readonly kind: 'arithmetic'; readonly expression: string }
  | { readonly kind: 'search'; readonly query: string; readonly place: string | null }
  | { readonly kind: 'document'; readonly file: string; readonly topic: string | null }
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
  for (const { intent, pattern } of intentPatterns) {
    const match = pattern.exec(question)
    if (match === null) continue
    const { file = '', query = '', topic, place, name } = match.groups ?? {}
    switch (intent) {
      case 'greeting':
      case 'help':
      case 'files':
        return { kind: intent }
      case 'save':
        return { kind: intent, name: name ?? null }
      case 'search':
        return { kind: intent, query, place: place ?? null }
      case 'document':
        return { kind: intent, file, topic: topic ?? null }
      case 'describe':
        return { kind: intent, file }
    }
  }
  return { kind: 'figures', question }
}
