import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

/** Values with figures, signs and plain words in them, and rows that a question tells by what they lack. */
let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    files: {
      'stock.csv': [
        'item,hall,band,grade,weight,sold_on',
        'Lamp,Halle 1,0 to 9,7A,3,2024-01-02',
        'Chair,Halle 2,10 to 19,7B,12,',
        'Desk,Halle 2,20+,7A,40,2024-02-03',
        'Eating out,Halle 10,20+,A,25,',
      ].join('\n'),
      'B&Q 2020.csv': 'date,price\n2020-01-01,5\n2020-02-01,7\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

describe('a value is found whatever it is spelt with', () => {
  test.each<readonly [question: string, ...expected: readonly string[]]>([
    [
      'how many rows in Halle 2 have weight of at least 30',
      '**1** row',
      '*hall* is Halle 2',
      '*weight* is at least 30',
    ],
    ['total weight of the band 10 to 19', '*weight* of **12**', '*band* is 10 to 19'],
    ['total weight in the band 20+', '*weight* of **65**', '*band* is 20+'],
    ['total weight of eating out', '*weight* of **25**', '*item* is Eating out'],
    ['average weight of grade A', '*weight* of **25**', '*grade* is A'],
    ["Desk's total weight", '*weight* of **40**', '*item* is Desk'],
    ['items in Halle 2', '| Chair |', '| Desk |', '*hall* is Halle 2'],
    ['which item is in the band 10 to 19', 'only one *item*', '**Chair**'],
  ])('%s', async (question, ...expected) => {
    const { markdown } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
  })

  test.each<readonly [question: string, ...expected: readonly string[]]>([
    ['total weight of everything but Halle 2', '*weight* of **28**', '*hall* is not Halle 2'],
    ['how many rows have not been sold yet (no sold on)', '**2** rows', '*sold\\_on* is missing'],
    ['items with weight of more than two dozen', '| Desk |', '| Eating out |'],
    ['what share of the rows in Halle 2 got weight of 30 or more', '**50 %**', '**1** of **2**'],
    ['waht is the totla of weight', '*weight* of **80**', 'took “waht” for “what”'],
  ])('%s', async (question, ...expected) => {
    const { markdown } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
  })

  test('a file with a figure and a sign in its name is meant wherever it is said', async () => {
    expect((await workspace.ask('average B&Q 2020 price')).markdown).toContain('*price* of **6**')
    expect((await workspace.ask('highest price of the b&q')).markdown).toContain('*price* of **7**')
  })

  test.each(['total weight of Halle 3', 'total weight in the band 30+', 'the 7 zorbs in Halle 2'])(
    'what is no value stays unexplained: %s',
    async (question) => {
      const { markdown, calls } = await workspace.ask(question)
      expect(markdown).not.toContain('```sql')
      expect(calls).not.toEqual([])
    },
  )
})
