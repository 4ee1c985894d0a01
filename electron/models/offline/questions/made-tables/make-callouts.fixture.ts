import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const faults = [
  { fault: 'dripping tap', hours: 0.7, parts: 14 },
  { fault: 'blocked drain', hours: 1.4, parts: 6 },
  { fault: 'blocked drain', hours: 1.4, parts: 6 },
  { fault: 'burst pipe', hours: 2.6, parts: 58 },
  { fault: 'boiler failure', hours: 2.2, parts: 190 },
  { fault: 'running toilet', hours: 0.9, parts: 27 },
  { fault: 'no hot water', hours: 1.6, parts: 85 },
]
const customers = [
  'Mrs Adeyemi',
  'Corner Cafe 21',
  'Mr Pritchard',
  'Elm Court Flats',
  'Dr Sandoval',
  'St Mary School',
  'Miss Hobbs',
  'Kapoor & Sons',
]

/** Two years of a plumber's diary. Who has not paid yet has no day of payment; few leave stars. */
export function makeCallouts() {
  const draw = drawFrom(229)
  return drawDays(draw, { from: '2023-01-09', days: 700, count: 330 }).map((day, index) => {
    const { fault, hours, parts } = draw.oneOf(faults)
    const isEmergency = draw.chance(fault === 'burst pipe' ? 0.8 : 0.15)
    const hoursWorked = Math.max(0.5, Number((hours * draw.decimal(0.6, 1.9, 2)).toFixed(1)))
    const partsCost = draw.chance(0.15) ? 0 : Number((parts * draw.decimal(0.6, 1.8, 2)).toFixed(2))
    const labour = Number((hoursWorked * (isEmergency ? 84 : 56)).toFixed(2))
    const done = dayAfter(day, isEmergency ? 0 : draw.whole(0, 9))
    return {
      Job: 5000 + index,
      Called: day,
      'Date Done': done,
      Customer: draw.oneOf(customers),
      Area: draw.oneOf(['BS3', 'BS4', 'BS7', 'BS16']),
      Fault: fault,
      Emergency: isEmergency ? 'Y' : 'N',
      Plumber: draw.oneOf(['Gareth', 'Gareth', 'Nadia', 'Young Pete']),
      'Hours Worked': hoursWorked,
      'Parts £': partsCost,
      'Labour £': labour,
      'Total £': Number((partsCost + labour).toFixed(2)),
      'Paid On': draw.chance(0.12) ? null : dayAfter(done, draw.whole(0, 45)),
      'Payment Method': draw.oneOf(['bank transfer', 'bank transfer', 'card', 'cash']),
      Stars: draw.chance(0.6) ? null : draw.whole(2, 5),
      'Came Back': draw.chance(0.07) ? 'Y' : 'N',
    }
  })
}
