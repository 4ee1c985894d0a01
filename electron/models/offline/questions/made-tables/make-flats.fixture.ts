import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const districts = [
  { district: 'Canal Quarter', rate: 17.5 },
  { district: 'Mill Hill', rate: 12.8 },
  { district: 'Northgate', rate: 11.2 },
  { district: 'Old Harbour', rate: 15.4 },
  { district: 'Sector 7', rate: 9.6 },
]

/** Flats to let. The deposit is missing where none is named, the energy class where there is no certificate. */
export function makeFlats() {
  const draw = drawFrom(131)
  return drawDays(draw, { from: '2024-01-02', days: 270, count: 230 }).map((listed, index) => {
    const { district, rate } = draw.oneOf(districts)
    const rooms = draw.whole(1, 5)
    const area_m2 = draw.decimal(17, 24, 1) * rooms + 12
    const rent = draw.chance(0.02) ? draw.whole(5200, 7400) : Math.round(area_m2 * rate * draw.decimal(0.85, 1.2, 2))
    return {
      listing_id: `F-${index + 301}`,
      listed_on: listed,
      available_from: draw.chance(0.1) ? null : dayAfter(listed, draw.whole(5, 90)),
      district,
      rooms,
      area_m2: Number(area_m2.toFixed(1)),
      floor: draw.whole(0, 8),
      rent,
      deposit: draw.chance(0.15) ? null : rent * draw.oneOf([2, 2, 3]),
      furnished: draw.chance(0.35) ? 'yes' : 'no',
      pets: draw.oneOf(['allowed', 'not allowed', 'on request']),
      heating: draw.oneOf(['gas', 'district heating', 'heat pump', 'oil']),
      energy_class: draw.oneOf(['A', 'B', 'C', 'D', 'E', null]),
      built_year: draw.whole(1902, 2022),
      agent: draw.oneOf(['Keystone Homes', 'Lettings 24', 'Bluebell Estates']),
    }
  })
}
