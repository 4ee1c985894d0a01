import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const titles = [
  { Title: '42 Loaves', Author: 'P. Marchetti', Shelf: 'Cookery' },
  { Title: 'A Map of Small Rivers', Author: 'Joan Idris', Shelf: 'Travel' },
  { Title: 'Bees in Winter', Author: 'T. Halloran', Shelf: 'Nature' },
  { Title: 'Death at Platform 9', Author: 'Vera Stroud', Shelf: 'Crime' },
  { Title: 'Death by the Weir', Author: 'Vera Stroud', Shelf: 'Crime' },
  { Title: 'Eight Miles of Fence', Author: 'Cal Whitmore', Shelf: 'Fiction' },
  { Title: 'Knots and Splices', Author: 'R. Fenner', Shelf: 'Hobbies' },
  { Title: 'Letters from Ostend', Author: 'Marie Claes', Shelf: 'Fiction' },
  { Title: 'Mosses of the North', Author: 'T. Halloran', Shelf: 'Nature' },
  { Title: 'Soup for Thirty', Author: 'P. Marchetti', Shelf: 'Cookery' },
  { Title: 'The Clay Year', Author: 'Cal Whitmore', Shelf: 'Fiction' },
  { Title: 'The Quiet Signalman', Author: 'Vera Stroud', Shelf: 'Crime' },
  { Title: 'Walking to Santiago', Author: 'Joan Idris', Shelf: 'Travel' },
]

/** The till of a second-hand bookshop over two years. Now and then a sale was rung up twice. */
export function makeBookshop() {
  const draw = drawFrom(311)
  const sales = drawDays(draw, { from: '2022-01-03', days: 728, count: 380 }).map((sold) => {
    const boughtFor = draw.decimal(0.2, 6, 2)
    return {
      'Sold On': sold,
      ...draw.oneOf(titles),
      Condition: draw.oneOf(['as new', 'good', 'good', 'good', 'fair', 'fair', 'worn']),
      'Year Printed': draw.chance(0.07) ? null : draw.whole(1951, 2019),
      'Bought For': boughtFor,
      'Sold For': draw.chance(0.02)
        ? draw.decimal(60, 140, 2)
        : Number((boughtFor * draw.decimal(1.4, 3.5, 3)).toFixed(2)),
      'Paid By': draw.oneOf(['cash', 'cash', 'card', 'voucher']),
      Signed: draw.chance(0.06) ? 'yes' : 'no',
      'Customer Town': draw.chance(0.3) ? null : draw.oneOf(['Ludham', 'Wroxby', 'Stalham', 'Acle']),
    }
  })
  return sales.flatMap((sale, index) => (index % 90 === 44 ? [sale, sale] : [sale]))
}
