import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

/** Words that the data gives their meaning: which column, which table, value or time. */
let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    files: {
      'trades.csv':
        'year,job,sex,count,table\n1900,Smith,f,5,1\n1900,Smith,m,40,2\n1910,Smith,f,6,1\n1910,Smith,m,30,2\n1910,Baker,m,9,3\n1910,Baker,m,9,3\n',
      'power.csv': 'year,source,net_generation\n2016,Sun,30\n2016,Coal,70\n2017,Sun,50\n2017,Coal,50\n',
      'sales.csv': 'date,region,amount,buyer\n2024-01-05,North,10,A1\n2024-05-05,South,20,B2\n2024-05-06,South,30,B3\n',
      'targets.csv': 'quarter,region,target_amount\n2024 Q1,North,99\n2024 Q2,South,88\n',
      'flights.csv': 'origin,destination,delay\nAAA,BBB,10\nAAA,CCC,20\nBBB,AAA,60\nCCC,BBB,30\n',
      'airports.csv': 'iata,city,state\nAAA,Austin,TX\nBBB,Boston,MA\nCCC,Corona,CA\nDDD,Dallas,TX\n',
      'wages.csv': 'metro,POP_1980,POP_2015\nOz,9,10\nYs,12,5\n',
      'wheat.json': '[{"year":"1800","pay":3.5},{"year":"1805","pay":4}]',
      'Q3 export (final).csv': 'order_date,revenue\n2024-01-01,5\n2024-08-01,7\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

describe('words take their meaning from the data', () => {
  test.each<readonly [question: string, ...expected: readonly string[]]>([
    ['in which year was the count of Smith highest', '**1900** comes first with a total *count* of **45**'],
    ['which year had the lowest count of Smith', '**1910** comes first'],
    ['how many years are in trades.csv', '**2** different values of *year*'],
    ['are there any duplicate rows in this table of trades.csv', '| 1910 | Baker | m | 9 | 3 | 2 |'],
    ['share of Sun in net generation in 2017', '**50 %**', '**50** of **100**'],
    [
      'lowest and highest net generation in 2016',
      'lowest *net\\_generation* of **30**',
      'highest *net\\_generation* of **70**',
    ],
    ['distinct buyers per region', '| South | 2 |', '| North | 1 |'],
    ['average net generation of Sun and Coal in 2016, each', '| Coal | 70 |', '| Sun | 30 |'],
    ['amount by quarter and region', '*sales.csv* has **2** groups', '| 2024-Q2 | South | 50 |'],
    ['average delay from AAA', '*delay* of **15**', 'took “aaa” for a value of *origin*'],
    ['average delay to AAA', '*delay* of **60**'],
    ['average delay of AAA', 'more than one column here: *origin* or *destination*'],
    ['average delay by the state of the origin airport', '| TX | 15 |', '| MA | 60 |', '| CA | 30 |'],
    ['average delay by destination city', '| Austin | 60 |', '| Boston | 20 |'],
    ['average delay by state', 'in more than one way'],
    ['how many f in 1910 in trades.csv', 'total *count* of **6**', 'each row stands for as many'],
    ['how many rows with sex f in trades.csv', '**2** rows'],
    ['how many rows does the wheat table have', '**2** rows'],
    ['total amount of 77777', 'I do not know what “77777” means'],
    ['which metro had the largest pop 2015', '**Oz** comes first'],
    ['pay in 1805', '*pay* of **4**'],
    ['total revenue in the Q3 export', '*revenue* of **12**'],
  ])('%s', async (question, ...expected) => {
    const { markdown } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
  })

  test('a follow-up of one word replaces the value of the same column, also by one that comes near', async () => {
    const { history } = await workspace.ask('average delay from AAA')
    expect((await workspace.ask('and from BBB?', { history })).markdown).toContain('**60**')
    const first = await workspace.ask('average net generation of Sun in power.csv')
    expect((await workspace.ask('and coals?', { history: first.history })).markdown).toContain('*source* is Coal')
    expect((await workspace.ask('and in 2016?', { history: first.history })).markdown).toContain('**30**')
  })
})
