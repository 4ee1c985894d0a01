import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const cars = [
  { make: 'Fiat', model: '500', hours: 1 },
  { make: 'Fiat', model: 'Panda', hours: 1 },
  { make: 'Kia', model: 'Rio', hours: 1 },
  { make: 'Peugeot', model: '208', hours: 1.1 },
  { make: 'Skoda', model: 'Octavia', hours: 1.2 },
  { make: 'Volvo', model: 'V40', hours: 1.5 },
  { make: 'Volvo', model: 'XC60', hours: 1.6 },
]
const jobs = [
  { job_type: 'oil change', hours: 0.7, parts: 48 },
  { job_type: 'oil change', hours: 0.7, parts: 48 },
  { job_type: 'brakes', hours: 2.2, parts: 165 },
  { job_type: 'inspection', hours: 1.1, parts: 12 },
  { job_type: 'tyres', hours: 0.9, parts: 320 },
  { job_type: 'clutch', hours: 6.2, parts: 410 },
  { job_type: 'air conditioning', hours: 1.6, parts: 85 },
]

/** Two years of a garage. A car that still stands there has no day of collection; a new engine costs far more. */
export function makeRepairs() {
  const draw = drawFrom(97)
  return drawDays(draw, { from: '2022-01-10', days: 715, count: 290 }).map((received, index) => {
    const car = draw.oneOf(cars)
    const job = draw.chance(0.015) ? { job_type: 'engine swap', hours: 19, parts: 3900 } : draw.oneOf(jobs)
    const labour_hours = Number((job.hours * car.hours * draw.decimal(0.8, 1.3, 2)).toFixed(1))
    const parts_cost = Number((job.parts * draw.decimal(0.7, 1.4, 2)).toFixed(2))
    const labour_cost = Number((labour_hours * 72).toFixed(2))
    return {
      job_card: `JC-${String(index + 1).padStart(4, '0')}`,
      received_on: received.replaceAll('-', '/'),
      collected_on: draw.chance(0.05) ? null : dayAfter(received, draw.whole(0, 9)).replaceAll('-', '/'),
      make: car.make,
      model: car.model,
      mileage_km: draw.chance(0.04) ? null : draw.whole(8000, 240_000),
      job_type: job.job_type,
      mechanic: draw.oneOf(['Bashir', 'Colette', 'Dov', 'Ewa']),
      labour_hours,
      parts_cost,
      labour_cost,
      invoice_total: Number((parts_cost + labour_cost).toFixed(2)),
      under_warranty: draw.chance(0.17) ? 'yes' : 'no',
    }
  })
}
