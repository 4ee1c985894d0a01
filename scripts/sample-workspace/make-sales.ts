import { channels, products, regions } from './company.ts'
import type { Customer } from './make-customers.ts'
import { pick } from './random.ts'

export type Sale = {
  readonly order_id: string
  readonly date: string
  readonly region: string
  readonly country: string
  readonly product: string
  readonly category: string
  readonly units: number
  readonly unit_price: number
  /** A share of the price, 0 to 0.25. */
  readonly discount: number
  readonly amount: number
  readonly channel: string | null
  readonly rep: string | null
  readonly customer_id: string
}

const dayMs = 86_400_000
const firstDay = Date.UTC(2024, 0, 1)
const days = 731
/** Orders by month: quiet summers, busy before the holidays. */
const season = [0.9, 0.85, 1, 1, 0.95, 0.85, 0.75, 0.8, 1.1, 1.15, 1.45, 1.3]

/** Two years of orders by day. `amount` is units × price less the discount, to the cent. */
export function makeSales(random: () => number, customers: readonly Customer[]): readonly Sale[] {
  const sales: Sale[] = []
  for (let day = 0; day < days; day++) {
    const date = new Date(firstDay + day * dayMs).toISOString().slice(0, 10)
    const growth = 1 + 0.35 * (day / days)
    const expected = 5.2 * growth * (season[Number(date.slice(5, 7)) - 1] ?? 1)
    const orders = Math.floor(expected + random())
    for (let order = 0; order < orders; order++) sales.push(makeSale(random, { date, number: sales.length, customers }))
  }
  return sales
}

function makeSale(
  random: () => number,
  {
    date,
    number,
    customers,
  }: { readonly date: string; readonly number: number; readonly customers: readonly Customer[] },
): Sale {
  const region = pick(
    random,
    regions.filter((each) => each.opened <= date),
  )
  const buyers = customers.filter((customer) => customer.region === region.name)
  const buyer = buyers[Math.floor(random() * buyers.length)]
  if (buyer === undefined) throw new Error(`Nobody buys in ${region.name}.`)
  const product = pick(
    random,
    products.filter((each) => each.name !== 'Glow Strip Kit' || !isRecalled(date)),
  )
  const channel = pick(random, channels)
  const many = product.category === 'Accessories' ? 20 : 6
  const units = 1 + Math.floor(random() ** 2 * many * (channel.name === 'Partner' ? 2 : 1))
  const unitPrice = date >= '2025-01-01' ? Math.round(product.price * 1.04) : product.price
  const discount = channel.discounts[Math.floor(random() * channel.discounts.length)] ?? 0
  return {
    order_id: `LF-${100001 + number}`,
    date,
    region: region.name,
    country: buyer.country,
    product: product.name,
    category: product.category,
    units,
    unit_price: unitPrice,
    discount,
    // In cents: the discount is a whole number of percent.
    amount: (units * unitPrice * (100 - Math.round(discount * 100))) / 100,
    channel: random() < 0.006 ? null : channel.name,
    rep: random() < 0.012 ? null : (region.reps[Math.floor(random() * region.reps.length)] ?? null),
    customer_id: buyer.customer_id,
  }
}

/** The strip kit was off the market for six weeks after its power supply had to be replaced. */
function isRecalled(date: string): boolean {
  return date >= '2025-09-08' && date < '2025-10-20'
}
