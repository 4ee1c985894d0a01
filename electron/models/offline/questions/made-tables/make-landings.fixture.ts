import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const catches = [
  { species: 'cod', price: 4.1, usual: 420 },
  { species: 'haddock', price: 2.9, usual: 510 },
  { species: 'herring', price: 0.7, usual: 2400 },
  { species: 'plaice', price: 3.2, usual: 260 },
  { species: 'brown crab', price: 5.4, usual: 140 },
  { species: 'lobster', price: 17.5, usual: 35 },
]
const boats = [
  { boat: 'Northern Star', gear: 'trawl', skipper: 'Magnus Flett' },
  { boat: 'Ocean Quest 3', gear: 'trawl', skipper: 'Ruth Isbister' },
  { boat: 'Provider', gear: 'gill net', skipper: 'Alec Moar' },
  { boat: 'Bonny Lass', gear: 'pots', skipper: 'Jessie Groat' },
  { boat: 'Girl Aileen', gear: 'longline', skipper: 'Tam Harcus' },
]

/** What five boats brought ashore in two years. A catch kept for the crew or spoiled was not sold to anybody. */
export function makeLandings() {
  const draw = drawFrom(227)
  return drawDays(draw, { from: '2022-02-01', days: 690, count: 380 }).map((day, index) => {
    const { boat, gear, skipper } = draw.oneOf(boats)
    const { species, price, usual } = draw.oneOf(catches)
    const weight_kg = Math.round(usual * (draw.chance(0.03) ? draw.decimal(4, 7, 2) : draw.decimal(0.3, 1.8, 2)))
    const isSold = !draw.chance(0.06)
    const price_per_kg = Number((price * draw.decimal(0.75, 1.35, 2)).toFixed(2))
    const days_at_sea = draw.whole(1, 6)
    return {
      landing_no: `L-${index + 701}`,
      sailed_on: dayAfter(day, -days_at_sea),
      landed_on: day,
      harbour: draw.oneOf(['Stromness', 'Stromness', 'Kirkwall', 'Tingwall']),
      boat,
      skipper,
      gear,
      species,
      days_at_sea,
      weight_kg,
      price_per_kg: isSold ? price_per_kg : null,
      value: isSold ? Number((weight_kg * price_per_kg).toFixed(2)) : null,
      buyer: isSold ? draw.oneOf(['Orkney Fish Co', 'Pier 7 Foods', 'Hotel Standing Stones', 'Market auction']) : null,
      fuel_litres: draw.chance(0.05) ? null : days_at_sea * draw.whole(90, 260),
      inspected: draw.chance(0.15) ? 'yes' : 'no',
    }
  })
}
