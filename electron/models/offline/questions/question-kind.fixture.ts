import type { Expectation } from './expectation.fixture.ts'
import type { Question } from './read-questions.fixture.ts'

/** Under which line of the report a question is counted. */
export function questionKind({ after, expect }: Pick<Question, 'after' | 'expect'>): string {
  return after.length > 0 ? 'follow-up' : kindOf(expect)
}

function kindOf(expect: Expectation): string {
  if ('refused' in expect) return 'unanswerable'
  if ('open' in expect) return 'two readings'
  if ('anyOf' in expect) return kindOf(expect.anyOf[0] ?? { refused: true })
  if ('chart' in expect) return 'chart'
  const { join, by = [], figure = 'rows', highest, lowest, list, having, rankOf, where = [] } = expect
  if (join !== undefined) return 'two files'
  if (list !== undefined || having !== undefined) return 'list'
  if (rankOf !== undefined) return 'rank'
  if (highest !== undefined || lowest !== undefined) return (highest ?? lowest) === 1 ? 'which' : 'top'
  const [first = 'rows'] = Array.isArray(figure) ? figure : [figure]
  const name = typeof first === 'string' ? first : (Object.keys(first)[0] ?? '')
  if (by.some((group) => typeof group !== 'string')) return name === 'changeFromPrevious' ? 'change' : 'by period'
  if (by.length > 0) return name === 'shareOfTotal' ? 'share' : 'grouped'
  return where.length > 0 && ['rows', 'sum', 'mean', 'min', 'max', 'median'].includes(name) ? `${name}, filtered` : name
}
