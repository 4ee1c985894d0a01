import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const goods = [
  { product: 'Rye Loaf', kind: 'bread', price: 4.2, usual: 34 },
  { product: 'Baguette', kind: 'bread', price: 1.9, usual: 60 },
  { product: 'Seeded Roll', kind: 'roll', price: 0.85, usual: 110 },
  { product: 'Pretzel', kind: 'roll', price: 1.1, usual: 80 },
  { product: 'Croissant', kind: 'pastry', price: 1.6, usual: 70 },
  { product: 'Cinnamon Bun', kind: 'pastry', price: 2.4, usual: 38 },
]
const branches = [
  { branch: 'Market Square', size: 1.2 },
  { branch: 'Mill Lane 4', size: 0.8 },
]
const sunday = 0

/** A spring of a bakery with two branches, closed on Sundays. What is not sold is thrown away in the evening. */
export function makeBakery() {
  const draw = drawFrom(191)
  const days = Array.from({ length: 92 }, (_, index) => dayAfter('2024-03-01', index))
  return days
    .filter((day) => new Date(day).getUTCDay() !== sunday)
    .flatMap((day, index) =>
      branches.flatMap(({ branch, size }) =>
        goods.map(({ product, kind, price, usual }) => {
          const baked = 2 * Math.round(usual * size * 0.5 * draw.decimal(0.9, 1.1, 3))
          const sold = Math.min(baked, Math.round(baked * (0.82 + 0.001 * index) * draw.decimal(0.7, 1.25, 3)))
          return {
            day,
            branch,
            product,
            kind,
            baked,
            sold,
            thrown_away: baked - sold,
            unit_price: price,
            takings: Number((sold * price).toFixed(2)),
            remark: draw.chance(0.96)
              ? null
              : draw.oneOf(['oven 2 broken', 'school trip', 'late delivery', 'sold out by 11']),
          }
        }),
      ),
    )
}
