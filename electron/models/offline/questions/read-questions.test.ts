import { describe, expect, test } from 'vitest'
import type { Expected } from './compute-expected.fixture.ts'
import { dataSets } from './data-sets.fixture.ts'
import { expectedOf } from './expected-of.fixture.ts'
import { readQuestionFile, readQuestions } from './read-questions.fixture.ts'

describe('the file of questions', () => {
  const questions = readQuestions()

  test('is large and wide enough to mean something', () => {
    const count = (part: string) => questions.filter((question) => part in question.expect).length
    expect(questions.length).toBeGreaterThanOrEqual(150)
    expect(new Set(questions.map(({ data }) => data)).size).toBeGreaterThanOrEqual(14)
    expect(count('refused')).toBeGreaterThanOrEqual(15)
    expect(count('open')).toBeGreaterThanOrEqual(6)
    expect(count('chart')).toBeGreaterThanOrEqual(10)
  })

  test('asks nothing twice and leaves no data set out', () => {
    const asked = questions.map(({ data, ask, after }) => [data, ...after, ask].join('|').toLowerCase())
    expect(new Set(asked).size).toBe(asked.length)
    expect([...new Set(questions.map(({ data }) => data))].toSorted()).toEqual(Object.keys(dataSets).toSorted())
  })

  test('has an answer in the raw rows wherever it expects one', () => {
    const without = questions.filter((question) => !expectedOf(question.data, question.expect).every(isSomething))
    expect(without.map(({ where }) => where)).toEqual([])
  })

  test('takes one line each, passes over blank and commented ones, and tells paraphrases by the name of their file', () => {
    const text = '// about these\n\n{"data":"cars","ask":"How many?","after":"average mpg","expect":{}}\n'
    expect(readQuestionFile('paraphrases-cars.jsonl', text)).toEqual([
      {
        where: 'paraphrases-cars.jsonl:3',
        data: 'cars',
        ask: 'How many?',
        after: ['average mpg'],
        expect: {},
        isParaphrase: true,
      },
    ])
    expect(readQuestionFile('cars.jsonl', text)[0]?.isParaphrase).toBe(false)
  })

  test.each(['{', '{"ask":"x","expect":{}}', '{"data":"cars","ask":"x","expect":{"figure":{"sums":"y"}}}'])(
    'says where a line is wrong: %s',
    (line) => {
      expect(() => readQuestionFile('cars.jsonl', `\n${line}`)).toThrow('cars.jsonl:2')
    },
  )
})

function isSomething(expected: Expected): boolean {
  switch (expected.kind) {
    case 'figures':
      return expected.figures.every((figured) => figured.length > 0 && !figured.some(Number.isNaN))
    case 'names':
      return expected.names.length > 0
    case 'groups':
    case 'ranked':
      return expected.groups.length > 0
  }
}
