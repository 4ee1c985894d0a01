import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

const garage = `ticket,entered,left,paid_by,hours_parked,ev_kWh,fee
1,2023-11-01 08:00,2023-11-01 10:00,card,2,5.5,4
2,2023-11-02 09:00,,cash,,,
3,2023-12-03 10:00,2023-12-03 16:00,card,6,,12
4,2023-12-04 10:00,2023-12-04 13:00,cash,3,1.5,6
`
const runners = `race_date,registered_on,runner,sex,club,finish_minutes,first_marathon,status
2023-05-14,2022-12-01,Ann,F,Owls,240,yes,finished
2023-05-14,2022-12-05,Bea,F,,,no,dropped out
2024-05-12,2023-12-24,Carl,M,Owls,200.5,no,finished
2024-05-12,2023-12-30,Ann,F,Hares,230,no,finished
`
const roll = `date,member,status,minutes_late,meetings
2023-01-02,Ann,absent,,1
2023-01-02,Bea,present,5,1
2023-01-09,Ann,present,,1
2023-01-09,Bea,absent,,1
`
const pods = `Episode,Title,Host,Downloads 7 days,Downloads 90 days
1,Bees,Kim,400,1000
2,Ants,Lee,500,900
`
const trips = `trip_id,start_station,end_station,minutes,distance_km
1,Pier 7,Park,70,9
2,Park,Pier 7,20,3
`
const tills = `day,branch,product,sold,takings,adoption_fee,outcome
2024-04-01,North,Bun,10,20,5,adopted
2024-04-01,South,Bun,20,40,6,stray
2024-04-02,North,Roll,1,2,7,adopted
2024-04-02,South,Roll,30,45,8,adopted
`

describe('money, hours and dates by the words for them', () => {
  asks({ 'garage.csv': garage }, [
    ['which way of paying brings in the most money', '**card** comes first', 'total *fee* of **16**'],
    ['how long do they stay on average, in hours', '*hours\\_parked* of **3.67**'],
    ['kWh by those who paid by card', '*ev\\_kWh* of **5.5**'],
    ['total fee per month, by when they entered', '| 2023-11 | 4 |'],
    ['going by entry date, total fee in December 2023', '*fee* of **18**', '*entered* is in December 2023'],
    ['how many tickets have no leaving time', '**1** row'],
    ['total fee as a share by payment method in percent', '| card |'],
  ])
})

describe('who did something', () => {
  asks({ 'runners.csv': runners }, [
    ['how many runners finished the 2024 race', '*race\\_date*'],
    ['how many runners from Owls ran their first marathon', '*first\\_marathon* is true'],
    ['number of registrations in December 2023', '**2** rows', '*registered\\_on*'],
    ['average finish time of women', '*finish\\_minutes* of **235**'],
    ['the clubs with the most finishers, ignoring those without a club', '**Owls** comes first'],
    ['fastest finish time', '**200.5**'],
  ])
  asks({ 'roll.csv': roll }, [
    ['how many rows were absent', '**2** rows', '"status" = \'absent\''],
    ['how many rows were present on 9 January 2023', '**1** row'],
  ])
})

describe('numbers in names, and units that tell the column', () => {
  asks({ 'pods.csv': pods }, [
    ['which title had the most downloads after 90 days', '**Bees**'],
    ['total 7 day downloads by host', '| Lee | 500 |'],
  ])
  asks({ 'trips.csv': trips }, [
    ['how many trips longer than 60 min', '**1** row', '*minutes* is over 60'],
    ['trips starting at Pier 7, how many', '**1** row', '"start_station" = \'Pier 7\''],
    ['trips ending at Pier 7, how many', '**1** row', '"end_station" = \'Pier 7\''],
  ])
})

describe('what several rows come to', () => {
  asks({ 'tills.csv': tills }, [
    ['on which day were total takings lowest', '**2024-04-02**', '*takings* of **47**'],
    ['takings added up for each branch', '| South | 85 |'],
    ['branches with more than 40 pieces', '**South**', 'total *sold* of **50**'],
    ['how many rows were adopted', '**3** rows'],
    ['total takings from 1/4/2024 to 30/4/2024', '*takings* of **107**', '1 April 2024 to 30 April 2024'],
  ])
})

test('times of a follow-up are about the date of the question before', async () => {
  await using workspace = await openOfflineWorkspace({ files: { 'runners.csv': runners } })
  const { history } = await workspace.ask('how many runners registered in 2022')
  const { markdown } = await workspace.ask('and in 2023?', { history })
  expect(markdown).toContain('*registered\\_on* is 2023')
})

describe('a group that nearly every row has of its own', () => {
  asks({ 'recipes.csv': `recipe,course,salt\nStew,main,1\nSoup,starter,2\nPie,main,4\n` }, [
    ['median salt per recipe', '*salt* of **2**', 'every row is one *recipe*'],
    ['total salt per recipe', '| Stew | 1 |'],
    ['median salt per course', '| main | 2.5 |'],
  ])
})
