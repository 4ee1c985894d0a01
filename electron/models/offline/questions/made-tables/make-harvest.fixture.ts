import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const beds = [
  { field: 'Field 1', crop: 'Potatoes', load: 410, growsDays: 110 },
  { field: 'Field 1', crop: 'Carrots', load: 260, growsDays: 85 },
  { field: 'Field 12', crop: 'Potatoes', load: 380, growsDays: 115 },
  { field: 'Field 12', crop: 'Kale', load: 95, growsDays: 60 },
  { field: 'Mill Acre', crop: 'Carrots', load: 240, growsDays: 80 },
  { field: 'Mill Acre', crop: 'Pumpkins', load: 520, growsDays: 120 },
  { field: 'Tunnel 3', crop: 'Tomatoes', load: 140, growsDays: 75 },
  { field: 'Tunnel 3', crop: 'Strawberries', load: 48, growsDays: 65 },
  { field: 'Lower Meadow', crop: 'Kale', load: 88, growsDays: 62 },
]
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Two seasons of a farm. Nobody noted the weather every day; twice a weight got a digit too many. */
export function makeHarvest() {
  const draw = drawFrom(131)
  return ['2022-05-16', '2023-05-15'].flatMap((first, season) =>
    Array.from({ length: 115 }, (_, index) => {
      const { field, crop, load, growsDays } = draw.oneOf(beds)
      const picked = dayAfter(first, Math.floor((index * 160) / 115))
      const weight = load * (season === 0 ? 1 : 1.08) * draw.decimal(0.6, 1.4, 3)
      const isMistyped = index === 57
      return {
        log_no: 1 + index + 115 * season,
        field,
        crop,
        planted: spelledOut(dayAfter(picked, -growsDays - draw.whole(0, 20))),
        picked: spelledOut(picked),
        weight_kg: Number((isMistyped ? 10 * weight : weight).toFixed(1)),
        crates: Math.ceil(weight / 18),
        crew: draw.oneOf(['Marta', 'Old Tom', 'Yusuf', 'students']),
        weather: draw.chance(0.12)
          ? null
          : draw.oneOf(['sunny', 'overcast', 'light rain', 'heavy rain', 'fog', 'windy']),
        spoiled_kg: draw.chance(0.08) ? null : Number((weight * draw.decimal(0, 0.09, 3)).toFixed(1)),
      }
    }),
  )
}

/** `2022-05-16` as `May 16 2022`. */
function spelledOut(day: string): string {
  const [year = '', month, date] = day.split('-')
  return `${months[Number(month) - 1] ?? ''} ${Number(date)} ${year}`
}
