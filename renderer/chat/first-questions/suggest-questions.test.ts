import { describe, expect, it } from 'vitest'
import type { FileEntry, TableProfile } from '../../../shared/tool-results.ts'
import { fittingPrompts } from './fitting-prompts.ts'
import { suggestQuestions } from './suggest-questions.ts'

const file = (path: string, bytes = 1000): FileEntry => ({ path, bytes, kind: 'file', modified: '' })
const tools = ['describe_data', 'query_data', 'describe_document']

function profileOf(name: string, ...columns: readonly (readonly [string, string, number, string?, string?])[]) {
  const cells = columns.map(([column, type, distinct, min = null, max = null]) => {
    return { name: column, type, distinct, min, max, missing: 0, examples: [] }
  })
  return { file: name, notes: [], tables: [{ name, rows: 100, columns: cells }] } as TableProfile
}

describe('suggestQuestions', () => {
  it('asks about a group, a figure and the time, by their names', () => {
    const profile = profileOf(
      'shop (1).csv',
      ['id', 'BIGINT', 100],
      ['order_no', 'BIGINT', 40],
      ['order', 'INTEGER', 100],
      ['sold', 'DATE', 90, '2020-01-01', '2023-05-01'],
      ['kind of thing', 'VARCHAR', 4],
      ['price', 'DOUBLE', 50],
    )
    expect(suggestQuestions([file('shop (1).csv'), file('a.pdf')], { profile, tools })).toEqual([
      'Describe shop (1).csv',
      'Summarise a.pdf',
      'Average price by kind of thing in shop (1).csv',
      'Chart average price by year in shop (1).csv',
      'Number of rows by kind of thing in shop (1).csv',
    ])
  })

  it('says nothing of columns whose names are no words, of text that is different in every row, or of no rows', () => {
    const profile = profileOf('a.csv', ['a"b', 'DOUBLE', 9], ['note', 'VARCHAR', 99], ['2', 'BIGINT', 9])
    expect(suggestQuestions([file('a.csv')], { profile, tools })).toEqual(['Describe a.csv'])
    const [table] = profileOf('a.csv', ['kind', 'VARCHAR', 4], ['price', 'DOUBLE', 5]).tables
    const empty = { ...profile, tables: [{ ...table!, rows: 0 }] }
    expect(suggestQuestions([file('a.csv')], { profile: empty, tools })).toEqual(['Describe a.csv'])
  })

  it('puts a sheet with a blank in its name between quotes', () => {
    const profile = profileOf('b.xlsx#My sheet', ['price', 'DOUBLE', 9])
    expect(suggestQuestions([], { profile, tools })[0]).toBe('Average price in "b.xlsx#My sheet"')
  })

  it('speaks of the largest file that is quickly read, never of an empty one or one whose name hides something', () => {
    const files = [
      file('big.csv', 9e9),
      file('a.csv', 10),
      file('b.csv', 20),
      file('no\u202evsc.csv', 30),
      file('0.csv', 0),
    ]
    expect(suggestQuestions(files, { profile: null, tools })).toEqual(['Describe b.csv'])
    expect(suggestQuestions([file('big.csv', 9e9)], { profile: null, tools })).toEqual(['Describe big.csv'])
  })

  it('suggests only what the agent has tools for', () => {
    const profile = profileOf('a.csv', ['price', 'DOUBLE', 9])
    expect(suggestQuestions([file('a.csv'), file('a.md')], { profile, tools: ['list_files'] })).toEqual([])
  })
})

describe('fittingPrompts', () => {
  it('leaves out what is about a file that is not there', () => {
    const prompts = [
      'What files are here?',
      'Describe sales.csv',
      'Total of a in Sales.CSV by 17.5 %',
      'Read b/c.tar.gz',
    ]
    expect(fittingPrompts(prompts, [file('sales.csv')])).toEqual(prompts.slice(0, 3))
    expect(fittingPrompts(prompts, [])).toEqual(prompts.slice(0, 1))
  })
})
