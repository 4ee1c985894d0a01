import type { Step } from '../../step.ts'
import type { Interpretation } from './interpret-question.ts'
import type { ProvedJoin } from '../tables/prove-joins.ts'
import type { Problem } from '../request/request.ts'

/** A reading that can be run; over two tables with how they were put together. */
export type Reading = Interpretation & { readonly kind: 'query'; readonly joined?: ProvedJoin }

/** Whole questions, each of which has only one meaning. */
export type OpenQuestion = { readonly prompt: string; readonly choices: readonly string[] }

/** What a question comes to: one query, an open question, or the step that says why neither. */
export type Resolution =
  | { readonly kind: 'query'; readonly reading: Reading }
  | ({ readonly kind: 'open' } & OpenQuestion)
  | { readonly kind: 'refused'; readonly step: Step }

/** More readings than this are too many to choose from. */
export const maxChoices = 4

/** Whether a problem is that several readings are as good. */
export function isOpen(problem: Problem): problem is Problem & OpenQuestion {
  return 'choices' in problem
}
