import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const names = [
  'Ada Quill',
  'Bram Visser',
  'Cleo Banks',
  'Dmitri Orlov',
  'Edie Marsh',
  'Finn Tallis',
  'Greta Voss',
  'Hugo Lamb',
  'Iris Okafor',
  'Jack Penrose',
  'Kira Holm',
  'Leo Sand',
  'Maya Trent',
  'Nico Bauer',
  'Olive Dunn',
  'Pia Castell',
]
const composers = ['Bach', 'Bartok', 'Chopin', 'Clementi', 'Satie', 'Schumann']

/** A piano teacher's pupils and two school years of lessons. Who forgot the practice book has no minutes in it. */
export function makePianoTeacher() {
  const draw = drawFrom(349)
  const pupils = names.map((pupil_name, index) => ({
    pupil_id: `P${String(index + 1).padStart(2, '0')}`,
    pupil_name,
    birth_year: draw.chance(0.2) ? draw.whole(1955, 1990) : draw.whole(2006, 2015),
    grade: draw.whole(1, 8),
    village: draw.oneOf(['Aldbury', 'Tring', 'Wigginton']),
    first_lesson: dayAfter('2018-09-03', draw.whole(0, 1400)),
    own_piano: draw.oneOf(['upright', 'upright', 'digital', 'none']),
  }))
  const lessons = drawDays(draw, { from: '2022-09-05', days: 660, count: 400 }).map((lesson_day) => {
    const length_min = draw.oneOf([30, 30, 45, 60])
    const attended = draw.oneOf(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'excused', 'missed'])
    return {
      lesson_day,
      pupil_id: draw.oneOf(pupils).pupil_id,
      length_min,
      composer: draw.oneOf(composers),
      practised_min: draw.chance(0.13) ? null : draw.whole(0, 240),
      fee_gbp: Number((length_min * 0.7).toFixed(2)),
      attended,
      paid_by: draw.oneOf(['bank', 'bank', 'cash', 'cheque']),
    }
  })
  return { pupils, lessons }
}
