import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from '../../offline-workspace.fixture.ts'

let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    files: {
      'quotes.csv':
        'date,symbol,price\n2024-01-01,AX,10\n2024-01-02,AX,12\n2024-01-01,BX,30\n2024-01-02,BX,20\n2024-02-01,AX,15\n2024-02-01,BX,25\n',
      'lands.csv':
        'year,land,cluster,pop,life_expect\n2000,Oz,1,100,70\n2000,Ys,1,50,60\n2005,Oz,1,120,75\n2005,Ys,1,60,65\n2005,Utopia,2,7,99\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

async function ask(...questions: string[]) {
  let history: Awaited<ReturnType<OfflineWorkspace['ask']>>['history'] = []
  let said = { markdown: '', calls: [] as Awaited<ReturnType<OfflineWorkspace['ask']>>['calls'] }
  for (const question of questions) {
    const answered = await workspace.ask(question, { history })
    history = answered.history
    said = answered
  }
  return said
}

describe('what is computed where the question does not say', () => {
  test('the value itself, where each place of the answer holds one row', async () => {
    expect((await ask('price of BX on 2024-01-02')).markdown).toContain('a *price* of **20**')
    expect((await ask('life expectancy in Oz in 2005')).markdown).toContain('a *life\\_expect* of **75**')
    const { markdown } = await ask('life expectancy of Ys by year')
    for (const part of ['| year | life\\_expect |', '| 2000 | 60 |', '| 2005 | 65 |']) expect(markdown).toContain(part)
  })

  test('nothing, where several rows stand in one place: the person is asked', async () => {
    expect((await ask('price of AX')).markdown).toContain('the average, the lowest, the highest or the total')
    expect((await ask('life expectancy by cluster in 2005')).markdown).toContain('the average, the lowest')
  })

  test('the average of each, where it is a measure such as a price', async () => {
    const { markdown } = await ask('price by symbol')
    for (const part of ['| BX | 25 |', 'I took the average of *price*']) expect(markdown).toContain(part)
  })

  test('the total of a stock at one time, and never over several', async () => {
    const { markdown } = await ask('population by cluster in 2005')
    for (const part of ['| 1 | 180 |', '| 2 | 7 |', 'I added up *pop*']) expect(markdown).toContain(part)
    expect((await ask('population by cluster')).markdown).toContain('the average, the lowest')
  })

  test('a change from one single value to another', async () => {
    expect((await ask('how did the life expectancy of Oz change between 2000 and 2005')).markdown).toContain('**5**')
    expect((await ask('growth of the life expectancy between 2000 and 2005')).markdown).toContain(
      'the average, the lowest',
    )
  })

  test('dates as they stand, where no step of time is said', async () => {
    const { calls } = await ask('line chart of price over time for each symbol')
    expect(calls.findLast(({ name }) => name === 'chart')).toMatchObject({
      name: 'chart',
      input: { kind: 'line', x: 'date', y: 'price', series: 'symbol' },
    })
    expect((await ask('line chart of price by month')).markdown).toContain('I took the average of *price*')
  })

  test('anew after each change of what is asked', async () => {
    expect((await ask('life expectancy of Oz in 2000', 'and in 2005?')).markdown).toContain('**75**')
    const { markdown } = await ask('price of AX on 2024-01-02', 'and in 2024?')
    expect(markdown).toContain('the average, the lowest')
  })
})
