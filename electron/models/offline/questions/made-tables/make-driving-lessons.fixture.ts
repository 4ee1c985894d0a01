import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const instructors = ['Maureen Tull', 'Maureen Tull', 'Dev Patel', 'Sol Ortega', 'Greta Lind']
const cars = [
  { car: 'Corsa 1', gearbox: 'manual' },
  { car: 'Corsa 2', gearbox: 'manual' },
  { car: 'Fiesta', gearbox: 'manual' },
  { car: 'Yaris Hybrid', gearbox: 'automatic' },
]
const learners = [
  'Abel Kerr',
  'Bella Nunes',
  'Carl Oduya',
  'Daisy Holt',
  'Eamon Riley',
  'Fatou Diop',
  'Georgia Pike',
  'Harun Yilmaz',
  'Isla Monk',
  'Jonas Weir',
  'Keiko Mori',
  'Liam Fox',
  'Mina Shah',
  'Noel Grady',
]

/** A year and a half of a driving school. A lesson that was called off has no kilometres and no mark. */
export function makeDrivingLessons() {
  const draw = drawFrom(307)
  return drawDays(draw, { from: '2023-01-09', days: 540, count: 420 }).map((lesson_date) => {
    const { car, gearbox } = draw.oneOf(cars)
    const lesson_type = draw.oneOf(['town', 'town', 'town', 'motorway', 'night', 'parking', 'mock test'])
    const minutes = draw.oneOf([60, 60, 90, 120])
    const isHeld = !draw.chance(0.09)
    return {
      lesson_date,
      start_time: `${String(draw.whole(8, 19)).padStart(2, '0')}:${draw.oneOf(['00', '30'])}`,
      learner: draw.oneOf(learners),
      instructor: draw.oneOf(instructors),
      car,
      gearbox,
      lesson_type,
      minutes,
      km_driven: isHeld ? Math.round(minutes * draw.decimal(0.2, lesson_type === 'motorway' ? 1 : 0.5, 3)) : null,
      price_eur: Number((minutes * 0.72 + (lesson_type === 'night' ? 6 : 0)).toFixed(2)),
      status: isHeld ? 'held' : draw.oneOf(['cancelled', 'cancelled', 'no-show']),
      mark: isHeld && !draw.chance(0.12) ? draw.whole(2, 10) : null,
    }
  })
}
