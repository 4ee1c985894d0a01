import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

describe('when something was for the first or last time', () => {
  const log = `date,panels_cleaned,plant,output,inspected
2024-01-01,yes,fern,5,no
2024-01-02,no,moss,6,yes
2024-01-05,yes,fern,1,yes
2024-01-09,no,fern,2,no
`
  asks({ 'log.csv': log }, [
    ['when were the panels cleaned for the last time?', '**2024-01-05**'],
    ['when were the panels first cleaned?', '**2024-01-01**'],
    ['when was the last fern inspected', '**2024-01-05**', 'fern'],
    ['when was the last moss inspected', '**2024-01-02**', 'moss'],
  ])
  asks({ 'seeds.csv': 'seed_no,collected_on,kind\n1,2020-01-02,lentil\n2,2019-02-01,pea\n3,2021-01-01,lentil\n' }, [
    ['when was the first lentil collected?', '**2020-01-02**'],
    ['when was the last seed collected', '**2021-01-01**'],
  ])
})

describe('points on a map', () => {
  asks({ 'field.csv': 'latitude,longitude,speed\n50,-4,1\n56,3,4\n57,9,6\n' }, [
    ['mean speed north of latitude 55', '*speed* of **5**'],
    ['how many points lie between longitude -5 and 5', '**2** rows', 'BETWEEN -5 AND 5'],
    ['what share of the points has a speed below 2', '33.33 %'],
    ['highest speed south of 56.5 and east of longitude 0', '*speed* of **4**'],
    ['how many points are within 55 km north of 3', 'did not understand'],
  ])
})

describe('a condition said before its column', () => {
  asks({ 'visits.csv': 'visit,age,fee\n1,50,5\n2,60,7\n3,70,9\n' }, [
    ['average fee over the age of 50', '*fee* of **8**', '("age" > 50)'],
    ['how many visits between age 55 and 65', '**1** row', 'BETWEEN 55 AND 65'],
  ])
})

describe('games against somebody', () => {
  const games = `match_date,opponent_club,player_no,opening,result
2024-01-02,Rook House,1,French,draw
2024-01-02,Rook House,2,French,win
2024-01-09,Castle Knights,1,French,draw
2024-01-09,Castle Knights,2,Sicilian,loss
`
  const files = { 'league games.csv': games }
  asks(files, [
    ['how many games against Rook House', '**2** rows', '*opponent\\_club* is Rook House'],
    ['what share of the games against Rook House ended in a draw', '**50 %**', '**1** of **2**'],
    ['which openings were played more than two times', '| French | 3 |'],
    ['how often was the Sicilian played', '**1** row'],
  ])

  test('go on with somebody else', async () => {
    await using workspace = await openOfflineWorkspace({ files })
    const { history } = await workspace.ask('how many games against Rook House ended in a draw')
    const { markdown } = await workspace.ask('and against Castle Knights?', { history })
    expect(markdown).toContain('*opponent\\_club* is Castle Knights')
  })
})
