import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const kinds = [
  { species: 'Tilia cordata', common_name: 'lime', growth: 0.32 },
  { species: 'Tilia cordata', common_name: 'lime', growth: 0.32 },
  { species: 'Platanus x hispanica', common_name: 'plane', growth: 0.4 },
  { species: 'Acer platanoides', common_name: 'maple', growth: 0.3 },
  { species: 'Acer platanoides', common_name: 'maple', growth: 0.3 },
  { species: 'Quercus robur', common_name: 'oak', growth: 0.26 },
  { species: 'Prunus serrulata', common_name: 'cherry', growth: 0.17 },
  { species: 'Betula pendula', common_name: 'birch', growth: 0.36 },
]
const streets = [
  { street: 'Mill Lane', district: 'Westend' },
  { street: 'Station Road', district: 'Centre' },
  { street: 'Market Square', district: 'Centre' },
  { street: 'Canal Walk', district: 'Riverbank' },
  { street: 'Queens Avenue', district: 'Westend' },
  { street: 'Orchard Street', district: 'Southfield' },
  { street: 'School Hill', district: 'Southfield' },
]

/** A town's register of its street trees. Many have no note; of the oldest nobody knows the year. */
export function makeTrees() {
  const draw = drawFrom(257)
  return Array.from({ length: 480 }, (_, index) => {
    const { species, common_name, growth } = draw.oneOf(kinds)
    const { street, district } = draw.oneOf(streets)
    const planted = draw.whole(1931, 2021)
    const age = 2024 - planted
    const height_m = Number((2 + 24 * (1 - Math.exp((-age * growth) / 12)) * draw.decimal(0.75, 1.15, 3)).toFixed(1))
    const inspected = dayAfter('2021-01-11', draw.whole(0, 1180))
    return {
      tree_id: `T-${String(index + 1).padStart(4, '0')}`,
      species,
      common_name,
      street,
      district,
      planted_year: planted < 1950 && draw.chance(0.6) ? null : planted,
      height_m,
      trunk_cm: Math.round(4 + age * growth * 2.6 * draw.decimal(0.7, 1.3, 3)),
      crown_m: Number((height_m * draw.decimal(0.35, 0.7, 3)).toFixed(1)),
      condition: draw.oneOf(['good', 'good', 'good', 'fair', 'fair', 'poor', draw.chance(0.25) ? 'dead' : 'good']),
      is_protected: age > 55 && draw.chance(0.5) ? 'yes' : 'no',
      last_inspected: inspected,
      next_inspection: draw.chance(0.06) ? null : dayAfter(inspected, draw.oneOf([365, 730, 1095])),
      pruning_cost: draw.chance(0.55) ? null : draw.decimal(40, 310, 2),
      remarks: draw.chance(0.8)
        ? null
        : draw.oneOf(['ivy', 'storm damage', 'nest box', 'roots lift pavement', 'leaning']),
    }
  })
}
