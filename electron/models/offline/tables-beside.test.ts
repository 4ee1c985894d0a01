import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const patients = 'id,name,born,city\n1,Ada,1950-03-01,York\n2,Ben,1972-03-02,Hull\n3,Cora,1955-03-03,York\n'
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
