import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const areas = [
  { area: 'terrace', seats: 4 },
  { area: 'window', seats: 2 },
  { area: 'main room', seats: 6 },
  { area: 'bar', seats: 2 },
]
const waiters = ['Marta', 'Owen', 'Priya', 'Sandro']

/** Half a year of a restaurant: its bills and its tables. The tip is missing where the guests paid cash. */
export function makeRestaurant() {
  const draw = drawFrom(83)
  const tables = Array.from({ length: 14 }, (_, index) => {
    const { area, seats } = areas[index % areas.length] ?? { area: 'bar', seats: 2 }
    return { table_no: index + 1, area, seats: seats + (draw.chance(0.3) ? 2 : 0), waiter: draw.oneOf(waiters) }
  })
  const bills = drawDays(draw, { from: '2024-03-01', days: 184, count: 340 }).map((day, index) => {
    const meal = draw.oneOf(['lunch', 'dinner', 'dinner'])
    const guests = draw.whole(1, 7)
    const food_total = Number((guests * draw.decimal(11, meal === 'dinner' ? 34 : 19, 2)).toFixed(2))
    const drinks_total = draw.chance(0.06) ? 0 : Number((guests * draw.decimal(3, 14, 2)).toFixed(2))
    const bill_total = Number((food_total + drinks_total).toFixed(2))
    const payment = draw.oneOf(['card', 'card', 'card', 'cash', 'voucher'])
    const hour = meal === 'lunch' ? draw.whole(12, 14) : draw.whole(18, 22)
    return {
      bill_no: 20_400 + index,
      opened_at: `${day} ${hour}:${draw.whole(10, 59)}:00`,
      table_no: draw.oneOf(tables).table_no,
      guests,
      meal,
      food_total,
      drinks_total,
      bill_total,
      tip: payment === 'cash' ? null : Number((bill_total * draw.decimal(0, 0.16, 3)).toFixed(2)),
      payment,
      discount_code: draw.chance(0.12) ? draw.oneOf(['BDAY10', 'STUDENT5', 'LOYAL15']) : null,
    }
  })
  return { tables, bills }
}
