import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const pitches = [
  { type: 'tent', rate: 18 },
  { type: 'tent', rate: 18 },
  { type: 'caravan', rate: 31 },
  { type: 'caravan', rate: 31 },
  { type: 'motorhome', rate: 36 },
  { type: 'cabin', rate: 74 },
]
const countries = ['Netherlands', 'Netherlands', 'Germany', 'Germany', 'Belgium', 'Denmark', 'Switzerland', 'Poland']

/** A summer of a camp site. Many guests leave no rating; a few stay all summer; some stays were typed in twice. */
export function makeCampStays() {
  const draw = drawFrom(211)
  const stays = drawDays(draw, { from: '2023-04-07', days: 170, count: 310 }).map((arrival) => {
    const pitch = draw.whole(1, 42)
    const { type, rate } = pitches[pitch % pitches.length] ?? { type: 'tent', rate: 18 }
    const nights = draw.chance(0.02) ? draw.whole(45, 90) : draw.whole(1, 14)
    const adults = draw.whole(1, 4)
    const children = draw.chance(0.5) ? 0 : draw.whole(1, 4)
    const dogs = draw.chance(0.75) ? 0 : draw.whole(1, 2)
    const hasPower = type === 'cabin' || (type !== 'tent' && draw.chance(0.8)) || draw.chance(0.15)
    const perNight = rate + 6.5 * adults + 3.2 * children + 2.5 * dogs + (hasPower ? 4.8 : 0)
    return {
      'Booked On': dayAfter(arrival, -draw.whole(0, 120)),
      Arrival: arrival,
      Departure: dayAfter(arrival, nights),
      Pitch: `P${pitch}`,
      'Pitch Type': type,
      Nights: nights,
      Adults: adults,
      Children: children,
      Dogs: dogs,
      'Home Country': draw.oneOf(countries),
      'Electric Hook-up': hasPower ? 'yes' : 'no',
      'Total (€)': Number((nights * perNight * draw.decimal(0.9, 1.05, 3)).toFixed(2)),
      'Rating (1-5)': draw.chance(0.38) ? null : draw.oneOf([2, 3, 4, 4, 5, 5]),
    }
  })
  return stays.flatMap((stay) => (draw.chance(0.013) ? [stay, stay] : [stay]))
}
