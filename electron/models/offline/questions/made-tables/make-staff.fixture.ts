import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const firstNames = [
  'Alma',
  'Boris',
  'Carmen',
  'Dmitri',
  'Eva',
  'Felix',
  'Gita',
  'Hanna',
  'Igor',
  'Jana',
  'Karl',
  'Lena',
]
const lastNames = ['Aalto', 'Berger', 'Costa', 'Dunne', 'Eriksen', 'Fabre', 'Gruber', 'Horvat']
const departments = [
  { department: 'Engineering', pay: 64_000, titles: ['Developer', 'Tester', 'Team Lead'] },
  { department: 'Sales', pay: 47_000, titles: ['Account Manager', 'Sales Assistant'] },
  { department: 'Finance', pay: 55_000, titles: ['Accountant', 'Controller'] },
  { department: 'Support', pay: 38_000, titles: ['Support Agent', 'Team Lead'] },
  { department: 'Human Resources', pay: 45_000, titles: ['Recruiter', 'HR Officer'] },
]
const offices = [
  { office: 'Lisbon', country: 'Portugal', opened: '2011-05-02', desks: 40, monthly_rent: 6200 },
  { office: 'Porto', country: 'Portugal', opened: '2018-09-17', desks: 18, monthly_rent: 2450 },
  { office: 'Zagreb', country: 'Croatia', opened: '2014-02-03', desks: 30, monthly_rent: 3900 },
  { office: 'Ghent', country: 'Belgium', opened: '2016-11-21', desks: 24, monthly_rent: 5100 },
]

/** The people of a company and its offices. Who still works there has no day of leaving; not all have a bonus. */
export function makeStaff() {
  const draw = drawFrom(127)
  const staff = Array.from({ length: 96 }, (_, index) => {
    const { department, pay, titles } = draw.oneOf([...departments, ...departments.slice(0, 2)])
    const hired = dayAfter('2012-01-16', draw.whole(0, 3600))
    const title = draw.oneOf(titles)
    return {
      staff_id: `E${1001 + index}`,
      full_name: `${firstNames[index % 12]} ${lastNames[Math.floor(index / 12)]}`,
      department,
      job_title: title,
      office: draw.oneOf(offices).office,
      contract: draw.oneOf(['full-time', 'full-time', 'full-time', 'part-time', 'temporary']),
      age: draw.whole(21, 64),
      hired_on: hired,
      left_on: draw.chance(0.2) ? dayAfter(hired, draw.whole(90, 1400)) : null,
      annual_salary: 100 * Math.round((pay * draw.decimal(0.75, 1.25, 3) + (title === 'Team Lead' ? 9000 : 0)) / 100),
      bonus: draw.chance(0.45) ? null : 50 * draw.whole(6, 90),
      vacation_days: draw.whole(20, 32),
    }
  })
  return { staff, offices }
}
