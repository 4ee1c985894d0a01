import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../../shared/schema.ts'
import type { Cell } from '../../../../shared/tool-results.ts'
import type { Expectation } from './expectation.fixture.ts'
import { judgeAnswer } from './judge-answer.fixture.ts'
import type { Exchange, ToolRun } from './open-question-workspace.fixture.ts'

const sql = "SELECT 1 FROM 'cars.json'"

/** An answer as the analyst writes it: a sentence, and the query whose rows it shows. */
function answered(sentence: string, rows: readonly (readonly Cell[])[], rowCount = rows.length): Exchange {
  const value = { sql, tableId: 'table-1', columns: [], rows, rowCount, truncated: false } as JsonValue
  const run: ToolRun = {
    call: { name: 'query_data', input: { sql } },
    status: 'success',
    content: [{ type: 'json', value }],
    display: null,
  }
  return { markdown: `${sentence}\n\n\`\`\`sql\n${sql}\n\`\`\``, runs: [run] }
}

const judge = (expected: Expectation, exchange: Exchange) => judgeAnswer({ data: 'cars', expect: expected }, exchange)

const origins = { by: ['Origin'] } satisfies Expectation
const counts = [
  ['USA', 254],
  ['Japan', 79],
  ['Europe', 73],
] as const

describe('a figure', () => {
  const rows: Expectation = {}

  test('is right when the row under the answer and the sentence both hold it', () => {
    expect(judge(rows, answered('There are **406** rows.', [[406]]))).toBe('right')
    expect(judge({ figure: { mean: 'Horsepower' } }, answered('On average **105.08**.', [[105.0825]]))).toBe('right')
  })

  test('is wrong when only the sentence holds it', () => {
    expect(judge(rows, answered('There are **406** rows.', [[311]]))).toBe('wrong')
  })

  test('is wrong when only the row holds it, or the sentence rounds it wrongly', () => {
    expect(judge(rows, answered('There are many rows.', [[406]]))).toBe('wrong')
    expect(judge({ figure: { mean: 'Horsepower' } }, answered('**105.09**', [[105.0825]]))).toBe('wrong')
  })

  test('is wrong when it stands among others by accident', () => {
    expect(judge({ where: [['Origin', 'is', 'Japan']] }, answered('**79**', [counts[1], counts[0]]))).toBe('wrong')
  })

  test('is wrong when the query that found it is not the one shown', () => {
    const looked = answered('**406**', [[406]])
    expect(judge(rows, { ...looked, markdown: 'There are **406** rows.\n\n```sql\nSELECT 2\n```' })).toBe('wrong')
  })

  test('may be shown as a list of what was counted, if the sentence counts it', () => {
    const distinct: Expectation = { figure: { distinct: 'Origin' } }
    expect(judge(distinct, answered('**3** origins.', [['USA'], ['Japan'], ['Europe']]))).toBe('right')
    expect(judge(distinct, answered('These origins.', [['USA'], ['Japan'], ['Europe']]))).toBe('wrong')
    expect(judge(distinct, answered('**3** origins.', [['USA'], ['Japan']]))).toBe('wrong')
    expect(judge({ where: [['Cylinders', 'is', 3]] }, answered('**4** rows', counts, 4))).toBe('wrong')
  })

  test('may be a part of one or of a hundred where a share is asked for', () => {
    const share: Expectation = { figure: { share: 'rows', where: [['Origin', 'is', 'USA']] } }
    expect(judge(share, answered('**62.56 %**', [[254, 406, 0.625615763546798]]))).toBe('right')
    expect(judge(share, answered('**254**', [[254]]))).toBe('wrong')
  })
})

describe('groups', () => {
  test('are right in any order, and wrong when one lacks, is too many or has another figure', () => {
    expect(judge(origins, answered('', counts.toReversed()))).toBe('right')
    expect(judge(origins, answered('', counts.slice(1)))).toBe('wrong')
    expect(judge(origins, answered('', [...counts, ['Mars', 1]]))).toBe('wrong')
    expect(judge(origins, answered('', [...counts.slice(1), ['USA', 253]]))).toBe('wrong')
    expect(judge(origins, answered('', [...counts.slice(1), counts[1]]))).toBe('wrong')
  })

  test('of a long table are compared as far as they are shown', () => {
    expect(judge(origins, answered('', counts.slice(0, 2), 3))).toBe('right')
    expect(judge(origins, answered('', counts.slice(0, 2), 4))).toBe('wrong')
  })

  test('of periods are known by the usual spellings of their first day', () => {
    const byYear: Expectation = { where: [['Year', 'in years', [1970, 1971]]], by: [{ year: 'Year' }] }
    for (const spelling of [
      (year: number) => year,
      (year: number) => `${year}-01-01`,
      (year: number) => `${year}-01-01T00:00:00`,
    ]) {
      const rows = [
        [spelling(1970), 35],
        [spelling(1971), 29],
      ]
      expect(judge(byYear, answered('', rows))).toBe('right')
    }
  })
})

describe('a ranking', () => {
  const top = { by: ['Origin'], highest: 1 } satisfies Expectation

  test('is right when the winner comes first and is named', () => {
    expect(judge(top, answered('**USA** comes first.', counts))).toBe('right')
    expect(judge(top, answered('**USA** comes first.', counts.toReversed()))).toBe('wrong')
    expect(judge(top, answered('**Japan** comes first.', counts))).toBe('wrong')
  })

  test('of several has that many rows, in order', () => {
    expect(judge({ ...top, highest: 2 }, answered('', counts.slice(0, 2)))).toBe('right')
    expect(judge({ ...top, highest: 2 }, answered('', counts.slice(0, 2).toReversed()))).toBe('wrong')
    expect(judge({ ...top, highest: 2 }, answered('', counts))).toBe('wrong')
  })

  test('may show those that tie in any order, or all of them', () => {
    const quickest: Expectation = { by: ['Name'], figure: { min: 'Acceleration' }, lowest: 3 }
    const cuda = ["plymouth 'cuda 340", 8]
    const mustang = ['ford mustang boss 302', 8]
    const fury = ['plymouth fury iii', 8.5]
    const ambassador = ['amc ambassador dpl', 8.5]
    expect(judge(quickest, answered('', [cuda, mustang, fury]))).toBe('right')
    expect(judge(quickest, answered('', [mustang, cuda, ambassador]))).toBe('right')
    expect(judge(quickest, answered('', [mustang, cuda, ambassador, fury]))).toBe('right')
    expect(judge(quickest, answered('', [mustang, fury, cuda]))).toBe('wrong')
    expect(judge(quickest, answered('', [mustang, cuda, ['chevrolet impala', 9]]))).toBe('wrong')
  })
})

describe('a refusal', () => {
  const refusal: Exchange = { markdown: 'I do not know what “price” means here.', runs: [] }

  test('is right where nothing can be known, and no answer otherwise', () => {
    expect(judge({ refused: true }, refusal)).toBe('right')
    expect(judge({}, refusal)).toBe('refused')
  })

  test('is broken by any figure, even zero', () => {
    expect(judge({ refused: true }, answered('There are **0** rows.', [[0]]))).toBe('wrong')
  })

  test('may be the plain word that a query found nothing, but only where nothing can be known', () => {
    expect(judge({ refused: true }, answered('There is none.', [[null]]))).toBe('right')
    expect(judge({ refused: true }, answered('There is none.', []))).toBe('right')
    expect(judge({ figure: { mean: 'Horsepower' } }, answered('There is none.', [[null]]))).toBe('wrong')
  })

  test('of an open question names both readings or offers them', () => {
    const open: Expectation = { open: ['Horsepower', 'Acceleration'] }
    const offer: ToolRun = {
      call: {
        name: 'offer_choices',
        input: { prompt: 'Which?', choices: ['average Horsepower', 'average Acceleration'] },
      },
      status: 'success',
      content: [],
      display: null,
    }
    expect(judge(open, { markdown: 'Which do you mean?', runs: [offer] })).toBe('right')
    expect(judge(open, { markdown: '*Horsepower* or *Acceleration*?', runs: [] })).toBe('right')
    expect(judge(open, { markdown: 'I do not understand.', runs: [] })).toBe('refused')
    const columns = 'It has *Name*, *Cylinders*, *Horsepower*, *Acceleration* and *Origin*.'
    expect(judge(open, { markdown: columns, runs: [] })).toBe('refused')
    expect(judge(open, answered('**105.08**', [[105.0825]]))).toBe('wrong')
  })
})

describe('a chart', () => {
  const drawn = (kind: string, values: readonly JsonValue[]): Exchange => ({
    markdown: 'Here it is.',
    runs: [
      {
        call: {
          name: 'chart',
          input: { kind, sql: 'SELECT "Origin", count(*) AS cars FROM x GROUP BY 1', x: 'Origin' },
        },
        status: 'success',
        content: [],
        display: { kind: 'chart', title: '', alt: '', vegaSpec: { data: [{ name: 'source', values: [...values] }] } },
      },
    ],
  })
  const bars: Expectation = { chart: ['bar'], fields: ['Origin'], data: origins }
  const points = counts.map(([Origin, cars]) => ({ Origin, cars }))

  test('is right by its kind, its columns and its points', () => {
    expect(judge(bars, drawn('bar', points))).toBe('right')
    expect(judge(bars, drawn('line', points))).toBe('wrong')
    expect(judge(bars, drawn('bar', points.slice(1)))).toBe('wrong')
    expect(judge({ ...bars, fields: ['Origin', 'Name'] }, drawn('bar', points))).toBe('wrong')
  })

  test('may count milliseconds along its time axis', () => {
    const threes: Expectation = {
      chart: ['line'],
      fields: ['Origin'],
      data: { where: [['Cylinders', 'is', 3]], by: [{ year: 'Year' }] },
    }
    const at = (month: number) => [1972, 1973, 1977, 1980].map((year) => ({ year: Date.UTC(year, month), cars: 1 }))
    expect(judge(threes, drawn('line', at(0)))).toBe('right')
    expect(judge(threes, drawn('line', at(1)))).toBe('wrong')
  })
})
