import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

const visits = `visit_no,day,doctor,reason,contract_name,contract,fee,temp_max,temp_min,insured
1,2023-01-10,Sato,pain,Ann,full-time,10,5,1,yes
2,2023-01-20,Sato,rash,Bob,part-time,30,7,2,no
3,2023-02-10,Novak,pain,Cy,full-time,20,9,3,yes
4,2023-03-03,Novak,pain,Di,full-time,60,11,4,yes
5,2024-01-10,Abara,,Ed,part-time,100,20,9,no
`

let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({ files: { 'visits.csv': visits } })
})
afterAll(() => workspace[Symbol.asyncDispose]())

async function askBoth(first: string, next: string): Promise<string> {
  const { history } = await workspace.ask(first)
  return (await workspace.ask(next, { history })).markdown
}

describe('a follow-up goes on from the figure before', () => {
  test.each([
    ['average fee by doctor', 'only the full-time ones', '"contract" = \'full-time\'', '| Novak | 40 |'],
    ['average fee by doctor', 'the same for full-time people', '"contract" = \'full-time\'', '| Novak | 40 |'],
    ['average fee by doctor', 'split it by reason too', '| Novak | pain | 40 |', 'average *fee* by *doctor*'],
    ['average fee by doctor', 'now by reason', '| pain | 30 |', 'average *fee*'],
    [
      'average fee by doctor',
      'now the highest',
      '**Abara** comes first with an average *fee* of **100**',
      '| Novak | 40 |',
    ],
    ['average fee by doctor', 'just the top 2', '**Abara** comes first with an average', '| Novak | 40 |'],
    ['average fee by doctor', 'which one is the lowest?', '**Sato** comes first with an average', '*fee* of **20**'],
    ['average fee by doctor', 'only those over 30', '**2** groups by *doctor*', '| Novak | 40 |'],
    ['average fee by doctor', 'instead of the average, the median', 'median *fee*', '| Sato | 20 |'],
    ['top 2 doctors by total fee', 'same ranking for the reasons', '**pain** comes first', 'total *fee* of **90**'],
    ['how many visits by reason', 'and without the blanks', '**2** groups', '*reason* is not missing'],
    ['how many visits for pain', 'how many of these did Sato see', '**1** row', '*reason* is pain'],
    ['how many visits for pain', 'and their average fee?', '*fee* of **30**', '*reason* is pain'],
    ['how many visits for pain', 'and the average fee?', '*fee* of **30**', '*reason* is pain'],
    ['how many visits for pain', 'what percentage of all visits is that', '**60 %**', '**3** of **5**'],
    ['how many visits for pain', 'what about the others', '**2** rows', '*reason* is not pain'],
    ['average fee of Novak', 'versus Sato?', '| Novak | 40 |', '| Sato | 20 |'],
    ['total fee in 2023', 'compared to 2024', '| 2023 | 120 |', '| 2024 | 100 |'],
    ['how many visits with a fee of 10', 'and twenty?', '**1** row', '"fee" = 20'],
    ['average temp_max by doctor', 'same for the min', 'average *temp\\_min*', '| Abara | 9 |'],
    ['average fee', 'and the highest?', 'highest *fee* of **100**', ''],
    ['total fee in 2023', 'and the year after?', '*fee* of **100**', 'is 2024'],
    ['total fee in February 2023', 'the month before', '*fee* of **40**', 'in January 2023'],
    ['highest fee', 'and when was that?', '**2024-01-10** comes first', '**100**'],
    ['total fee by doctor', 'in percent', 'share in %', '| Abara | 100 | 45.45'],
    ['how many swans did Bob win', 'and fee?', 'I find no earlier answer that it could change', ''],
    ['how many visits', 'leave out the insured', '**2** rows', '"insured"'],
  ])('%s → %s', async (first, next, ...expected) => {
    const markdown = await askBoth(first, next)
    for (const part of expected) expect(markdown).toContain(part)
  })

  test('but a whole question with a condition of its own stands alone', async () => {
    const markdown = await askBoth('how many visits for pain', 'what is the average fee of Abara')
    expect(markdown).toContain('*fee* of **100** where *doctor* is Abara')
    expect(markdown).not.toContain('kept from before')
  })
})

describe('clauses about the person who asks', () => {
  asks({ 'visits.csv': visits }, [
    ['For my biology homework: what is the average fee of Novak?', '**40**', 'passed over “For my biology homework”'],
    ['I run the clinic, give me the total fee in 2023', '**120**', 'passed over “I run the clinic”'],
    ['my knees hurt when it is damp: how many visits for pain', '**3** rows', 'says nothing of the data'],
    ['For the Novak report: total fee', '**80** where *doctor* is Novak', 'passed over “report”'],
    ['I only want the cancelled ones: total fee', 'I do not know what “cancelled” means here'],
    ['our cancelled visits: total fee', 'I do not know what “cancelled” means here'],
    ['As a nurse I wonder about 2024: total fee', 'I do not know what “nurse” means here'],
  ])
})
