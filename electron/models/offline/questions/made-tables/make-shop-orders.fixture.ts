import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const sizes = ['S', 'M', 'L', 'XL'] as const
const articles = [
  { product: 'Harbour hoodie', price: 54.5, sizes },
  { product: 'Rain shell 2', price: 119, sizes },
  { product: 'Linen shirt', price: 46, sizes },
  { product: 'Wool socks 3-pack', price: 22.4, sizes: ['S', 'M', 'L'] },
  { product: 'Mug 350 ml', price: 14.9, sizes: [null] },
  { product: 'Tote bag', price: 18, sizes: [null] },
] as const
const customers = [
  'Aino Virtanen',
  'Bill Okafor',
  'Carmen Ibarra',
  'Dagny Lund',
  'Elliot Marsh',
  'Fatima Zahra',
  'Goran Petrov',
  'Hannah Schultz',
  'Imre Kovács',
  'Joan Puig',
  'Katya Orlova',
  'Studio 54 Print',
]

/** Twelve months of a web shop. Mugs and bags have no size; what was not sent yet has no day of dispatch. */
export function makeShopOrders() {
  const draw = drawFrom(97)
  return Array.from({ length: 310 }, (_, index) => {
    const article = draw.oneOf(articles)
    const ordered = dayAfter('2023-09-01', Math.floor((index * 365) / 310))
    const qty = draw.chance(0.02) ? draw.whole(20, 36) : draw.whole(1, 4)
    const unitPrice = Number((article.price * (ordered < '2024-03-01' ? 1 : 1.04)).toFixed(2))
    const discount = draw.chance(0.6) ? 0 : draw.oneOf([5, 10, 15, 25])
    const isShipped = !draw.chance(index < 290 ? 0.02 : 0.4)
    return {
      order_no: `WS-${4100 + index}`,
      customer: draw.oneOf(customers),
      product: article.product,
      size: draw.oneOf<string | null>(article.sizes),
      qty,
      unit_price: unitPrice,
      discount_pct: discount,
      amount_paid: Number((qty * unitPrice * (1 - discount / 100)).toFixed(2)),
      ordered_on: ordered,
      shipped_on: isShipped ? dayAfter(ordered, draw.whole(0, 9)) : null,
      returned: isShipped && draw.chance(0.13) ? 'yes' : 'no',
    }
  })
}
