import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const sorts = [
  { plant: 'Lavender', latin_name: 'Lavandula angustifolia', kind: 'shrub', flower: 'purple', hardy: 'yes' },
  { plant: 'Mock Orange', latin_name: 'Philadelphus coronarius', kind: 'shrub', flower: 'white', hardy: 'yes' },
  { plant: 'Hydrangea', latin_name: 'Hydrangea macrophylla', kind: 'shrub', flower: 'pink', hardy: 'yes' },
  { plant: 'Boxwood', latin_name: 'Buxus sempervirens', kind: 'shrub', flower: null, hardy: 'yes' },
  { plant: 'Camellia', latin_name: 'Camellia japonica', kind: 'shrub', flower: 'white', hardy: 'no' },
  { plant: 'Crab Apple', latin_name: 'Malus sylvestris', kind: 'tree', flower: 'white', hardy: 'yes' },
  { plant: 'Silver Birch', latin_name: 'Betula pendula', kind: 'tree', flower: null, hardy: 'yes' },
  { plant: 'Olive', latin_name: 'Olea europaea', kind: 'tree', flower: null, hardy: 'no' },
  { plant: 'Japanese Maple', latin_name: 'Acer palmatum', kind: 'tree', flower: null, hardy: 'yes' },
  { plant: 'Clematis', latin_name: 'Clematis montana', kind: 'climber', flower: 'pink', hardy: 'yes' },
  { plant: 'Wisteria', latin_name: 'Wisteria sinensis', kind: 'climber', flower: 'purple', hardy: 'yes' },
  { plant: 'Star Jasmine', latin_name: 'Trachelospermum jasminoides', kind: 'climber', flower: 'white', hardy: 'no' },
  { plant: 'Geranium', latin_name: 'Geranium sanguineum', kind: 'perennial', flower: 'pink', hardy: 'yes' },
  { plant: 'Salvia', latin_name: 'Salvia nemorosa', kind: 'perennial', flower: 'purple', hardy: 'yes' },
  { plant: 'Coneflower', latin_name: 'Rudbeckia fulgida', kind: 'perennial', flower: 'yellow', hardy: 'yes' },
  { plant: 'Agapanthus', latin_name: 'Agapanthus africanus', kind: 'perennial', flower: 'blue', hardy: 'no' },
  { plant: 'Rosemary', latin_name: 'Salvia rosmarinus', kind: 'herb', flower: 'blue', hardy: 'no' },
  { plant: 'Thyme', latin_name: 'Thymus vulgaris', kind: 'herb', flower: 'pink', hardy: 'yes' },
  { plant: 'Mint', latin_name: 'Mentha spicata', kind: 'herb', flower: null, hardy: 'yes' },
] as const
const prices = { shrub: 3.9, tree: 11, climber: 5.2, perennial: 2.1, herb: 1.2 }

/** The stock list of a plant nursery: each sort in pots of several sizes. What nobody counted has no day of it. */
export function makeNursery() {
  const draw = drawFrom(157)
  return sorts.flatMap((sort) =>
    [2, 5, 10, 25]
      .filter(() => draw.chance(0.85))
      .flatMap((pot) => (draw.chance(0.35) ? [pot, pot] : [pot]))
      .map((pot_litres) => {
        const cost = prices[sort.kind] * pot_litres ** 0.6 * draw.decimal(0.8, 1.2, 2)
        const delivered = dayAfter('2024-02-05', draw.whole(0, 240))
        return {
          sku: `PL${draw.whole(10_000, 99_999)}`,
          ...sort,
          pot_litres,
          height_cm: Math.round(14 * pot_litres ** 0.7 * draw.decimal(0.7, 1.5, 2)),
          in_stock: draw.chance(0.08) ? 0 : draw.whole(1, Math.round(140 / pot_litres ** 0.6)),
          cost_price: Number(cost.toFixed(2)),
          sale_price: Number((cost * 1.9).toFixed(1)),
          supplier: draw.oneOf(['Van der Meer', 'Hillside Growers', 'Pépinière Roux', 'own cuttings']),
          location: draw.oneOf(['Tunnel 1', 'Tunnel 2', 'Bench 14', 'Yard', 'Shade House']),
          delivered_on: delivered,
          counted_on: draw.chance(0.2) ? null : dayAfter(delivered, draw.whole(7, 60)),
        }
      }),
  )
}
