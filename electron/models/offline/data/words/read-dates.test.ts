import { describe, expect, test } from 'vitest'
import { readPhrases } from './read-phrases.ts'
import { splitQuestion } from './split-question.ts'
import type { Column } from '../columns/table-columns.ts'

const plainly = { tableWords: new Set<string>(), valueWords: new Set<string>(), passedWords: new Set<string>() }
const facts = { missing: 0, distinct: 9, min: null, max: null, examples: [] }
const columns: readonly Column[] = [
  { name: 'booked', type: 'DATE', ...facts },
  { name: 'amount', type: 'DOUBLE', ...facts },
]

/** The stretches of time in a question, as their first day and the first one after, with what compares them. */
function times(question: string): readonly string[] {
  const phrases = readPhrases(splitQuestion(question), { columns, ...plainly })
  return phrases.flatMap((phrase) => {
    if (phrase.kind === 'comparison') return [phrase.comparison]
    if (phrase.kind === 'range') return [`${phrase.low}–${phrase.high}`]
    if (phrase.kind === 'part') return phrase.values.map(String)
    return phrase.kind === 'periods' ? phrase.periods.map(({ from, until }) => `${from} ${until}`) : []
  })
}

describe('a time as people write it', () => {
  test.each<readonly [string, ...string[]]>([
    ['in Q1-2023', '2023-01-01 2023-04-01'],
    ['in 2023-Q2', '2023-04-01 2023-07-01'],
    ['in 2023Q2', '2023-04-01 2023-07-01'],
    ['in H1 2022', '2022-01-01 2022-07-01'],
    ['in 03/2022', '2022-03-01 2022-04-01'],
    ['in the first half of 2022', '2022-01-01 2022-07-01'],
    ['in the last quarter of 2022', '2022-10-01 2023-01-01'],
    ['in the last three months of 2022', '2022-10-01 2023-01-01'],
    ['in the first 2 months of 2022', '2022-01-01 2022-03-01'],
    ['from March 2022 on', '>=', '2022-03-01 2022-04-01'],
    ['from March 2022 onwards', '>=', '2022-03-01 2022-04-01'],
    ['March 2022 or earlier', '<=', '2022-03-01 2022-04-01'],
    ['up to and including June 2022', '<=', '2022-06-01 2022-07-01'],
    ['in the nineties', '1990–1999'],
    ['in the 1980s', '1980–1989'],
    ['on Mondays', '1'],
    ['on weekends', '6', '7'],
  ])('%s', (question, ...expected) => expect(times(question)).toEqual(expected))

  test.each(['in the twenties', 'in the last 13 months of 2022', 'in Q5 2022', 'in 13/2022'])(
    'is none that may be two, or is none: %s',
    (question) => expect(times(question)).toEqual([]),
  )

  test('a figure after it is compared by itself: "in March 2022 over 100"', () => {
    expect(times('in March 2022 over 100')).toEqual(['2022-03-01 2022-04-01', '>'])
  })
})
