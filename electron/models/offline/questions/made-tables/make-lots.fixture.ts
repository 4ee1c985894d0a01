import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const categories = [
  { category: 'Paintings', low: 900 },
  { category: 'Paintings', low: 900 },
  { category: 'Furniture', low: 260 },
  { category: 'Furniture', low: 260 },
  { category: 'Silver', low: 180 },
  { category: 'Jewellery', low: 650 },
  { category: 'Clocks & Watches', low: 420 },
  { category: 'Books & Maps', low: 90 },
  { category: 'Ceramics', low: 110 },
]
const buyers = ['United Kingdom', 'United Kingdom', 'Ireland', 'France', 'United States', 'Italy']
const sales = Array.from({ length: 12 }, (_, month) => dayAfter('2023-01-18', month * 30))

/** Twelve sales of an auction house. An unsold lot has no hammer price, buyer or day of payment. */
export function makeLots() {
  const draw = drawFrom(233)
  return sales.flatMap((sale_date, sale) =>
    Array.from({ length: draw.whole(22, 36) }, (_, index) => {
      const { category, low } = draw.oneOf(categories)
      const estimateLow = 10 * Math.round((low * draw.decimal(0.3, 3.2, 3)) / 10)
      const isSold = draw.chance(0.8)
      const isStar = isSold && draw.chance(0.02)
      const hammer = 5 * Math.round((estimateLow * draw.decimal(0.7, 2.1, 3) * (isStar ? 14 : 1)) / 5)
      return {
        lotNo: `${sale + 1}-${String(index + 1).padStart(3, '0')}`,
        saleDate: sale_date,
        category,
        period: draw.oneOf(['Georgian', 'Victorian', 'Victorian', 'Edwardian', 'Art Deco', 'Modern']),
        consignor: draw.oneOf(['private', 'private', 'estate', 'dealer', 'museum']),
        lowEstimate: estimateLow,
        highEstimate: 10 * Math.round((estimateLow * 1.5) / 10),
        reservePrice: draw.chance(0.35) ? null : 10 * Math.round((estimateLow * 0.8) / 10),
        bids: isSold ? draw.whole(1, 24) : draw.whole(0, 2),
        hammerPrice: isSold ? hammer : null,
        buyerCountry: isSold ? draw.oneOf(buyers) : null,
        soldOnline: isSold ? draw.oneOf(['yes', 'yes', 'no']) : null,
        paidOn: isSold && draw.chance(0.9) ? dayAfter(sale_date, draw.whole(1, 45)) : null,
      }
    }),
  )
}
