import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const animals = [
  { animal: 'dog', breed: 'Labrador', weight: 30, lives: 13 },
  { animal: 'dog', breed: 'Dachshund', weight: 8, lives: 14 },
  { animal: 'dog', breed: 'Border Collie', weight: 18, lives: 14 },
  { animal: 'cat', breed: 'Siamese', weight: 4.2, lives: 17 },
  { animal: 'cat', breed: 'European Shorthair', weight: 4.8, lives: 17 },
  { animal: 'rabbit', breed: 'Dwarf Lop', weight: 1.8, lives: 9 },
  { animal: 'guinea pig', breed: 'Abyssinian', weight: 0.9, lives: 6 },
  { animal: 'parrot', breed: 'African Grey', weight: 0.45, lives: 40 },
]
const reasons = [
  { reason: 'vaccination', charge: 46 },
  { reason: 'vaccination', charge: 46 },
  { reason: 'check-up', charge: 38 },
  { reason: 'dental', charge: 145 },
  { reason: 'limping', charge: 88 },
  { reason: 'skin rash', charge: 64 },
  { reason: 'surgery', charge: 520 },
]
const pets = ['Bella', 'Max', 'Luna', 'Pepper', 'Agent 47', 'Mochi', 'Rosie', 'Tilda', 'Biscuit', 'R2', 'Hugo']

/** A vet's diary. Who did not come was not weighed and pays nothing; not all are asked to come again. */
export function makeAppointments() {
  const draw = drawFrom(163)
  return drawDays(draw, { from: '2023-02-01', days: 500, count: 310 }).map((day, index) => {
    const { animal, breed, weight, lives } = draw.oneOf(animals)
    const { reason, charge } = draw.oneOf(reasons)
    const isMissed = draw.chance(0.09)
    return {
      appointmentId: 3301 + index,
      bookedOn: spell(dayAfter(day, -draw.whole(0, 28))),
      appointmentDate: spell(day),
      petName: draw.oneOf(pets),
      animal,
      breed,
      ageYears: draw.whole(0, lives),
      weightKg: isMissed || draw.chance(0.06) ? null : Number((weight * draw.decimal(0.75, 1.35, 2)).toFixed(2)),
      reason,
      vet: draw.oneOf(['Dr Keane', 'Dr Oduya', 'Dr Tran']),
      minutes: isMissed ? null : 5 * draw.whole(2, reason === 'surgery' ? 24 : 9),
      billEur: isMissed ? 0 : Number((charge * draw.decimal(0.8, 1.5, 2)).toFixed(2)),
      insured: draw.chance(0.38) ? 'yes' : 'no',
      attended: isMissed ? 'no' : 'yes',
      nextVisit: isMissed || draw.chance(0.6) ? null : spell(dayAfter(day, draw.whole(10, 180))),
    }
  })
}

function spell(day: string): string {
  return day.replaceAll('-', '/')
}
