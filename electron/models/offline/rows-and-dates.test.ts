import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

const works = `workNumber,receivedOn,sentOn,client,rush,wordCount,weight_kg
W1,2023-01-02,2023-02-01,Ann,no,100,5
W2,2023-01-20,2023-02-09,Bob,yes,300,7
W3,2023-05-02,,Ann,yes,50,1
W4,2024-05-02,2024-06-01,Cid,no,250,2
`

describe('a date named by what happened', () => {
  asks({ 'texts.csv': works }, [
    ['works received per quarter', '| 2023-Q1 | 2 |', '| 2024-Q2 | 1 |'],
    ['works sent by month', '| 2023-02 | 2 |', '"sentOn" IS NOT NULL'],
    ['works received per year since 2024', '| 2024 | 1 |'],
    ['the received weight by client', 'total weight', '| Bob | 7 |'],
  ])

  test('keeps its split when a follow-up takes only those with a yes', async () => {
    await using workspace = await openOfflineWorkspace({ files: { 'texts.ndjson': ndjson(works) } })
    const { history } = await workspace.ask('works received per quarter')
    const { markdown } = await workspace.ask('only the rush ones', { history })
    expect(markdown).toContain('| 2023-Q1 | 1 |')
    expect(markdown).toContain('*rush* is yes')
  })
})

function ndjson(csv: string): string {
  const [head = '', ...rows] = csv.trim().split('\n')
  const names = head.split(',')
  const objects = rows.map((row) => row.split(',').map((cell, at) => [names[at], cell === '' ? null : cell] as const))
  return objects.map((pairs) => `${JSON.stringify(Object.fromEntries(pairs))}\n`).join('')
}

describe('a key tells the rows', () => {
  const seeds = `accession,family,countryOfOrigin,times_requested,number_of_seeds
S1,rose,Peru,2,100
S2,rose,Chile,0,300
S3,poppy,Peru,4,50
S4,rose,Peru,1,50
`
  asks({ 'seeds.csv': seeds }, [
    ['accessions by family', '| rose | 3 |', 'every row is one *accession*'],
    ['which families have more than 2 accessions', '| rose | 3 |'],
    ['top 2 countries by number of requests', '**Peru**', '**7**'],
    ['how many times were roses requested', '**3**', 'sum("times_requested")'],
    ['number of seeds by family', '| rose | 450 |'],
  ])
})

describe('what is counted is not always the rows', () => {
  const visits = `visit_id,donor_no,donor_age,visit_date,kind
1,D1,30,2023-01-01,plasma
2,D1,30,2023-02-01,blood
3,D2,41,2023-02-01,blood
4,D1,31,2024-02-01,plasma
`
  asks({ 'donor visits.csv': visits }, [
    ['how many different donors came', '**2** different values of *donor\\_no*'],
    ['how many unique donors gave plasma', '**1** different values of *donor\\_no*'],
    ['which donors visited us more than two times', '| D1 | 3 |'],
    ['donors with more than 2 visits', '| D1 | 3 |'],
    ['average age of donors', '*donor\\_age* of **33**'],
    ['how many visits', '**4** rows'],
    ['how many different visits', '**4** rows'],
    ['how many different patients', 'tells different patients apart'],
  ])
})

describe('a table that is by something', () => {
  const jobless = `series,year,count,rate
Farms,2023,10,5
Mines,2023,20,7
Farms,2024,30,9
`
  asks({ 'jobless by sector.csv': jobless }, [
    ['how many sectors are there', '**2** different values of *series*', '“sector” means the column *series*'],
    ['which sector had the highest rate', '**Farms**'],
  ])
  asks({ 'sales by region.csv': 'place,shop,amount\nA,x,1\nB,y,2\n' }, [
    ['how many regions are there', 'I do not know what “regions” means here'],
  ])
})

describe('a column that counts things', () => {
  asks({ 'texts.csv': works }, [
    ['word count by client', 'total wordCount', '| Bob | 300 |', '| Ann | 150 |'],
    ['number of words by client', '| Bob | 300 |'],
    ['how many words were for Ann', '**150**'],
    ['average length in words', '*wordCount* of **175**'],
    ['the two biggest works by word count', '| W2 |', '| W4 |'],
  ])
})

describe('the oldest by when it began', () => {
  const players = `player_no,full_name,birth_year,town
1,Ann,1950,Rome
2,Bob,2001,Oslo
3,Cid,1980,Rome
`
  asks({ 'players.csv': players }, [
    ['who is the oldest player', '**Ann** comes first with *birth\\_year*'],
    ['who is the youngest player', '**Bob** comes first with *birth\\_year*'],
    ['which town has the youngest player', '**Oslo** comes first'],
  ])
  asks({ 'people.csv': 'name,age,birth_year\nAnn,70,1950\nBob,20,2001\n' }, [
    ['who is the oldest', '**Ann** comes first with *age*'],
  ])
  asks({ 'firms.csv': 'firm,founded,staff\nAcme,1950,3\nBolt,2001,4\n' }, [
    ['the oldest firm', '**Acme**'],
    ['the youngest firm', '**Bolt**'],
  ])
})

describe('the year of the oldest', () => {
  asks({ 'wines.csv': 'lot,vintage,bought_on\nA,2001,2015-02-03\nB,2011,2016-02-03\nC,2009,2014-02-03\n' }, [
    ['what year is my oldest vintage', '*vintage* of **2,001**'],
    ['the newest wine', '**B** comes first with *vintage*'],
  ])
})

describe('a name said in two parts, a noun of a date', () => {
  const orders = `order_no,ordered_on,performance_date,genre,deferral_reason,paid
1,2023-11-01,2023-12-05,comedy,,5
2,2023-12-02,2024-01-05,comedy,late,7
3,2023-12-03,2023-12-09,opera,late,9
`
  asks({ 'orders.csv': orders }, [
    ['the most common reason for deferral', '**late** comes first'],
    ['how many orders are for performances in december 2023', '**2** rows', '*performance\\_date* is in December 2023'],
    ['how many performances were there', 'Do you mean its rows?'],
    ['what did we take for comedies', 'did not understand'],
    ['how many comedies', '**2** rows'],
  ])
})

describe('rows with a yes, said as many', () => {
  const jobs = `job,called,emergency,plumber,returned,fee
1,2024-01-02,true,Ann,yes,5
2,2024-01-09,false,Ann,no,6
3,2024-02-02,true,Bob,yes,7
4,2024-02-03,true,Ann,no,8
`
  asks({ 'jobs.csv': jobs }, [
    ['emergencies by plumber', '| Ann | 2 |', '| Bob | 1 |'],
    ['returns per month', '| 2024-01 | 1 |', '| 2024-02 | 1 |'],
    ['jobs returned by plumber', '| Ann | 1 |', '| Bob | 1 |'],
    ['total fee of emergencies', '**20**'],
  ])
})
