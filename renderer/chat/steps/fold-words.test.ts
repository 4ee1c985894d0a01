import { describe, expect, it } from 'vitest'
import { foldSteps } from './fold-steps.ts'
import { foldWords } from './fold-words.ts'
import { runOfSteps, type Said } from './run-of-steps.fixture.ts'

const query: Said = { tool: 'query_data', input: { sql: 'SELECT 1' } }

function wordsOf(...replies: readonly (readonly Said[])[]): string | undefined {
  const run = runOfSteps(...replies, [query])
  const [fold] = foldSteps(run)
  return fold && foldWords(run, fold)
}

describe('foldWords', () => {
  it('counts files once, steps all, and the time of steps side by side once', () => {
    const look = (file: string, ms: number): Said => ({ tool: 'describe_data', input: { file }, ms })
    expect(
      wordsOf([{ tool: 'list_files', ms: 20 }], [look('a.csv', 300), look('b.xlsx#One', 100), look('b.xlsx#Two', 50)]),
    ).toBe('Looked at 2 files · 4 steps · 320 ms')
  })

  it('names a single file, and says what was done where there is none', () => {
    const list: Said = { tool: 'list_files', input: { folder: '.' } }
    const values: Said = { tool: 'query_data', input: { sql: "SELECT DISTINCT a FROM 'a.csv'" } }
    expect(wordsOf([list, { tool: 'describe_data', input: { file: 'a.csv' } }])).toMatch(/^Looked at a\.csv · 2 steps/)
    expect(wordsOf([list, { tool: 'search_files', input: { query: 'x' } }])).toMatch(/^Searched the files/)
    expect(wordsOf([list, values])).toMatch(/^Looked up values/)
    expect(wordsOf([list, list])).toMatch(/^Looked at what is there/)
  })
})
