import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const patients = 'id,name,born,city\n1,Ada,1950-03-01,York\n2,Ben,1972-03-02,Hull\n3,Cora,1955-03-03,York\n'
const unseen = `${patients}4,Dora,1980-03-04,Hull\n5,Eve,1981-03-05,Leeds\n`
const visits = `visit_no,patient_id,visit_date,cost
11,1,2025-01-02,20
12,1,2025-02-03,30
13,2,2025-02-09,25
14,3,2025-03-04,45
15,1,2025-03-05,10
`

describe('what a table beside is called stands for its rows, and never for those of another', () => {
  asks({ 'patients.csv': patients, 'visits.csv': visits }, [
    ['number of visits per city', '| York | 4 |', '| Hull | 1 |', 'joined'],
    ['how many visits did patients born before 1960 have', '**4** rows', 'joined'],
    ['how many patients live in York', '**2** rows'],
    ['visits per month', '| 2025-01 | 1 |', '| 2025-02 | 2 |'],
    ['which city has the most visits', '**York** comes first', '**4**'],
  ])
})

describe('alone, a word of the same kind stands for the rows, and the answer says so', () => {
  asks({ 'patients.csv': patients }, [
    ['number of visits per city', '| York | 2 |', '“visits” means the rows of *patients.csv*'],
  ])
})

describe('rows that nothing in the table beside belongs to are found by their key', () => {
  const told = 'only rows of *patients.csv* whose *id* is nowhere in *patient\\_id* of *visits.csv*'
  asks({ 'patients.csv': unseen, 'visits.csv': visits }, [
    ['how many patients have no visits', '**2** rows', told],
    ['which patients never visited', '| Dora |', '| Eve |', told],
    ['patients without any visits by city', '| Hull | 1 |', '| Leeds | 1 |', told],
    ['how many patients from Hull were never visited', '**1** row', told],
    // Of the visits of a month only a query over both could tell.
    ['how many patients had no visits in January', 'not which have none of a certain kind or time there'],
    // Those are visits, and every one of them is there.
    ['how many visits have no cost', '**0** rows where *cost* is missing'],
  ])
})

describe('without the table beside nothing tells who is not there', () => {
  asks({ 'visits.csv': visits }, [
    [
      'which patients never visited',
      'Every row has its *visit\\_date*, so that no row tells who or what never had one.',
    ],
  ])
})
