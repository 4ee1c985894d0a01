import { describe, expect, test } from 'vitest'
import { readPhrases } from './read-phrases.ts'
import { splitQuestion } from './split-question.ts'
import type { Column } from '../columns/table-columns.ts'

const plainly = { tableWords: new Set<string>(), valueWords: new Set<string>(), passedWords: new Set<string>() }
const facts = { missing: 0, distinct: 9, min: null, max: null, examples: [] }
const columns: readonly Column[] = [
  { name: 'team', type: 'VARCHAR', ...facts },
  { name: 'home_score', type: 'BIGINT', ...facts },
  { name: 'away_score', type: 'BIGINT', ...facts },
  { name: 'budgetYear', type: 'BIGINT', ...facts },
  { name: 'closed_on', type: 'DATE', ...facts },
]

/** The kinds of what is read, a comparison with its sign. */
function kinds(question: string): readonly string[] {
  const phrases = readPhrases(splitQuestion(question), { columns, ...plainly })
  return phrases.map((phrase) => {
    if (phrase.kind === 'comparison') return phrase.comparison
    return phrase.kind === 'structure' ? phrase.role : phrase.kind
  })
}

describe('a condition is whole', () => {
  test.each<readonly [string, readonly string[]]>([
    ['home score 80 or better', ['column', '>=', 'number']],
    ['home score is 80 or more', ['column', '>=', 'number']],
    ['home score 3 or less', ['column', '<=', 'number']],
    ['home score 30 to 40', ['column', 'between', 'range']],
    ['with a home score of 0 and an away score of 0', ['filter', 'column', 'number', 'joint', 'column', 'number']],
    ['home score of at least 5', ['column', '>=', 'number']],
    ['not closed yet', ['without', 'column']],
    ["haven't been closed (no closed on)", ['without', 'column', 'without', 'column']],
    ['not closed in 2023', ['not', 'column', 'filter', 'number']],
    ['handled by Barcelona', ['open', 'filter', 'open']],
    ['by team', ['group', 'column']],
    ['rows closed in 2023', ['rows', 'column', '=', 'number']],
    ['the latest closed in 2023', ['aggregate', 'column', 'filter', 'number']],
    ['for how many is closed on 5 May 2023', ['filter', 'aggregate', 'verb', 'column', '=', 'periods']],
    ['closed on is 5 May 2023', ['column', '=', 'periods']],
    ['what share of Barcelona rows home score over 3', ['analysis', 'open', 'rows', 'verb', 'column', '>', 'number']],
    ['what share of rows home score over 3', ['analysis', 'rows', 'column', '>', 'number']],
    ['what share of Barcelona rows from Spain', ['analysis', 'open', 'rows', 'filter', 'open']],
    ['in the budget year 2001', ['filter', 'column', 'number']],
    ['in the 2001 budget year', ['filter', 'column', '=', 'number']],
    ['team 10 to 19', ['filter', 'column', 'range']],
    ['of team A', ['measure', 'column', 'open']],
  ])('%s', (question, expected) => expect(kinds(question)).toEqual(expected))

  test('a number of things is none: "home score of 3 teams"', () => {
    expect(kinds('with a home score of 3 teams')).toEqual(['filter', 'column', 'measure', 'number', 'column'])
    expect(kinds('total home score of 3 teams')).toEqual(['aggregate', 'column', 'measure', 'number', 'column'])
  })

  test('a comparison goes on with the next number: "above 5 and below 10"', () => {
    expect(kinds('home score above 5 and below 10')).toEqual(['column', '>', 'number', 'joint', '<', 'number'])
  })

  test('the ends of a range are said once', () => {
    expect(kinds('range of the home score (min to max)')).toEqual(['aggregate', 'column'])
  })
})
