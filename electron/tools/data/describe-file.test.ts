import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { TableProfile } from '../../../shared/tool-results.ts'
import { engineForTests, type EngineForTests } from './data-engine.fixture.ts'
import { profileForModel } from './profile-for-model.ts'

let t: EngineForTests
beforeAll(() => {
  t = engineForTests()
})
afterAll(() => t.dispose())

async function describeFollowed(name: string, signal = new AbortController().signal) {
  const told: ToolProgress[] = []
  const profile = await t.engine.describe(t.file(name), { signal, onProgress: (progress) => void told.push(progress) })
  return { profile, told }
}

function writeWide(name: string, { columns, rows }: { readonly columns: number; readonly rows: number }): void {
  const header = Array.from({ length: columns }, (_, at) => `k${at}`).join(',')
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, at) => (row * 31 + at * 7) % 997).join(','),
  )
  t.write(name, `${header}\n${lines.join('\n')}\n`)
}

test('says that it reads before anything else, and never goes back', { timeout: 120_000 }, async () => {
  writeWide('wide.csv', { columns: 500, rows: 200 })
  const { profile, told } = await describeFollowed('wide.csv')
  expect([profile.tables[0]?.rows, profile.tables[0]?.columns.length]).toEqual([200, 500])
  expect(told[0]).toEqual({ message: 'Reading wide.csv' })
  const fractions = told.slice(1).map(({ fraction }) => fraction ?? -1)
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(told.some(({ message }) => /^Reading wide\.csv, column \d+ of 500$/.test(message))).toBe(true)
})

test('stops when cancelled, and the worker goes on', { timeout: 120_000 }, async () => {
  writeWide('long.csv', { columns: 300, rows: 3000 })
  const aborting = new AbortController()
  const stopped = t.engine.describe(t.file('long.csv'), {
    signal: aborting.signal,
    onProgress: ({ fraction }) => {
      if (fraction !== undefined) aborting.abort()
    },
  })
  await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
  const worker = t.worker()
  t.write('small.csv', 'a\n1\n')
  expect((await describeFollowed('small.csv')).profile.tables[0]?.rows).toBe(1)
  expect(t.worker()).toBe(worker)
})

test('gives a model no histogram, values where the list is whole, and rounded figures', async () => {
  t.write('few.csv', `region,amount,who,day\n${rowsOfFew().join('\n')}\n`)
  const { profile } = await describeFollowed('few.csv')
  const [region, amount, who, day] = profileForModel(profile).tables[0]?.columns ?? []
  expect([region?.distribution, amount?.distribution, who?.distribution, day?.distribution]).toEqual([
    {
      kind: 'values',
      empty: 0,
      common: [
        { value: 'North', count: 20 },
        { value: 'South', count: 10 },
      ],
    },
    {
      kind: 'figures',
      mean: 4.8333,
      standardDeviation: 2.9345,
      lowerQuartile: 2.4167,
      median: 4.8333,
      upperQuartile: 7.25,
    },
    undefined,
    undefined,
  ])
})

const rowsOfFew = () =>
  Array.from(
    { length: 30 },
    (_, at) => `${at % 3 === 0 ? 'South' : 'North'},${at / 3},p${at % 15},2024-01-${(at % 28) + 1}`,
  )

test('keeps what it tells a model of very many columns short', () => {
  const column = (at: number): TableProfile['tables'][number]['columns'][number] => ({
    name: `k${at}`,
    type: 'DOUBLE',
    missing: 0,
    distinct: 5,
    min: 0,
    max: 1,
    examples: [0],
    distribution: { kind: 'figures', mean: 0.5, standardDeviation: 1, lowerQuartile: 0, median: 0, upperQuartile: 1 },
  })
  const columns = Array.from({ length: 2000 }, (_, at) => column(at))
  const profile = { file: 'a.csv', tables: [{ name: 'a.csv', rows: 9, columns }], notes: [] }
  const without = columns.map(({ distribution: _left, ...rest }) => rest)
  const added =
    JSON.stringify(profileForModel(profile)).length -
    JSON.stringify({ ...profile, tables: [{ name: 'a.csv', rows: 9, columns: without }] }).length
  expect(added).toBeLessThan(8000)
})
